"""Which file, if it may be a letter, is dragged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

_ENDINGS = (".pdf", ".docx", ".txt")


def dropped_letter(data: QMimeData) -> Path | None:
    """Return the one file that is dragged where it may be a letter, else None."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix.lower() in _ENDINGS else None
