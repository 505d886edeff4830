"""Who has a draft open: a small file beside it that only informs and never stops a save."""

from __future__ import annotations

import getpass
import json
import os
import socket
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from reportdesk.core.errors import ReportDeskError
from reportdesk.storage.atomic import save
from reportdesk.storage.private_files import read_json
from reportdesk.storage.processes import runs

RENEW_AFTER = 60.0
_STALE = 200.0
_MAX_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Owner:
    """A window that has the draft open.

    Attributes:
        at: when it last said so, in seconds since 1970.
    """

    user: str
    host: str
    process: int
    at: float


def ourselves() -> Owner:
    """Return this program as an owner."""
    return Owner(_user(), socket.gethostname(), os.getpid(), time.time())


def owner_of(draft: Path) -> Owner | None:
    """Return who else has the draft open, or None; a stale file counts for nothing."""
    told = read_json(_beside(draft), _MAX_BYTES)
    with suppress(ValueError, TypeError, KeyError, OverflowError):
        owner = Owner(str(told["user"]), str(told["host"]), int(told["process"]), told["at"])
        if _lives(owner):
            return owner
    return None


def claim(draft: Path) -> None:
    """Say that we have the draft open; where the folder cannot be written, nobody hears it."""
    with suppress(ReportDeskError):
        save(_beside(draft), json.dumps(asdict(ourselves())).encode("ascii"), None)


def release(draft: Path) -> None:
    """Say no longer that we have the draft open; another's word stays."""
    path = _beside(draft)
    told, us = read_json(path, _MAX_BYTES), ourselves()
    with suppress(TypeError, KeyError, OSError):
        if (told["host"], told["process"]) == (us.host, us.process):
            path.unlink()


def _lives(owner: Owner) -> bool:
    us = ourselves()
    if (owner.host, owner.process) == (us.host, us.process):
        return False
    if owner.host == us.host and not runs(owner.process):
        return False
    return abs(us.at - owner.at) < _STALE


def _beside(draft: Path) -> Path:
    return draft.with_name(f".{draft.name[:60]}.reportdesk-owner")


def _user() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
