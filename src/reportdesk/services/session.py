"""One draft at work: what every screen, and the shell, looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.runner import Check, run_checks
from reportdesk.core.draft import Draft
from reportdesk.core.fields import Answers
from reportdesk.core.problems import Problem
from reportdesk.core.reading import Raw
from reportdesk.core.template import Template
from reportdesk.storage.drafts import DraftFile
from reportdesk.storage.templates import TemplatePack

if TYPE_CHECKING:  # a report is printed without any edit, and must not wait for them
    from reportdesk.core.edits import Edit


class Under(NamedTuple):
    """A draft under a template: what is asked, what is answered, and what is kept beside."""

    pack: TemplatePack
    answers: Answers
    kept: Mapping[str, Raw]


class Saved(NamedTuple):
    """A draft as its file holds it.

    Attributes:
        path: the file, None for a draft that has none.
        digest: SHA-256 of the file, empty for none.
        answers: what it says.
        template_id: the template it names.
    """

    path: Path | None
    digest: str
    answers: Answers
    template_id: str


class Session:
    """A draft with what follows from its answers: problems, and whether it is saved.

    Attributes:
        pack: the template with its folder.
        path: the draft's file, None before it was first saved.
        digest: SHA-256 of that file as we last read or wrote it, empty for none.
        file: the draft as it was read from disk, None for a new one.
        written_for: id of the template that the text was written for, empty for a new draft.
        told: what was noticed while reading the file.
        changed: event of the draft; the payload is the edit.
    """

    def __init__(self, pack: TemplatePack, draft: Draft, checks: Sequence[Check]) -> None:
        self.pack = pack
        self.draft = draft
        self.path: Path | None = None
        self.digest = ""
        self.file: DraftFile | None = None
        self.written_for = ""
        self.told: tuple[Problem, ...] = ()
        self.changed = draft.changed
        self._checks = tuple(checks)
        self._added: tuple[Check, ...] = ()
        self._saved = draft.answers
        self._saved_under = pack.template.id

    @property
    def template(self) -> Template:
        """What is asked."""
        return self.draft.template

    @property
    def answers(self) -> Answers:
        """The answers as they stand."""
        return self.draft.answers

    @property
    def dirty(self) -> bool:
        """Whether the answers, or the template, differ from those last saved."""
        return self.draft.answers != self._saved or self.template.id != self._saved_under

    @property
    def borrowed(self) -> bool:
        """Whether the draft was written for another template than the one it is shown in."""
        return self.written_for not in ("", self.template.id)

    def apply(self, edit: Edit) -> Edit:
        """Make the edit, tell who listens, and return the edit that takes it back."""
        return self.draft.apply(edit)

    def mark_saved(self, saved: Saved) -> None:
        """Remember where, and which answers, were saved; the draft may have changed since."""
        self.path = saved.path
        self.digest = saved.digest
        self._saved = saved.answers
        self._saved_under = saved.template_id

    def under(self) -> Under:
        """Return the draft as it stands under its template."""
        return Under(self.pack, self.answers, self.draft.kept)

    def put(self, under: Under) -> None:
        """Put the draft under a template; who shows its form must show it anew."""
        self.pack = under.pack
        self.draft.put(under.pack.template, under.answers, under.kept)

    def add_check(self, check: Check) -> None:
        """Ask this check too from now on; it must be quick, or tell what it found elsewhere."""
        self._added = (*self._added, check)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the answers as they stand."""
        found = run_checks(self._checks, self.template, self.answers)
        return (*found, *self.added_problems())

    def added_problems(self) -> tuple[Problem, ...]:
        """Return what the checks say that were added; no frozen copy of the draft asks them."""
        return run_checks(self._added, self.template, self.answers)
