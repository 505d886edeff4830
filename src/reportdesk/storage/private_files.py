"""Small files that the program keeps for its user alone, and what it reads back of them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.storage.atomic import save
from reportdesk.storage.files import read_file
from reportdesk.storage.places import make_private


def save_private(path: Path, data: bytes) -> None:
    """Save the file, in a folder that is made where there is none; raises SaveError."""
    with suppress(OSError):  # saving says it better
        make_private(path.parent)
    save(path, data, None, private=True)


def save_private_json(path: Path, told: Any) -> None:
    """Save it as JSON; raises SaveError."""
    save_private(path, json.dumps(told, indent=1).encode("ascii"))


def read_json(path: Path, most: int) -> Any:
    """Return what the file holds, or None where it has more bytes than that or is broken."""
    with suppress(ReportDeskError, ValueError, RecursionError):
        return json.loads(read_file(path, most, SaveError))
    return None
