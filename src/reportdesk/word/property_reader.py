"""The properties of a Word file, such as its title, by name."""

from __future__ import annotations

from reportdesk.word.intake.names import APP, PREFIXES
from reportdesk.word.intake.strict_xml import Attributes, parse, strict_parser

_DEPTH = 2


def read_properties(content: bytes) -> dict[str, str]:
    """Return the properties by name with prefix, such as ``dc:title``; raises XmlFault."""
    found: dict[str, str] = {}
    names: list[str] = []

    def start(name: str, _attributes: Attributes) -> None:
        space, _mark, local = name.rpartition("}")
        prefix = "" if space == APP else f"{PREFIXES.get(space, 'x')}:"
        names.append(prefix + local)

    def text(letters: str) -> None:
        if len(names) == _DEPTH:
            found[names[-1]] = found.get(names[-1], "") + letters

    parser = strict_parser(start)
    parser.EndElementHandler = lambda _name: names.pop()
    parser.CharacterDataHandler = text
    parse(parser, content)
    return found
