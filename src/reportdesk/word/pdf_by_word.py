"""Export one Word file as a tagged PDF through Word itself; a program of its own, for Windows."""

from __future__ import annotations

import sys
from pathlib import Path

# Of Word's object model: WdExportFormat, WdAlertLevel, WdSaveOptions, WdExportCreateBookmarks.
_PDF, _NO_ALERTS, _DO_NOT_SAVE, _BOOKMARKS_FROM_HEADINGS = 17, 0, 0, 1


def export(source: Path, target: Path) -> None:
    """Write the PDF; Word is always closed again."""
    from comtypes.client import CreateObject  # Windows only

    word = CreateObject("Word.Application")
    try:
        word.Visible = False
        word.DisplayAlerts = _NO_ALERTS
        document = word.Documents.Open(str(source), ReadOnly=True, AddToRecentFiles=False)
        document.ExportAsFixedFormat(
            str(target),
            _PDF,
            CreateBookmarks=_BOOKMARKS_FROM_HEADINGS,
            DocStructureTags=True,
            BitmapMissingFonts=True,
        )
        document.Close(_DO_NOT_SAVE)
    finally:
        word.Quit(_DO_NOT_SAVE)


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
