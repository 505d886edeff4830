"""The letters of a draft beside it, to look places up in and to quote from."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText, Span
from reportdesk.gui.letters.letter_view import LetterView
from reportdesk.gui.roles import name_list


class LetterDock(QDockWidget):
    """Shows one of the draft's letters.

    Signals:
        quoted: the selected words shall be quoted; the payload is the words and their place.
        referred: the selected place shall be referred to; the payload is the same.
    """

    quoted = Signal(str, tuple)
    referred = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Letter"), parent)
        self.setObjectName("letter")
        body = QWidget(self)
        self.names = QComboBox(body)
        name_list(self.names, _("Letter that is shown"))
        self.names.currentIndexChanged.connect(self._show_chosen)
        self.view = LetterView(body)
        self.target = QLabel(body)
        self.target.setWordWrap(True)
        self.target.setProperty("role", "help")
        self.quote = self._button(body, _("&Quote this"), self.quoted)
        self.refer = self._button(body, _("&Refer to this"), self.referred)
        self.view.selected.connect(self.quote.setEnabled)
        self.view.selected.connect(self.refer.setEnabled)
        self._texts: tuple[SourceText, ...] = ()
        self._lay_out(body)

    def show_sources(self, texts: tuple[SourceText, ...]) -> None:
        """Offer these letters; the same ones again leave what is shown as it is."""
        if texts == self._texts:
            return
        self._texts = texts
        self.names.clear()
        self.names.addItems([text.name for text in texts])
        self.names.setVisible(len(texts) > 1)

    def show_place(self, name: str, spans: tuple[Span, ...]) -> None:
        """Show the place in the letter of that name."""
        for at, text in enumerate(self._texts):
            if text.name == name:
                self.names.setCurrentIndex(at)
                self.view.show_place(spans)

    def show_target(self, label: str) -> None:
        """Say which field a quotation would go into."""
        said = _("Goes into: {label}").format(label=label)
        self.target.setText(said if label else _("Click into a field of the form to quote there."))

    @Slot(int)
    def _show_chosen(self, at: int) -> None:
        if 0 <= at < len(self._texts):
            self.view.show_letter(self._texts[at])

    def _button(self, parent: QWidget, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text, parent)
        button.setEnabled(False)
        button.clicked.connect(lambda: signal.emit(*self.view.selection()))
        return button

    def _lay_out(self, body: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.quote)
        buttons.addWidget(self.refer)
        buttons.addStretch(1)
        layout = QVBoxLayout(body)
        layout.addWidget(self.names)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.target)
        layout.addLayout(buttons)
        self.setWidget(body)
        self.show_target("")
