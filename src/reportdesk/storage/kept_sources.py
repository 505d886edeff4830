"""Where the texts of letters are kept beside a draft, and how they are forgotten."""

from __future__ import annotations

from pathlib import Path

from reportdesk.storage.removing import remove

MARK = "# Text of a letter, page by page, as ReportDesk read it"


def sources_folder(draft: Path) -> Path:
    """Return the folder beside a draft in which the texts of its letters are kept."""
    return draft.with_name(f"{draft.stem} sources")


def kept_sources(draft: Path) -> tuple[Path, ...]:
    """Return the files in which the texts of the draft's letters are kept."""
    folder = sources_folder(draft)
    found = sorted(folder.glob("*.yaml")) if folder.is_dir() else ()
    return tuple(path for path in found if path.is_file() and _is_ours(path))


def forget_sources(draft: Path) -> None:
    """Remove the kept texts, and their folder where it is empty then.

    Raises SaveError with what stays.
    """
    files = kept_sources(draft)
    remove(files)
    folder = sources_folder(draft)
    if files and not any(folder.iterdir()):
        remove((folder,))


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK.encode()
