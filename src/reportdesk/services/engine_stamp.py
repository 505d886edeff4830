"""What changes when the program does, to name kept data by."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path

import reportdesk
from reportdesk.core.i18n import asked_languages

_ROOMS = ("core", "storage", "templating", "word")


@cache
def engine_stamp() -> bytes:
    """Return the program's version and language, and name, size and time of what makes data.

    They are looked at once, as a program that runs stays what it is.
    """
    room = Path(reportdesk.__file__).parent
    modules: list[str] = []
    with suppress(OSError):  # a packed program has no such folders: there its version tells
        modules = [stamp for name in _ROOMS for stamp in _module_stamps(room / name)]
    spoken = asked_languages(os.environ)  # in which some labels and faults are said
    return "\n".join([reportdesk.__version__, *spoken, *sorted(modules)]).encode()


def _module_stamps(folder: Path) -> list[str]:
    stamps: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                stamps += _module_stamps(Path(entry.path))
            elif entry.name.endswith(".py"):
                about = entry.stat()
                stamps.append(f"{entry.name} {about.st_size} {about.st_mtime_ns}")
    return stamps
