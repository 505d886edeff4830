"""The YAML parser in use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

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
