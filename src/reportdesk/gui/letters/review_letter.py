"""The letter and what it offers side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Letter
from reportdesk.core.problems import Problem
from reportdesk.gui.letters.letter_view import LetterView
from reportdesk.gui.letters.offer_card import OfferCard
from reportdesk.services.letter_marks import marks
from reportdesk.services.letter_offers import Offer, Taken

_MOST_MARKS = 1500  # a letter has some fifty; a file that means harm has any number
_HALF = 1000  # shares of the width, whatever it is


class ReviewLetter(QWidget):
    """Shows a letter with its offers, for the officer to tick.

    Signals:
        accepted: the officer takes what is ticked.
        again: the officer wants another letter.
    """

    accepted = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LetterView(self)
        self.notices = QLabel(self)
        self.notices.setWordWrap(True)
        self.notices.setTextFormat(Qt.TextFormat.PlainText)
        self.cards: list[OfferCard] = []
        self.sure = QPushButton(_("Take all &sure ones"), self)
        self.sure.clicked.connect(self.take_sure)
        self.everything = QPushButton(_("Tick &everything new"), self)
        self.everything.setToolTip(_("First wordings and what is likely too: read them after"))
        self.everything.clicked.connect(self.take_everything)
        self.other = QPushButton(_("Another &letter…"), self)
        self.other.clicked.connect(self.again)
        self.accept = QPushButton(self)
        self.accept.setDefault(True)
        self.accept.clicked.connect(self.accepted)
        self._list = QScrollArea(self)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def sizeHint(self) -> QSize:
        size = self.fontMetrics()
        return QSize(size.averageCharWidth() * 160, size.lineSpacing() * 42)

    def show_letter(self, letter: Letter, offered: tuple[Offer, ...]) -> None:
        """Show this letter and what it offers."""
        self.view.show_letter(letter.source, marks(letter)[:_MOST_MARKS])
        self._show_notices(letter.notices, offered)
        body = QWidget(self._list)
        column = QVBoxLayout(body)
        self.cards = [OfferCard(offer, body) for offer in offered]
        for card in self.cards:
            card.looked.connect(self.view.show_place)
            card.ticked.connect(self._count)
            column.addWidget(card)
        column.addStretch(1)
        self._list.setWidget(body)
        self.sure.setEnabled(any(offer.sure for offer in offered))
        self._count()

    def taken(self) -> tuple[Taken, ...]:
        """Return what is ticked."""
        return tuple(taken for card in self.cards if (taken := card.taken()) is not None)

    @Slot()
    def take_sure(self) -> None:
        """Tick everything that can be taken without looking."""
        for card in self.cards:
            card.take_if_sure()

    @Slot()
    def take_everything(self) -> None:
        """Tick all that the draft does not answer yet, but what has to be picked."""
        for card in self.cards:
            card.take_if_new()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.view)
        split.addWidget(self._list)
        split.setSizes([_HALF, _HALF])
        split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.sure)
        buttons.addWidget(self.everything)
        buttons.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(self.notices)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)

    def _show_notices(self, told: tuple[Problem, ...], offered: tuple[Offer, ...]) -> None:
        lines = [str(problem) for problem in told]
        if not offered:
            lines.append(_("Nothing in it answers a field of this report."))
        self.notices.setText("\n".join(lines))
        self.notices.setVisible(bool(lines))

    @Slot()
    def _count(self) -> None:
        count = sum(card.count() for card in self.cards)
        said = plural(
            "&Put {count} answer into the draft", "&Put {count} answers into the draft", count
        )
        self.accept.setText(
            said.format(count=count) if count else _("Keep the letter as a &source")
        )
