"""Lists of ReportDesk's own, for templates that have none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.word.numbering import LEVELS, Numbering

_BULLETS = tuple(("bullet", sign) for sign in "•–▪")
_NUMBERS = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"))
_STEP = 360  # twentieths of a point


class OwnLists(NamedTuple):
    """Their ids, which no list of the template has.

    Attributes:
        bullets: the bulleted list.
        bullet_definition: its definition.
        numbers: definition of numbered lists.
        next_list: the first id that is free for more lists.
    """

    bullets: str
    bullet_definition: str
    numbers: str
    next_list: int

    @property
    def definitions(self) -> str:
        """Their definitions as XML."""
        bullets = _definition(self.bullet_definition, _BULLETS)
        return bullets + _definition(self.numbers, _NUMBERS)

    @property
    def list(self) -> str:
        """The bulleted list as XML."""
        definition = f'<w:abstractNumId w:val="{self.bullet_definition}"/>'
        return f'<w:num w:numId="{self.bullets}">{definition}</w:num>'


def own_lists(numbering: Numbering) -> OwnLists:
    """Return our lists with ids beside the template's."""
    definition, num = _highest(numbering.abstracts), _highest(numbering.nums)
    return OwnLists(str(num + 1), str(definition + 1), str(definition + 2), num + 2)


def _highest(ids: Iterable[str]) -> int:
    return max((int(one) for one in ids if one.isdecimal()), default=0)


def _definition(key: str, signs: tuple[tuple[str, str], ...]) -> str:
    levels = "".join(_level(at, *signs[at % len(signs)]) for at in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(at: int, number_format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text.format(at + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (at + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
