"""Get a file without stopping the window: asked for, with a call as the answer, or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """What is asked.

    Attributes:
        kinds: as Qt writes them: ``Word documents (*.docx)``.
        suggested: file or folder to begin with.
        ending: added to a name that was given without one.
    """

    title: str
    kinds: str = ""
    suggested: str = ""
    ending: str = ""


def ask_open(parent: QWidget, question: FileQuestion, take: Callable[[Path], object]) -> None:
    """Ask for a file that is there."""
    dialog = _dialog(parent, question)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, take)


def ask_folder(parent: QWidget, question: FileQuestion, take: Callable[[Path], object]) -> None:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, question)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, take)


def ask_save(parent: QWidget, question: FileQuestion, take: Callable[[Path], object]) -> None:
    """Ask where to save; the dialog itself asks before an old file would be replaced."""
    dialog = _dialog(parent, question)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(question.ending)
    _open(dialog, take)


def dropped_file(data: QMimeData, endings: tuple[str, ...]) -> Path | None:
    """Return the one file that is dragged, where it has one of these endings, else None."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix.lower() in endings else None


def _dialog(parent: QWidget, question: FileQuestion) -> QFileDialog:
    suggested = Path(question.suggested)
    folder = suggested if suggested.is_dir() else suggested.parent
    dialog = QFileDialog(parent, question.title, str(folder), question.kinds)
    if question.suggested and suggested is not folder:
        dialog.selectFile(suggested.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _open(dialog: QFileDialog, take: Callable[[Path], object]) -> None:
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()
