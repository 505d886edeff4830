"""The presses in use: one for each Word file, made anew when the file changes."""

from __future__ import annotations

from pathlib import Path

from reportdesk.core.template import WordFile
from reportdesk.services.press import Press
from reportdesk.storage.templates import TemplatePack
from reportdesk.templating.compiler import compile_template
from reportdesk.word.template_file import open_template

_Stamp = tuple[int, int, int]


class Presses:
    """Keeps a press as long as its Word file stays the same."""

    def __init__(self) -> None:
        self._presses: dict[Path, tuple[_Stamp, Press]] = {}

    def press(self, pack: TemplatePack, document: WordFile) -> Press:
        """Return the press for a document of a template.

        Raises PackageError where the Word file cannot be used, TemplateError where its tags cannot.
        """
        path = pack.folder / document.file
        stamp = _stamp(path)
        kept = self._presses.get(path)
        if kept is None or kept[0] != stamp:
            kept = stamp, _make(pack, path)
            self._presses[path] = kept
        return kept[1]


def _make(pack: TemplatePack, path: Path) -> Press:
    word = open_template(path)
    fields = tuple(pack.template.fields())
    return Press(word, compile_template(word.skeleton, fields), fields)


def _stamp(path: Path) -> _Stamp:
    """What changes when the file does; zeros where it is missing, which reading it will tell."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
