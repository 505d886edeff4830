"""Which styles a template lacks that the formatting of its rich text would be printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.skeleton import Group, Node, Paragraph, Skeleton, Tag
from reportdesk.word.template_file import WordTemplate

_WANTED = ("List Bullet", "List Number", "Quote")
_PRINTED = re.compile(r"\{\{-? *(?:\w+\.)?(\w+) *-?\}\}")


def missing_styles(word: WordTemplate, fields: Sequence[Field]) -> list[Problem]:
    """Return a warning for each missing style, at the first tag that prints rich text."""
    tag = next(_rich_tags(word.skeleton, set(_rich_ids(fields))), None)
    has = {name.lower() for name in word.styles}
    if tag is None:
        return []
    message = _("the file has no style “{style}” for this rich text; a plain look takes its place")
    fix = _("add the style in Word (Home, Styles)")
    return [
        Problem("no-rich-style", message.format(style=style), fix, tag.place, Severity.WARN)
        for style in _WANTED
        if style.lower() not in has
    ]


def _rich_ids(fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        if field.kind is Kind.RICH:
            yield field.id
        yield from _rich_ids(field.fields)


def _rich_tags(skeleton: Skeleton, ids: set[str]) -> Iterator[Tag]:
    waiting: list[Node] = [node for part in reversed(skeleton.parts) for node in part.nodes[::-1]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (Paragraph, Group)):
            waiting += node.nodes[::-1]
        elif isinstance(node, Tag):
            printed = _PRINTED.fullmatch(node.source)
            if printed and printed[1] in ids:
                yield node
