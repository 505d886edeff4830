"""Paths that are longer than Windows takes unless it is told to take them as they stand."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from typing import TypeVar

# Windows takes 259 letters, and 247 for a folder; a synced folder of a council is soon that deep.
_TAKEN = 240
_AS_IT_STANDS = "\\\\?\\"

P = TypeVar("P", bound=PurePath)


def far(path: P, system: str = sys.platform) -> P:
    """Return the path as the system takes it at any length; short ones come back as they are."""
    if system != "win32" or len(text := os.fspath(path)) < _TAKEN:
        return path
    if not path.is_absolute() or ".." in path.parts or text.startswith(_AS_IT_STANDS):
        return path
    if text.startswith("\\\\"):
        return type(path)(f"{_AS_IT_STANDS}UNC\\{text[2:]}")
    return type(path)(_AS_IT_STANDS + text)
