"""The list of the report's sections, each with its state in words and a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QWidget

from reportdesk.core.fields import Answers, answered
from reportdesk.core.i18n import _, plural
from reportdesk.core.problems import Problem, stops
from reportdesk.core.template import Section, Template
from reportdesk.gui.panels.two_lines import TwoLines

Index = QModelIndex | QPersistentModelIndex
_DONE, _MISSING, _EMPTY = "✓", "!", "·"


@dataclass(frozen=True, slots=True)
class _State:
    """How a section stands: a mark to see, and words to see and to hear."""

    mark: str
    words: str


class SectionStates(QAbstractListModel):
    """Says of each section whether it is done."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self._sections = template.sections
        self._states: Sequence[_State | None] = [None] * len(self._sections)

    def show(self, answers: Answers, problems: Iterable[Problem]) -> None:
        """Take the states from the answers and from what is wrong with them."""
        missing = Counter(
            str(problem.place.field[0])
            for problem in problems
            if problem.place.field and stops([problem])
        )
        states = [_state(section, answers, missing) for section in self._sections]
        if states != self._states:
            self._states = states
            self.dataChanged.emit(self.index(0), self.index(len(states) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as in Qt's own
        return 0 if parent.isValid() else len(self._sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        title, state = self._sections[index.row()].title, self._states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{title}\n{state.mark} {state.words}" if state else title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}: {state.words}" if state else title
        return None


class SectionList(QListView):
    """The sections to choose from.

    Signals:
        chosen: the officer went to a section; the payload is its index.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Sections"))
        self.setItemDelegate(TwoLines(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_states(self, states: SectionStates) -> None:
        """List these sections and go to the first."""
        self.setModel(states)
        self.setMinimumWidth(max(self.minimumWidth(), self._longest_word()))
        states.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._changed)
        self.setCurrentIndex(states.index(0))

    def go_to(self, index: int) -> None:
        """Choose the section at that index."""
        self.setCurrentIndex(self.model().index(index, 0))

    def _longest_word(self) -> int:
        """How wide the list must be, so that no word is broken."""
        bold = QFont(self.font())
        bold.setBold(True)
        letters, model = QFontMetrics(bold), self.model()
        titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        widest = max(letters.horizontalAdvance(word) for title in titles for word in title.split())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return widest + bar + self.fontMetrics().lineSpacing() * 2

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(now.row())


def _state(section: Section, answers: Answers, missing: Counter[str]) -> _State:
    lacking = sum(missing[field.id] for field in section.fields)
    if lacking:
        said = plural("{count} missing", "{count} missing", lacking).format(count=lacking)
        return _State(_MISSING, said)
    if any(answered(answers.get(field.id)) for field in section.fields):
        return _State(_DONE, _("done"))
    return _State(_EMPTY, _("not needed"))
