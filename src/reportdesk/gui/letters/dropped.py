"""Which file, if it may be a letter, is dragged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from reportdesk.gui.dialogs.files import dropped_file

_ENDINGS = (".pdf", ".docx", ".txt")


def dropped_letter(data: QMimeData) -> Path | None:
    """Return the one file that is dragged where it may be a letter, else None."""
    return dropped_file(data, _ENDINGS)
