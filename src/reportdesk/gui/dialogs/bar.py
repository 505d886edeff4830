"""A bar at the window's foot that works on the report above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.gui.icons import palette_icon


class Bar(QDockWidget):
    """Rows of widgets at the foot; Esc closes it and gives the keys back to the form.

    Attributes:
        body: what its widgets belong to.
    """

    def __init__(self, title: str, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(f"bar {title}")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget(self))
        self.body = QWidget(self)
        self._rows = QVBoxLayout(self.body)
        self.setWidget(self.body)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self.hide()
        self._before: QWidget | None = None

    def open(self) -> None:
        """Show the bar, and remember where the officer came from."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.show()

    def close_bar(self) -> None:
        """Hide the bar; the keys go to the form again."""
        self.hide()
        workplace = self._before
        if workplace is not None and workplace.isVisible():
            workplace.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_row(self, *widgets: QWidget) -> None:
        """Put the widgets side by side in a new row."""
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        self._rows.addLayout(row)

    def button(self, text: str, tip: str = "") -> QPushButton:
        """Return a new button of the bar."""
        made = QPushButton(text, self.body)
        made.setToolTip(tip)
        made.setAutoDefault(False)
        return made

    def tool(self, icon: str, title: str) -> QToolButton:
        """Return a new button with a picture alone."""
        made = QToolButton(self.body)
        made.setIcon(palette_icon(icon, self.palette()))
        made.setToolTip(title)
        made.setAccessibleName(title)
        return made

    def close_button(self) -> QToolButton:
        """Return a new button that closes the bar."""
        made = self.tool("close", _("Close (Esc)"))
        made.clicked.connect(self.close_bar)
        return made

    def label(self, text: str, buddy: QWidget | None = None) -> QLabel:
        """Return a new label, for a widget or on its own."""
        made = QLabel(text, self.body)
        if buddy is not None:
            made.setBuddy(buddy)
            buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
