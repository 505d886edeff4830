"""Where templates are looked for: the shipped ones, and folders of the council's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportdesk.storage.places import find_places


def template_folders(own: Sequence[Path]) -> tuple[Path, ...]:
    """Return the council's own folders first, then the shipped one."""
    return (*own, find_places().templates)
