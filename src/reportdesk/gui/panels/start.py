"""The start page: a new report from a template, an old draft, or what a crash left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.core.template import Template
from reportdesk.gui.panels.gallery import Gallery
from reportdesk.gui.panels.recent import RecentList
from reportdesk.services.recents import RecentDraft, moment
from reportdesk.services.recovery import Recovered

_OR_DRAG = _("Or drag a draft onto this window.")
_NONE_YET = _(
    "Drafts that you save are listed here. Choose a house style to begin, open a draft that a "
    "colleague has sent you, or drag its file onto this window."
)


class StartPage(QWidget):
    """Offers every template and the way to old drafts.

    Signals:
        wants_new: the officer chose a template; the payload is its id.
        wants_open: the officer wants to choose a draft.
        wants_draft: the officer chose a recent draft; the payload is its path.
        wants_earlier: the officer wants to start from an earlier draft.
        wants_recovery: the officer wants to see recovered text; the payload is ``Recovered``.
        drops_recent: a draft shall leave the list; the payload is its path.
        forgets_draft: all that is kept of a draft shall go; the payload is its path.
    """

    wants_new = Signal(str)
    wants_open = Signal()
    wants_draft = Signal(Path)
    wants_earlier = Signal()
    wants_recovery = Signal(object)
    drops_recent = Signal(Path)
    forgets_draft = Signal(Path)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gallery = Gallery(pictures, self)
        self.recent = RecentList(self)
        self._none = _label(_NONE_YET, "help", self)
        self.recent.hide()
        self._notes = QVBoxLayout()
        self._recovered = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(self._recovered)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self._new_part(parts))
        parts.addWidget(self._old_part(parts))
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        layout.addWidget(parts, 1)
        layout.addLayout(self._notes)
        self.gallery.taken.connect(self.wants_new)
        self.recent.taken.connect(self.wants_draft)
        self.recent.dropped.connect(self.drops_recent)
        self.recent.forgotten.connect(self.forgets_draft)

    def show_templates(self, templates: list[Template], problems: Sequence[Problem]) -> None:
        """Show the gallery, and below it why templates are left out of it."""
        self.gallery.show_templates(templates)
        self.gallery.setFocus(Qt.FocusReason.OtherFocusReason)
        for problem in problems:
            self._notes.addWidget(_label(str(problem), "error", self))

    def show_recents(self, drafts: Sequence[RecentDraft]) -> None:
        """List the recent drafts, or say what will stand there."""
        self.recent.show_drafts(drafts)
        self.recent.setVisible(bool(drafts))
        self._none.setText(_OR_DRAG if drafts else _NONE_YET)

    def show_recovered(self, found: Sequence[Recovered]) -> None:
        """Offer what crashed windows left, above all else."""
        while taken := self._recovered.takeAt(0):
            if widget := taken.widget():
                widget.deleteLater()
        for recovered in found:
            self._recovered.addWidget(self._offer(recovered))

    def _new_part(self, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        column = QVBoxLayout(part)
        column.addWidget(_label(_("New draft"), "heading", part))
        column.addWidget(self.gallery, 1)
        return part

    def _old_part(self, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        column = QVBoxLayout(part)
        column.addWidget(_label(_("Recent drafts"), "heading", part))
        row = QHBoxLayout()
        for text, wanted in (
            (_("&Open a draft…"), self.wants_open),
            (_("Start from an &earlier draft…"), self.wants_earlier),
        ):
            button = QPushButton(text, part)
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(part.fontMetrics().lineSpacing() // 2)
        column.addWidget(self.recent, 100)
        column.addWidget(self._none)
        column.addStretch(1)
        return part

    def _offer(self, recovered: Recovered) -> QFrame:
        frame = QFrame(self)
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(frame)
        name = Path(recovered.note.draft).name or _("a draft that was never saved")
        said = _("ReportDesk ended with unsaved text in {name}, kept on {when}.")
        text = said.format(name=name, when=moment(recovered.note.moment))
        row.addWidget(_label(text, "label", frame), 1)
        button = QPushButton(_("&Compare and recover…"), frame)
        button.setAccessibleDescription(text)
        button.clicked.connect(lambda: self.wants_recovery.emit(recovered))
        row.addWidget(button)
        return frame


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(role != "heading")
    return label
