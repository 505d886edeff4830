"""Presses kept between starts, so that a Word file is checked and compiled only once.

What is kept is plain data, never code. It is named after all that it was made of: the Word file,
the fields, and the engine itself; so it is used only where making it anew would give the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportdesk.core.fields import Field
from reportdesk.services.engine_stamp import engine_stamp
from reportdesk.services.press import Press
from reportdesk.storage.files import shown
from reportdesk.storage.kept_files import KeptFiles, key_of
from reportdesk.templating.program import plan_from_data
from reportdesk.word.report_file import ReportFile

_MOST_BYTES = 32 * 1024 * 1024


class KeptPresses:
    """Makes presses, of kept data where there is some."""

    def __init__(self, files: KeptFiles) -> None:
        self._files = files
        self._engine = engine_stamp()

    def press(self, path: Path, fields: tuple[Field, ...]) -> Press:
        """Return the press for a Word file.

        Raises PackageError where the Word file cannot be used, TemplateError where its tags cannot.
        """
        word = _bytes(path)
        name = shown(path)
        key = key_of(word, name.encode(), repr(fields).encode(), self._engine)
        kept = _press(self._files.read(key), fields)
        return kept or self._new(key, word or path, name, fields)

    def _new(self, key: str, source: Path | bytes, name: str, fields: tuple[Field, ...]) -> Press:
        # Loaded late: a press that was kept needs neither Jinja nor the strict reader.
        from reportdesk.services.press_making import new_press

        press, data = new_press(source, name, fields)
        self._files.write(key, data)
        return press


def _press(data: Any, fields: tuple[Field, ...]) -> Press | None:
    """Return the press that the data was made of, or None where it is not that."""
    try:
        word, plan = data
        return Press(ReportFile.from_data(word), plan_from_data(plan), fields)
    except (TypeError, ValueError):
        return None


def _bytes(path: Path) -> bytes:
    """Return the file's bytes, or nothing where only the strict reader can say why not."""
    try:
        suits = path.is_file() and path.stat().st_size <= _MOST_BYTES
        return path.read_bytes() if suits else b""
    except OSError:
        return b""
