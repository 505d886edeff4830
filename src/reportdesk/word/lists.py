"""The lists that a report begins: each restarts, and stands in numbering.xml at the end."""

from __future__ import annotations

from typing import NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.word.intake.names import XML_HEAD, W
from reportdesk.word.list_styles import ListStyle
from reportdesk.word.numbering import Numbering
from reportdesk.word.own_lists import OwnLists


class BegunLists(NamedTuple):
    """What a passage began: the lists' XML, and whether any is of our own definitions."""

    nums: tuple[str, ...]
    own: bool


class Lists:
    """Lists begun during one filling; ids go up one by one from the template's highest."""

    def __init__(self, numbering: Numbering, own: OwnLists) -> None:
        self._numbering = numbering
        self._own = own
        self._begun: list[str] = []
        self._uses_own = False

    def __len__(self) -> int:
        return len(self._begun)

    def __bool__(self) -> bool:
        return bool(self._begun) or self._uses_own

    def begin(self, style: ListStyle) -> str:
        """Return the id of a new list, which starts anew at that level of its definition."""
        num = str(self._own.next_list + len(self._begun))
        self._begun.append(
            f'<w:num w:numId="{num}"><w:abstractNumId w:val="{style.definition}"/>'
            f'<w:lvlOverride w:ilvl="{style.level}"><w:startOverride w:val="{style.start}"/>'
            "</w:lvlOverride></w:num>"
        )
        self._uses_own = self._uses_own or style.own
        return num

    def use_own(self) -> None:
        """Say that the bulleted list of our own is needed."""
        self._uses_own = True

    def since(self, count: int) -> BegunLists:
        """Return what was begun after the first ones of that count."""
        return BegunLists(tuple(self._begun[count:]), self._uses_own)

    def replay(self, begun: BegunLists) -> None:
        """Begin the same again, at the same count."""
        self._begun += begun.nums
        self._uses_own = self._uses_own or begun.own

    def xml(self) -> bytes:
        """Return numbering.xml with what was begun."""
        old = self._numbering
        definitions = self._own.definitions if self._uses_own else ""
        nums = "".join([self._own.list if self._uses_own else "", *self._begun])
        if not old.xml:
            content = definitions + nums
            return f'{XML_HEAD}<w:numbering xmlns:w="{W}">{content}</w:numbering>'.encode()
        at, end = old.abstracts_end, old.nums_end
        if b"xmlns:w=" not in old.xml:
            definitions, nums = _declared(definitions), _declared(nums)
        head, lists, tail = old.xml[:at], old.xml[at:end], old.xml[end:]
        return b"".join((head, definitions.encode(), lists, nums.encode(), tail))


def _declared(elements: str) -> str:
    """For parts that give the namespace another prefix."""
    for tag in ("<w:abstractNum ", "<w:num "):
        elements = elements.replace(tag, f'{tag}xmlns:w="{W}" ')
    return elements
