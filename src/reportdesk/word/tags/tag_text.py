"""Finds tags in the text of a paragraph and reads them as the author meant them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from reportdesk.core.quick_dataclasses import dataclass

OBJECT = "\ufffc"
MOST_LETTERS = 500

_MARKS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX = re.compile(r"(?:[-+]?)(p|tr|tc|r)(?=\s+\S)")
_LIKE = re.compile(
    r"\{\s+[{%].{1,60}?[}%]\s+\}"
    r"|(?<![{\\])\{\s*[a-z][a-z0-9]*(?:[_.][a-z0-9]+)*\s*\}(?!\})"
    r"|\{\s*%.{1,60}?%\s*\}"
)
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " "),
        **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad", None),
    }
)


class Fault(Enum):
    """Why a tag cannot be read."""

    UNCLOSED = "unclosed"
    STRAY = "stray"
    OBJECT = "object"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Found:
    """A tag, a comment, or a fault in the text.

    Attributes:
        start, end: where it stands in the text.
        source: the tag as Jinja reads it; empty for a comment or a fault.
        prefix: docxtpl's prefix, or empty.
    """

    start: int
    end: int
    typed: str
    source: str = ""
    prefix: str = ""
    fault: Fault | None = None


def find_tags(text: str) -> Iterator[Found]:
    """Give the tags, comments and faults of a text, in their order.

    Each opener takes the next closer of its kind.
    """
    opened = -1
    for mark in _MARKS.finditer(text):
        here, sign = mark.start(), mark[0]
        if sign in _CLOSERS:
            if opened >= 0 and text.startswith("{#", opened):
                continue
            if opened >= 0:
                yield _fault(text, opened, here, Fault.UNCLOSED)
            opened = here
        elif opened >= 0 and _CLOSERS[text[opened : opened + 2]] == sign:
            yield _tag(text, opened, mark.end())
            opened = -1
        elif opened < 0:
            yield _fault(text, here, mark.end(), Fault.STRAY)
    if opened >= 0:
        yield _fault(text, opened, len(text), Fault.UNCLOSED)


def tag_like(text: str) -> list[str]:
    """Return what may be meant as a tag, but is none: ``{name}``, ``{ { name } }``."""
    return [found for found in _LIKE.findall(text) if not _MARKS.search(found)]


def holds_marks(text: str) -> bool:
    """Return whether the text has anything that begins or ends a tag."""
    return _MARKS.search(text) is not None


def is_control(source: str) -> bool:
    """Return whether the tag steers, and prints nothing."""
    return source.startswith("{%")


def _tag(text: str, start: int, end: int) -> Found:
    typed = text[start:end]
    if typed.startswith("{#"):
        return Found(start, end, typed)
    if OBJECT in typed:
        return _fault(text, start, end, Fault.OBJECT)
    if len(typed) > MOST_LETTERS:
        return _fault(text, start, end, Fault.LONG)
    inner = typed[2:-2].translate(_STRAIGHT)
    found = _PREFIX.match(inner)
    prefix = found[1] if found else ""
    inner = (inner[found.end() :] if found else inner.lstrip("-+")).rstrip("-+").strip()
    return Found(start, end, typed, f"{typed[:2]} {inner} {typed[-2:]}", prefix)


def _fault(text: str, start: int, end: int, fault: Fault) -> Found:
    typed = text[start : min(end, start + 60)].replace(OBJECT, "…").strip()
    return Found(start, end, typed, fault=fault)
