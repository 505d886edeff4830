"""Which addresses a report may link to."""

from __future__ import annotations

import re

_LINKABLE = re.compile(r"(https?://|mailto:)[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def is_linkable(address: str) -> bool:
    """Return whether it is a web or mail address, and nothing that runs or opens a file."""
    return _LINKABLE.fullmatch(address) is not None
