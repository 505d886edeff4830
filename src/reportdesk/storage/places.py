"""Where files belong: what is shipped, and the user's own data, by each system's custom."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from reportdesk.core.quick_dataclasses import dataclass

_NAME = "ReportDesk"
_ROOM = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of the running program.

    Attributes:
        templates: the shipped templates, with the vocabulary.
        resources: icons, themes, words.
        data: the user's own: recovery, backups, address book; private.
        settings: the user's settings.
        cache: what can be made anew.
    """

    templates: Path
    resources: Path
    data: Path
    settings: Path
    cache: Path


def find_places(environment: Mapping[str, str] | None = None, system: str = sys.platform) -> Places:
    """Return the folders; none of them is made by this."""
    told = os.environ if environment is None else environment
    shipped = _shipped()
    data, settings, cache = (_windows if system == "win32" else _unix)(told)
    return Places(shipped / "templates", shipped / "resources", data, settings, cache)


def make_private(folder: Path) -> Path:
    """Make the folder, for its owner alone, and return it; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _shipped() -> Path:
    """Return the folder of templates and resources: in an installed wheel, else in the source."""
    bundled = _ROOM.parent / "_bundled"
    return bundled if bundled.is_dir() else _ROOM.parents[2]


def _windows(told: Mapping[str, str]) -> tuple[Path, Path, Path]:
    roaming = _folder(told.get("APPDATA"), "AppData/Roaming") / _NAME
    local = _folder(told.get("LOCALAPPDATA"), "AppData/Local") / _NAME
    return local, roaming, local / "Cache"


def _unix(told: Mapping[str, str]) -> tuple[Path, Path, Path]:
    name = _NAME.lower()
    return (
        _folder(told.get("XDG_DATA_HOME"), ".local/share") / name,
        _folder(told.get("XDG_CONFIG_HOME"), ".config") / name,
        _folder(told.get("XDG_CACHE_HOME"), ".cache") / name,
    )


def _folder(told: str | None, usual: str) -> Path:
    """Return the folder told, if absolute as the XDG rules ask, else the usual one."""
    if told and Path(told).is_absolute():
        return Path(told)
    return Path.home() / usual
