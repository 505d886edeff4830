"""The right-hand pane: the sheet, its document and its size, and why it cannot be shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reportdesk.core.i18n import _
from reportdesk.core.template import Template
from reportdesk.gui.announcing import show_and_say
from reportdesk.gui.forms.choosing import QuietCombo
from reportdesk.gui.icons import tell_tip
from reportdesk.gui.preview.reading import ReadingAloud
from reportdesk.gui.preview.view import PaperView
from reportdesk.gui.roles import name_list

_AROUND = 4  # pixels


class PreviewPane(QWidget):
    """What stands around the sheet.

    Signals:
        document_chosen: another of the template's documents is to be shown; its id.
        pages_asked: the officer wants to see the pages as they will be printed.
        seen: it came into view, perhaps after a long time.
    """

    document_chosen = Signal(str)
    pages_asked = Signal()
    seen = Signal()

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PaperView(self)
        ReadingAloud(self.view)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setText(_("Making the preview…"))
        self.documents = QuietCombo(self)
        name_list(self.documents, _("Document that is previewed"))
        for document in template.documents:
            self.documents.addItem(document.title, document.id)
        self.documents.setVisible(len(template.documents) > 1)
        self.documents.activated.connect(self._choose)
        self.per_cent = QLabel(self)
        self._lay_out()
        self.view.zoomed.connect(self._tell_size)

    def say(self, message: str) -> None:
        """Say why what is shown is not the report as it stands, or nothing any more."""
        self.message.setProperty("role", "error")
        self.message.style().polish(self.message)
        show_and_say(self.message, message)
        self.message.setVisible(bool(message))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_AROUND, _AROUND, _AROUND, 0)
        heading = QLabel(_("Preview"), self)
        heading.setProperty("role", "label")
        heading.setVisible(self.documents.isHidden())
        head.addWidget(heading)
        head.addWidget(self.documents)
        head.addStretch(1)
        head.addWidget(self.per_cent)
        for text, title, act in (
            ("–", _("Smaller (Ctrl+minus)"), self._smaller),
            ("+", _("Larger (Ctrl+plus)"), self._larger),
            (_("Fit"), _("Fit to the pane (Ctrl+0)"), self._fit),
            (_("Pages…"), _("Show the pages as they will be printed"), self._pages),
        ):
            head.addWidget(self._button(text, title, act))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.message)
        layout.addWidget(self.view, 1)

    def _button(self, text: str, title: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        tell_tip(button, title)
        button.clicked.connect(act)
        return button

    @Slot()
    def _smaller(self) -> None:
        self.view.change_zoom(-1)

    @Slot()
    def _larger(self) -> None:
        self.view.change_zoom(1)

    @Slot()
    def _fit(self) -> None:
        self.view.change_zoom(0)

    @Slot()
    def _pages(self) -> None:
        self.pages_asked.emit()

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.document_chosen.emit(self.documents.itemData(index))

    @Slot(int)
    def _tell_size(self, per_cent: int) -> None:
        self.per_cent.setText(_("{count} %").format(count=per_cent))
