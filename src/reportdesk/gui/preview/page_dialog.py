"""The window of exact pages: look at them, print them, save them as PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.gui.icons import tell_tip
from reportdesk.gui.preview.page_view import PageView, image_of
from reportdesk.services.pages import Pages


class PageDialog(QDialog):
    """Shows pages once they are made; closing it calls their making off.

    Signals:
        save_asked: the officer wants the PDF as a file.
    """

    save_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Exact pages"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages: Pages | None = None
        self.view = PageView(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.waiting = QProgressBar(self)
        self.waiting.setRange(0, 0)
        self.waiting.setAccessibleName(_("Making the pages"))
        self.page = QLabel(self)
        self.view.turned.connect(self._turned)
        self.print = self._button(_("&Print…"), self._print)
        self.save = self._button(_("&Save as PDF…"), self.save_asked)
        self.close_button = self._button(_("Cancel"), self.reject)
        self._set_usable(False)
        self._lay_out()

    @Slot(str)
    def tell(self, said: str) -> None:
        """Say how far the making of the pages is."""
        self.told.setText(said)

    def show_pages(self, pages: Pages) -> None:
        """Show the pages; they can be printed and saved now."""
        self.pages = pages
        self.told.hide()
        self._finish()
        self.view.show_pages(pages.pictures)
        self._set_usable(True)
        self.view.setFocus()

    def fail(self, said: str) -> None:
        """Say why there are no pages, and what to do."""
        self.told.setProperty("role", "error")
        self.told.style().polish(self.told)
        self.told.setText(said)
        self._finish()

    def draw(self, printer: object) -> None:
        """Draw the pages on a printer, each on a page of its own."""
        from PySide6.QtPrintSupport import QPrinter  # loaded late because few look at a printer

        assert isinstance(printer, QPrinter)
        painter = QPainter(printer)
        for number, picture in enumerate(self.pages.pictures if self.pages else ()):
            if number:
                printer.newPage()
            painter.drawImage(printer.pageRect(QPrinter.Unit.DevicePixel), image_of(picture))
        painter.end()

    def _finish(self) -> None:
        self.waiting.hide()
        self.close_button.setText(_("Close"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.page)
        head.addStretch(1)
        for text, title, steps in (
            ("–", _("Smaller (Ctrl+minus)"), -1),
            ("+", _("Larger (Ctrl+plus)"), 1),
            (_("Fit"), _("Fit to the window (Ctrl+0)"), 0),
        ):
            head.addWidget(self._zoom_button(text, title, steps))
        foot = QHBoxLayout()
        foot.addWidget(self.waiting)
        foot.addStretch(1)
        for button in (self.print, self.save, self.close_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def _set_usable(self, usable: bool) -> None:
        self.print.setEnabled(usable)
        self.save.setEnabled(usable)

    def _button(self, text: str, act: Callable[[], object] | SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _zoom_button(self, text: str, title: str, steps: int) -> QPushButton:
        button = self._button(text, lambda: self.view.change_zoom(steps))
        tell_tip(button, title)
        return button

    @Slot()
    def _print(self) -> None:
        # Loaded late because few look at a printer.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setFullPage(True)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print_now)
        dialog.setModal(True)
        dialog.show()

    @Slot()
    def _print_now(self) -> None:
        self.draw(self._printer)

    @Slot(int)
    def _turned(self, number: int) -> None:
        if self.pages:
            said = _("Page {number} of {pages}")
            count = len(self.pages.pictures)
            self.page.setText(said.format(number=number, pages=count))
