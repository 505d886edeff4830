"""The list of drafts that were open lately: their paths alone, for their owner alone."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.storage.atomic import save
from reportdesk.storage.files import read_file
from reportdesk.storage.places import make_private

MOST = 12
_MAX_BYTES = 100_000


def read_recents(path: Path) -> tuple[Path, ...]:
    """Return the drafts, the latest first; a list that cannot be read is empty."""
    with suppress(ReportDeskError, ValueError):
        told = json.loads(read_file(path, _MAX_BYTES, SaveError))
        if isinstance(told, list):
            return tuple(Path(one) for one in told if isinstance(one, str))[:MOST]
    return ()


def write_recents(path: Path, drafts: tuple[Path, ...]) -> None:
    """Save the list; raises SaveError."""
    with suppress(OSError):  # saving says it better
        make_private(path.parent)
    told = [os.fspath(draft) for draft in drafts[:MOST]]
    save(path, json.dumps(told, indent=1).encode("ascii"), None, private=True)


def opened(drafts: tuple[Path, ...], draft: Path) -> tuple[Path, ...]:
    """Return the list with the draft at its head."""
    return (draft, *(one for one in drafts if one != draft))[:MOST]
