"""Small parts of a Word file with more in them: relations, content types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.word.intake.names import RELATIONS, XML_HEAD, R

_EMPTY = f'{XML_HEAD}<Relationships xmlns="{RELATIONS}"/>'.encode()
_END = re.compile(rb"(/>|</[\w:]+>)\s*\Z")
_LAST_NAME = re.compile(rb"<([\w:]+)[^<]*\Z")


class NewRelation(NamedTuple):
    """A relation that a report adds to its template's; ``kind`` is the end of its type."""

    id: str
    kind: str
    target: str
    external: bool = False

    def xml(self) -> bytes:
        """Return it as an element that stands in any relations file."""
        mode = ' TargetMode="External"' if self.external else ""
        return (
            f'<Relationship xmlns="{RELATIONS}" Id="{self.id}" Type="{R}/{self.kind}"'
            f' Target="{_attribute(self.target)}"{mode}/>'
        ).encode()


def with_relations(xml: bytes, added: Iterable[NewRelation]) -> bytes:
    """Return the relations file, or a new one where there is none, with more relations."""
    return with_elements(xml or _EMPTY, b"".join(relation.xml() for relation in added))


def with_elements(xml: bytes, elements: bytes) -> bytes:
    """Return the XML with elements put at the end of its root."""
    end = _END.search(xml)
    if end is None:
        return xml
    if end[1] != b"/>":
        return xml[: end.start()] + elements + xml[end.start() :]
    name = _LAST_NAME.search(xml)
    close = b"</" + name[1] + b">" if name else b""
    return xml[: end.start()] + b">" + elements + close


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
