"""Joins the lines of a paragraph into its text, and their places into spans."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdesk.core.letter import Span
from reportdesk.letters.lines import Line

_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": None,
        "\u200b": None,
    }
)
_HANGING = re.compile(r"(?:and|or|to)\b")
_HYPHENS = ("-", "\u2010", "\u2011", "\u00ad")


def joined(texts: Sequence[str]) -> str:
    """Return the lines as one text.

    A hyphen at a line's end stays and takes the next word to it, as these letters are
    never hyphenated by rule; only a soft hyphen goes. White space becomes single spaces.
    """
    whole: list[str] = []
    for before, text in zip(("", *texts), texts, strict=False):
        whole += (glue(before, text), text)
    return clean("".join(whole))


def clean(text: str) -> str:
    """Return the text with single spaces, plain letters for ligatures and no soft hyphens."""
    return " ".join(text.translate(_LIGATURES).split())


def spans_of(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return the places of the lines, those that follow each other on a page as one."""
    spans: list[Span] = []
    for line in lines:
        last = spans[-1] if spans else None
        if last and last.page == line.page and 0 <= line.start - last.end <= 2:
            spans[-1] = Span(last.page, last.start, line.end)
        else:
            spans.append(line.span)
    return tuple(spans)


def glue(before: str, after: str) -> str:
    """Return what joins two lines: a space, or nothing after the hyphen of a compound."""
    if not before:
        return ""
    compound = before.endswith(_HYPHENS) and len(before) > 1 and before[-2].isalnum()
    if compound and after[:1].isalnum() and not _HANGING.match(after):
        return ""
    return " "
