"""Word's fields: what is shown of them is their result, not their instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)")?((?:\s*\\.)*)\s*(?:"([^"]*)")?', re.I)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: bool = False


class Fields:
    """The fields that are open while a part is read; they may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def shows(self) -> bool:
        """Whether text that stands here is shown."""
        return not self._open or all(field.result for field in self._open)

    @property
    def name(self) -> str:
        """Name of the innermost field, upper case: ``PAGE``."""
        return field_name(self._open[-1].instruction) if self._open else ""

    @property
    def link(self) -> str:
        """Address that the innermost link field leads to."""
        links = (field_link(field.instruction) for field in reversed(self._open))
        return next((link for link in links if link), "")

    def mark(self, kind: str) -> None:
        """A ``w:fldChar`` is met: ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].result = True
        elif self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """A piece of an instruction is met."""
        if self._open:
            self._open[-1].instruction += text


def field_name(instruction: str) -> str:
    """Return the name that an instruction begins with."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def field_link(instruction: str) -> str:
    r"""Return where a HYPERLINK field leads: an address, or ``#place`` by its switch ``\l``."""
    found = _HYPERLINK.match(instruction)
    if not found:
        return ""
    address, switches, place = found.groups()
    if "\\l" in switches.lower() and place:
        return f"{address or ''}#{place}"
    return address or ""
