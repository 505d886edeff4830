"""A report's numbering part, and what a template without one needs beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from reportdesk.word.additions import NewRelation, with_elements, with_relations
from reportdesk.word.intake.names import CONTENT_TYPES, TYPES, relations_of

_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def new_numbering_part(
    read: Callable[[str], bytes], main: str, xml: bytes, changed: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return a first numbering part and the parts that make it known.

    ``changed`` holds the parts that were changed already.
    """
    name = posixpath.join(posixpath.dirname(main), "numbering.xml")
    relations = relations_of(main)
    relation = NewRelation("rIdNumbering", "numbering", "numbering.xml")
    override = f'<Override xmlns="{TYPES}" PartName="/{name}" ContentType="{_NUMBERING}"/>'
    return {
        name: xml,
        relations: with_relations(changed.get(relations) or read(relations), [relation]),
        CONTENT_TYPES: with_elements(read(CONTENT_TYPES), override.encode()),
    }
