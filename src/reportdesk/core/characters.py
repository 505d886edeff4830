"""Which characters a report can hold: those of XML 1.0, with line ends as one character."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def forbidden(text: str) -> tuple[int, str] | None:
    """Return place and name (``U+0007``) of the first character no Word file can hold.

    The rule is production 2 (Char) of the XML 1.0 recommendation.
    """
    found = _FORBIDDEN.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def unify_line_ends(text: str) -> str:
    """Return the text with every CR LF and CR as one LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_forbidden(text: str) -> tuple[str, int]:
    """Return the text with unified line ends and no forbidden characters, and how many went."""
    return _FORBIDDEN.subn("", unify_line_ends(text))
