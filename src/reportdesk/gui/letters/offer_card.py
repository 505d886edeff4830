"""One thing that a letter offers: a tick, its value, how sure it is, and how the draft stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Kind, Value
from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Span, Sureness
from reportdesk.core.suggestions import Standing
from reportdesk.gui.forms.editor import ErrorLabel, call_alone
from reportdesk.gui.forms.registry import make_editor
from reportdesk.gui.roles import told_as
from reportdesk.services.letter_offers import Offer, OfferedRow, Origin, Taken
from reportdesk.services.letter_places import place_in_letter
from reportdesk.services.values_in_words import in_words

_EDITED = (Kind.LINE, Kind.WHOLE, Kind.DATE, Kind.DATES, Kind.CHOICE, Kind.YES_NO)
_MOST_SHOWN = 4000  # characters
_SURENESS = {
    Sureness.SURE: _("sure"),
    Sureness.LIKELY: _("likely: look at it"),
    Sureness.UNSURE: _("unsure: check it"),
}
_ORIGIN = {
    Origin.WORDING: _("a first wording: read it"),
    Origin.STANDARD: _("standard words of the template, not of the letter"),
}
_STANDING = {
    Standing.NEW: _("new"),
    Standing.SAME: _("the draft says the same"),
    Standing.DIFFERENT: _("differs from the draft"),
}


class Tick(QWidget):
    """A tick with words that wrap; the keys and the mouse both come to it.

    Signals:
        looked: the officer came to it; the payload is its place in the letter.
        ticked: it was ticked, or no longer is.
    """

    looked = Signal(tuple)
    ticked = Signal()

    def __init__(self, text: str, spans: tuple[Span, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._spans = spans
        self.box = QCheckBox(self)
        self.box.setAccessibleName(text)
        self.box.setToolTip(_("Tick to take it into the draft"))
        self.box.toggled.connect(self.ticked)
        self.box.installEventFilter(self)
        self.words = QLabel(text, self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.looked.emit(self._spans)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words are as good as the tick: the first click shows the place in the letter."""
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.looked.emit(self._spans)
        event.accept()


@told_as(QAccessible.Role.Grouping)
class OfferCard(QFrame):
    """Shows one offer.

    Signals:
        looked: the officer came to it; the payload is its place in the letter.
        ticked: what is taken of it changed.
    """

    looked = Signal(tuple)
    ticked = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._value: Value = offer.suggestion.value
        self.setAccessibleName(offer.field.label)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._layout = QVBoxLayout(self)
        self.head = self._tick(offer.field.label, offer.suggestion.spans)
        self.head.words.setProperty("role", "label")
        self._layout.addWidget(self.head)
        standing = _standing(offer)
        self.head.box.setAccessibleDescription(", ".join(standing))
        self._layout.addWidget(self._quiet(" · ".join(standing)))
        self.rows = [self._row(row) for row in offer.rows]
        if offer.more:
            said = plural(
                "{count} more is not offered by itself: quote it from the letter.",
                "{count} more are not offered one by one: quote them from the letter.",
                offer.more,
            )
            self._layout.addWidget(self._quiet(said.format(count=offer.more)))
        if not self.rows:
            self._add_value()
        if offer.suggestion.standing is Standing.DIFFERENT:
            self._add_present()
        self._set_up()

    def take_if_sure(self) -> None:
        """Tick it where it can be taken without looking."""
        if self.offer.sure:
            self.head.box.setChecked(True)

    def take_if_new(self) -> None:
        """Tick it where the draft has no answer and nothing has to be picked or checked."""
        if self.offer.fits:
            self.head.box.setChecked(True)

    def taken(self) -> Taken | None:
        """Return what is taken, or None for nothing."""
        if self.rows:
            ticked = tuple(at for at, row in enumerate(self.rows) if row.box.isChecked())
            return Taken(self.offer, rows=ticked) if ticked else None
        return Taken(self.offer, self._value) if self.head.box.isChecked() else None

    def count(self) -> int:
        """Return how many things are taken."""
        taken = self.taken()
        return len(taken.rows) or 1 if taken else 0

    def _row(self, row: OfferedRow) -> Tick:
        plain = row.sureness is Sureness.SURE or self.offer.origin is not Origin.LETTER
        unsure = "" if plain else f" ({_SURENESS[row.sureness]})"
        present = _(" (in the draft already)") if row.present else ""
        tick = self._tick(_shown(row.text) + unsure + present, row.spans)
        tick.box.setEnabled(not row.present)
        tick.setContentsMargins(24, 0, 0, 0)
        self._layout.addWidget(tick)
        return tick

    def _tick(self, text: str, spans: tuple[Span, ...]) -> Tick:
        tick = Tick(text, spans, self)
        tick.looked.connect(self.looked)
        tick.ticked.connect(self.ticked)
        return tick

    def _add_value(self) -> None:
        field, value = self.offer.field, self.offer.suggestion.value
        if field.kind not in _EDITED:
            self._layout.addWidget(self._words(_shown(in_words(value))))
            return
        editor = make_editor(field, (field.id,), self)
        editor.set_value(value)
        editor.edited.connect(self._edited)
        said = _("{label}, from the letter").format(label=field.label)
        call_alone(editor, said)
        error = ErrorLabel(self)
        editor.refused.connect(error.say)
        editor.refused.connect(editor.describe_fault)
        self._layout.addWidget(editor)
        self._layout.addWidget(error)

    def _add_present(self) -> None:
        said = _("In the draft now: {value}").format(value=_shown(in_words(self.offer.now)))
        self._layout.addWidget(self._words(said))
        if self.rows:
            self._layout.addWidget(self._quiet(_("What you tick is added to the draft’s own.")))
        else:
            self._layout.addWidget(self._quiet(_("What you tick takes its place.")))

    def _set_up(self) -> None:
        box = self.head.box
        box.setEnabled(self.offer.suggestion.standing is not Standing.SAME)
        if not self.rows:
            return
        box.setAccessibleName(_("{label}: all").format(label=self.offer.field.label))
        box.toggled.connect(self._tick_all)
        for row in self.rows:
            row.ticked.connect(self._follow_rows)

    @Slot(bool)
    def _tick_all(self, on: bool) -> None:
        for row in self.rows:
            if row.box.isEnabled():
                row.box.setChecked(on)

    @Slot()
    def _follow_rows(self) -> None:
        """The tick above stands for all rows, without telling them anything."""
        free = [row.box.isChecked() for row in self.rows if row.box.isEnabled()]
        before = self.head.box.blockSignals(True)
        self.head.box.setChecked(bool(free) and all(free))
        self.head.box.blockSignals(before)

    @Slot(object)
    def _edited(self, edit: SetAnswer) -> None:
        """A value that was put right is meant to be taken."""
        self._value = edit.value
        self.head.box.setEnabled(True)
        self.head.box.setChecked(True)
        self.ticked.emit()

    def _words(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _quiet(self, text: str) -> QLabel:
        label = self._words(text)
        label.setProperty("role", "help")
        return label


def _shown(text: str) -> str:
    """What a card has room for; what is taken is whole."""
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + " …"


def _standing(offer: Offer) -> list[str]:
    one = offer.suggestion
    place = place_in_letter(one.spans)
    sure = _SURENESS[one.sureness] if offer.origin is Origin.LETTER else _ORIGIN[offer.origin]
    words = [sure, _STANDING[one.standing], place]
    if offer.picked:
        words.insert(0, _("paragraphs to pick from"))
    return [word for word in words if word]
