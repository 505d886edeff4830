"""What a single tag says, before anybody knows which fields there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from reportdesk.core.asked import shortened
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import Tag
from reportdesk.templating.plan import Expression

_SHOWN = 60


class Word(Enum):
    """What kind of tag it is."""

    VALUE = "value"
    FOR = "for"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    ENDFOR = "endfor"
    ENDIF = "endif"
    COMMENT = "comment"
    REFUSED = "refused"


class RefusedError(Exception):
    """Something stands in a tag that no template may do."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


@dataclass(frozen=True, slots=True)
class Statement:
    """A tag as read.

    Attributes:
        expression: the value, the test, or what a loop goes over; None where there is none
            or it was refused.
        variable: what a loop calls its row.
        condition: of ``for … in … if …``.
        problems: why it was refused.
    """

    word: Word
    expression: Expression | None = None
    variable: str = ""
    condition: Expression | None = None
    problems: tuple[Problem, ...] = ()


def place_of(tag: Tag) -> Place:
    """Return where the tag stands, with its text."""
    return replace(tag.place, tag=tag.place.tag or tag.source)


def shown(text: str) -> str:
    """Return the text in one line short enough for a message."""
    return shortened(text, _SHOWN)
