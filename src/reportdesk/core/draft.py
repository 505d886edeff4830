"""A draft: the answers given so far to one template's questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportdesk.core.events import Event
from reportdesk.core.fields import Answers
from reportdesk.core.reading import Raw
from reportdesk.core.template import Template

if TYPE_CHECKING:  # a report is printed without any edit, and must not wait for them
    from reportdesk.core.edits import Edit


class Draft:
    """The answers, and the one way to change them.

    Attributes:
        template: what is asked.
        kept: raw answers that this template does not ask for; they stay in the file.

    Events:
        changed: the answers are others now; the payload is the edit.
    """

    def __init__(
        self, template: Template, answers: Answers, kept: Mapping[str, Raw] | None = None
    ) -> None:
        self.template = template
        self.kept: Mapping[str, Raw] = dict(kept or {})
        self.changed: Event[Edit] = Event()
        self._answers = dict(answers)

    @property
    def answers(self) -> Answers:
        """The answers as they stand; later edits do not touch what you hold."""
        return self._answers

    def apply(self, edit: Edit) -> Edit:
        """Make the edit and return its inverse; tell who listens where anything changed."""
        # Loaded late for the same reason.
        from reportdesk.core.edits import apply_edit

        before = self._answers
        answers, inverse = apply_edit(before, edit)
        self._answers = dict(answers)
        if self._answers != before:
            self.changed.emit(edit)
        return inverse

    def put(self, template: Template, answers: Answers, kept: Mapping[str, Raw]) -> None:
        """Ask what another template asks; its answers stand in the place of these."""
        self.template = template
        self.kept = dict(kept)
        self._answers = dict(answers)
