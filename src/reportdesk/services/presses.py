"""The presses in use: one for each Word file, made anew when the file changes."""

from __future__ import annotations

from pathlib import Path

from reportdesk.core.fields import Field
from reportdesk.core.template import WordFile
from reportdesk.services.kept_presses import KeptPresses
from reportdesk.services.press import Press
from reportdesk.storage.files import shown
from reportdesk.storage.templates import TemplatePack

_Stamp = tuple[int, int, int]


class Presses:
    """Keeps a press as long as its Word file stays the same."""

    def __init__(self, kept: KeptPresses | None = None) -> None:
        """``kept`` has the presses of earlier starts; without it each is made anew."""
        self._kept = kept
        self._presses: dict[Path, tuple[_Stamp, Press]] = {}

    def press(self, pack: TemplatePack, document: WordFile) -> Press:
        """Return the press for a document of a template.

        Raises PackageError where the Word file cannot be used, TemplateError where its tags cannot.
        """
        path = pack.folder / document.file
        stamp = _stamp(path)
        known = self._presses.get(path)
        if known is None or known[0] != stamp:
            known = stamp, self._make(path, tuple(pack.template.fields()))
            self._presses[path] = known
        return known[1]

    def _make(self, path: Path, fields: tuple[Field, ...]) -> Press:
        if self._kept is not None:
            return self._kept.press(path, fields)
        # Loaded late: a press that was kept needs neither Jinja nor the strict reader.
        from reportdesk.services.press_making import new_press

        return new_press(path, shown(path), fields)[0]


def _stamp(path: Path) -> _Stamp:
    """What changes when the file does; zeros where it is missing, which reading it will tell."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
