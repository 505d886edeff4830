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
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.showing import show_match, unselect
from reportdesk.gui.icons import icon_button
from reportdesk.gui.workplace import Workplace
from reportdesk.services.search import Match


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
        self._field: QWidget | None = None  # where the officer came from, or was led to

    def open(self) -> None:
        """Show the bar, and remember where the officer came from."""
        if not self.isVisible():
            self._field = self.window().focusWidget()
        self.show()

    def close_bar(self) -> None:
        """Hide the bar; the keys go to the field that was shown last."""
        self.hide()
        field = self._field
        if field is not None and isValid(field) and field.isVisible():
            field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_match(self, workplace: Workplace, match: Match) -> None:
        """Show what was found, selected in its field, and nothing else selected."""
        if self._field is not None and isValid(self._field):
            unselect(self._field)
        self._field = show_match(workplace, match) or self._field

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
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def tool(self, icon: str, title: str) -> QToolButton:
        """Return a new button with a picture alone."""
        return icon_button(icon, title, self.body)

    def close_button(self) -> QToolButton:
        """Return a new button that closes the bar."""
        made = self.tool("close", _("Close (Esc)"))
        made.setAccessibleName(_("Close: {bar}").format(bar=self.windowTitle()))
        made.clicked.connect(self.close_bar)
        return made

    def label(self, text: str, buddy: QWidget | None = None) -> QLabel:
        """Return a new label, for a widget or on its own."""
        made = QLabel(text, self.body)
        if buddy is not None:
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            made.setBuddy(buddy)
            buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
