"""A field at its place in the answers, and one pass over raw answers with every problem met."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.fields import Field
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.quick_dataclasses import field as attribute
from reportdesk.core.richtext import RichText

# What a draft file holds before the fields give it meaning: text, lists and mappings.
Raw = str | list["Raw"] | dict[str, "Raw"] | None
RichReader = Callable[[str], RichText]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field at its place in the answers, named as the form names it."""

    field: Field
    path: FieldPath
    label: str

    def inner(self, field: Field) -> Asked:
        """Return a field of this group or row at its own place."""
        return Asked(field, (*self.path, field.id), f"{self.label}, {field.label}")

    def row(self, at: int) -> Asked:
        """Return the row at that index, counted from 1 in its label."""
        label = _("{label}, row {number}").format(label=self.label, number=at + 1)
        return Asked(self.field, (*self.path, at), label)


@dataclass(slots=True)
class Reading:
    """One pass over raw answers: how rich text is read, and every problem met.

    Problems carry the field's path and label; who knows the file adds file and line.
    """

    rich: RichReader
    problems: list[Problem] = attribute(default_factory=list)

    def fault(self, asked: Asked, code: str, message: str, fix: str) -> None:
        """Remember that an answer cannot be taken."""
        place = Place(field=asked.path, label=asked.label)
        self.problems.append(Problem(code, message, fix, place))

    def warn(self, asked: Asked, code: str, message: str, fix: str) -> None:
        """Remember something to tell that does not keep an answer from being taken."""
        place = Place(field=asked.path, label=asked.label)
        self.problems.append(Problem(code, message, fix, place, Severity.WARN))


def shortened(text: str, most: int = 40) -> str:
    """Return the text on one line of at most that many characters, for a message or a list."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
