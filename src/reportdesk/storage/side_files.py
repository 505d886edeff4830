"""Names of the files that a save makes beside its target, and the sweep of those left over."""

from __future__ import annotations

import hashlib
import os
import re
import time
from pathlib import Path

from reportdesk.storage.disk import DISK, Disk
from reportdesk.storage.far_paths import far

_TEMP = re.compile(r"\..+\.[0-9a-f]{16}\.reportdesk-tmp")
_LOCK = re.compile(r"\..+\.reportdesk-lock")
# Longer than any save; younger ones may belong to one that is under way.
_OLD = 60.0


def temp_beside(target: Path, token: str) -> Path:
    """Return where the new bytes lie until they replace the target."""
    return target.with_name(f".{_short(target.name)}.{token}.reportdesk-tmp")


def lock_beside(target: Path) -> Path:
    """Return the file that all programs lock which save this target."""
    return target.with_name(f".{_short(target.name)}.reportdesk-lock")


def sweep(folder: Path, older: float = _OLD, disk: Disk = DISK) -> tuple[Path, ...]:
    """Remove what saves that died left in the folder, and return it; younger files stay."""
    gone = []
    for path in _left_over(folder, older):
        try:
            _remove(path, disk)
        except OSError:
            continue  # another has it or removed it: it is theirs to sweep
        if disk.state(path) is None:
            gone.append(path)
    return tuple(gone)


def _left_over(folder: Path, older: float) -> list[Path]:
    now = time.time()
    try:
        with os.scandir(far(folder)) as entries:
            return [
                Path(entry.path)
                for entry in entries
                if (_TEMP.fullmatch(entry.name) or _LOCK.fullmatch(entry.name))
                and entry.is_file(follow_symlinks=False)
                and now - entry.stat(follow_symlinks=False).st_mtime > older
            ]
    except OSError:
        return []  # a folder that cannot be listed has nothing that we could remove


def _remove(path: Path, disk: Disk) -> None:
    if not _LOCK.fullmatch(path.name):
        disk.remove(path)
        return
    handle = disk.open_lock(path)
    try:
        ours = disk.lock(handle) and disk.same_file(handle, path)
    except OSError:
        ours = False
    if ours:
        disk.free(handle, path)
    else:
        disk.close(handle)


def _short(name: str) -> str:
    """Return the name, or its hash where a side file's name would grow too long."""
    encoded = os.fsencode(name)
    return name if len(encoded) <= 200 else hashlib.sha256(encoded).hexdigest()[:32]
