"""Which texts of letters are kept beside a draft, and how they are forgotten."""

from __future__ import annotations

from pathlib import Path

_MARK = b"# Text of a letter, page by page, as ReportDesk read it"


def kept_sources(draft: Path) -> tuple[Path, ...]:
    """Return the files in which the texts of the draft's letters are kept."""
    folder = draft.with_name(f"{draft.stem} sources")
    found = sorted(folder.glob("*.yaml")) if folder.is_dir() else ()
    return tuple(path for path in found if path.is_file() and _is_ours(path))


def forget_sources(draft: Path) -> None:
    """Remove the kept texts, and their folder where it is empty then; raises OSError."""
    files = kept_sources(draft)
    for path in files:
        path.unlink()
    folder = draft.with_name(f"{draft.stem} sources")
    if files and not any(folder.iterdir()):
        folder.rmdir()


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK
