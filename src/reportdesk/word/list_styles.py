"""How the levels of bulleted and numbered lists are written in a template's own styles."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.core.i18n import _
from reportdesk.word.numbering import Numbering
from reportdesk.word.openings import styled_opening
from reportdesk.word.own_lists import OwnLists
from reportdesk.word.styles import Styles

_NUM = "{num}"


class ListStyle(NamedTuple):
    """One level of a list.

    Attributes:
        before: start of its paragraph up to the list's id; the whole start of a bullet.
        after: the rest of the start.
        definition: id of the list's definition.
        level: level within the definition, from 0.
        own: whether the list is one of ReportDesk's own.
    """

    before: str
    after: str = ""
    definition: str = ""
    level: int = 0
    start: int = 1
    own: bool = False


class ListStyles:
    """Found by name; each level is worked out when it is first needed."""

    def __init__(
        self, styles: Styles, numbering: Numbering, own: OwnLists, tell: Callable[[str, str], None]
    ) -> None:
        self._styles, self._numbering, self._own, self._tell = styles, numbering, own, tell
        self._bullets: dict[int, ListStyle] = {}
        self._numbers: dict[int, ListStyle] = {}

    def bullet(self, level: int) -> ListStyle:
        """Return how a bullet of that level, from 1, is written."""
        style = self._bullets.get(level)
        if style is None:
            style = self._bullets[level] = self._bullet(level)
        return style

    def number(self, level: int) -> ListStyle:
        """Return how a number of that level, from 1, is written."""
        style = self._numbers.get(level)
        if style is None:
            style = self._numbers[level] = self._number(level)
        return style

    def _bullet(self, level: int) -> ListStyle:
        taken = self._taken("List Bullet", level, bullets=True)
        if taken.by_style:
            return ListStyle(styled_opening(taken.style))
        num = taken.num or self._own.bullets
        return ListStyle(taken.opening(num), own=not taken.num)

    def _number(self, level: int) -> ListStyle:
        taken = self._taken("List Number", level, bullets=False)
        before, _num, after = taken.opening(_NUM).partition(_NUM)
        if not taken.num:
            return ListStyle(before, after, self._own.numbers, taken.level, own=True)
        definition = self._numbering.definition(taken.num)
        return ListStyle(before, after, definition, taken.level, taken.start)

    def _taken(self, first: str, level: int, *, bullets: bool) -> _Taken:
        """The nearest that the template has; tells where it is not what was wanted."""
        wanted = first if level == 1 else f"{first} {level}"
        exact = self._styles.id_of(wanted)
        style = exact or self._styles.id_of(first)
        found = self._templates_list(style, None if exact else level - 1, bullets=bullets)
        if not exact or not found:
            named = f"“{first}”" if style != exact else _("a list of ReportDesk’s own")
            self._tell(wanted, named)
        return found or _Taken(style or self._styles.id_of("List Paragraph"), level - 1)

    def _templates_list(self, style: str, level: int | None, *, bullets: bool) -> _Taken | None:
        """The style's own list at that level, or at the style's own level."""
        num, own, indent = self._styles.numbering_of(style) if style else ("", -1, "")
        if own < 0:
            own = self._numbering.level_of_style(num, style)
        at = own if level is None else level
        found = self._numbering.level(num, at)
        if found is None or (found.format == "bullet") != bullets:
            return None
        by_style = at == own
        return _Taken(style, at, num, found.start, indent if by_style else "", by_style)


class _Taken(NamedTuple):
    """A style and a level of a list; ``indent`` is what a list on the paragraph would hide."""

    style: str
    level: int
    num: str = ""
    start: int = 1
    indent: str = ""
    by_style: bool = False

    def opening(self, num: str) -> str:
        numbering = f'<w:ilvl w:val="{self.level}"/><w:numId w:val="{num}"/>'
        return styled_opening(self.style, f"<w:numPr>{numbering}</w:numPr>", self.indent)
