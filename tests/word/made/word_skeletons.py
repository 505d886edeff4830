"""Reads skeletons out of made Word files, and shows them briefly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from word_files import STYLES, packed, word_file

from reportdesk.core.skeleton import Group, Node, Paragraph, Skeleton, Tag, Xml
from reportdesk.word.package import read_package
from reportdesk.word.skeleton_reader import TemplateParts, read_skeleton
from reportdesk.word.styles import read_styles


def template(data: bytes) -> TemplateParts:
    """What is read of a Word file."""
    return read_skeleton(read_package(data, "t.docx"), read_styles(STYLES.encode()))


def skeleton(body: str, **parts: str) -> Skeleton:
    """The skeleton of a Word file with that body."""
    return template(word_file(body, **parts)).skeleton


def skeleton_of(parts: dict[str, bytes | str]) -> Skeleton:
    """The skeleton of a Word file of those parts."""
    return template(packed(parts)).skeleton


def each(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """All nodes, the outer before the inner."""
    for node in nodes:
        yield node
        if isinstance(node, Group | Paragraph):
            yield from each(node.nodes)


def tags(skeleton: Skeleton) -> list[Tag]:
    """All tags, in their order."""
    return [node for part in skeleton.parts for node in each(part.nodes) if isinstance(node, Tag)]


def paragraphs(skeleton: Skeleton) -> list[Paragraph]:
    """All paragraphs with tags."""
    return [
        node for part in skeleton.parts for node in each(part.nodes) if isinstance(node, Paragraph)
    ]


def groups(skeleton: Skeleton) -> list[Group]:
    """All groups."""
    return [node for part in skeleton.parts for node in each(part.nodes) if isinstance(node, Group)]


def seen(nodes: tuple[Node, ...]) -> str:
    """What a reader sees, with tags as they are written."""
    words = ""
    for node in nodes:
        words += node.source if isinstance(node, Tag) else ""
        words += node.text if isinstance(node, Xml) else ""
        words += seen(node.nodes) if isinstance(node, Group | Paragraph) else ""
    return words


def written(nodes: tuple[Node, ...]) -> str:
    """The XML with each tag as a run, or as bare text."""
    made = ""
    for node in nodes:
        if isinstance(node, Xml):
            made += node.xml
        elif isinstance(node, Tag):
            text = node.source.replace("&", "&amp;").replace("<", "&lt;")
            made += text if node.bare else f"<w:r>{node.run}<w:t>{text}</w:t></w:r>"
        else:
            made += node.open + written(node.nodes) + node.close
    return made


def filled(skeleton: Skeleton) -> dict[str, list[str]]:
    """Each part as if it were filled, with the tags themselves as their values."""
    return {part.name: [written(part.nodes)] for part in skeleton.parts}


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        assert container.testzip() is None
        return {name: container.read(name).decode() for name in container.namelist()}
