"""Read a Word file back as a reader sees it."""

from __future__ import annotations

from pathlib import Path

from reportdesk.storage.files import shown
from reportdesk.word.document_reader import read_document
from reportdesk.word.outline import outline


def outline_of(path: Path) -> list[str]:
    """Return a Word file as readable lines; raises PackageError where it cannot be read."""
    return outline(read_document(path, shown(path)))
