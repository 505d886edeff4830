"""The list of drafts that were open lately: their paths alone, for their owner alone."""

from __future__ import annotations

import os
from pathlib import Path

from reportdesk.storage.private_files import read_json, save_private_json

MOST = 12
_MAX_BYTES = 100_000


def read_recents(path: Path) -> tuple[Path, ...]:
    """Return the drafts, the latest first; a list that cannot be read is empty."""
    told = read_json(path, _MAX_BYTES)
    drafts = [Path(one) for one in told if isinstance(one, str)] if isinstance(told, list) else []
    return tuple(drafts[:MOST])


def write_recents(path: Path, drafts: tuple[Path, ...]) -> None:
    """Save the list; raises SaveError."""
    save_private_json(path, [os.fspath(draft) for draft in drafts[:MOST]])


def opened(drafts: tuple[Path, ...], draft: Path) -> tuple[Path, ...]:
    """Return the list with the draft at its head."""
    return (draft, *(one for one in drafts if one != draft))[:MOST]
