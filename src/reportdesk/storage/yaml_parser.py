"""The YAML parser in use, and the bounds within which it may work."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem

# An answer lies 5 deep; beyond some thousands the parser's time grows with the square.
MAX_DEPTH = 20
# A draft of 5,000 findings makes 180,000; these take a second, and twice that where careful.
MAX_EVENTS = 400_000
# The parser takes 1,024 characters; a hundred fit whatever the writer must escape.
MAX_KEY = 100
MERGE = "<<"
# The parser's events are this file's edge: their types are not known to mypy.
_PARSER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

# A line with something before a `` #``: whether that is a comment, only the parser knows.
_MAYBE_COMMENT = re.compile(rb"^[ \t]*[^\s#][^\r\n]*[ \t]#", re.MULTILINE)


def event_reader(data: bytes) -> Callable[[], Any]:
    """Return the call that gives the next event of the file, in C where it is there."""
    reader: Callable[[], Any] = _PARSER(data).get_event
    return reader


def may_drop_text(data: bytes) -> bool:
    """Return whether a line may hold text after `` #``, which YAML leaves out."""
    return (b" #" in data or b"\t#" in data) and bool(_MAYBE_COMMENT.search(data))


def too_many(file: str) -> Problem:
    """Return the problem of a file with more entries than any draft has."""
    message = _("the file has too many entries to be a draft")
    return Problem("too-many", message, _("open another file"), Place(file))
