"""The list in a Word file of what kind each of its parts is."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.word.intake.names import CONTENT_TYPES, TYPES, XML_HEAD
from reportdesk.word.intake.strict_xml import parse, strict_parser


class ContentTypes:
    """The kinds of parts, by name and by file ending."""

    def __init__(self, content: bytes) -> None:
        """Read the list; raises XmlFault."""
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        parse(strict_parser(self._take), content)

    def of(self, part: str) -> str:
        """Return the kind of a part, empty if none is given."""
        return self._overrides.get(part.casefold()) or self._defaults.get(_ending(part), "")

    def write(self, parts: Iterable[str]) -> bytes:
        """Return the list for those parts alone."""
        names = [part for part in parts if part != CONTENT_TYPES]
        endings = dict.fromkeys(_ending(part) for part in names)
        defaults = [
            f'<Default Extension="{ending}" ContentType="{self._defaults[ending]}"/>'
            for ending in endings
            if ending in self._defaults
        ]
        overrides = [
            f'<Override PartName="/{part}" ContentType="{self._overrides[part.casefold()]}"/>'
            for part in names
            if part.casefold() in self._overrides
        ]
        inner = "".join(defaults + overrides)
        return f'{XML_HEAD}<Types xmlns="{TYPES}">{inner}</Types>'.encode()

    def _take(self, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        if name == f"{TYPES}}}Default":
            self._defaults[attributes.get("Extension", "").casefold()] = kind
        elif name == f"{TYPES}}}Override":
            self._overrides[attributes.get("PartName", "").lstrip("/").casefold()] = kind


def _ending(part: str) -> str:
    return part.rpartition("/")[2].rpartition(".")[2].casefold()
