"""Turn a finished Word file into a tagged PDF, by Word on Windows or by LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportdesk.core.errors import Cancelled, ExportError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.word.outside import GoingOn, run_outside

_SECONDS = 120
# PDF/UA-1 (ISO 14289-1): tagged, titled, with the reading order of the document.
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {
        "PDFUACompliance": {"type": "boolean", "value": "true"},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
    }
)
_NAMES = ("soffice", "libreoffice")
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)")


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that makes PDFs: its name for officers, and how it is called."""

    name: str
    convert: Callable[[Path, Path, GoingOn], bool]


def find_converter() -> Converter | None:
    """Return the program to make PDFs with, or None where there is none on this computer."""
    if sys.platform == "win32" and _has_word():
        return Converter("Word", _by_word)
    office = _find_libreoffice()
    return Converter("LibreOffice", _libreoffice(office)) if office else None


def to_pdf(word: bytes, name: str, going_on: GoingOn = lambda: True) -> bytes:
    """Return the Word file as a tagged PDF, while ``going_on`` says that it is wanted.

    Raises ExportError where no program can make one, or where it did not succeed, and Cancelled
    where it was no longer wanted: the program that made it is ended then.
    """
    converter = find_converter()
    if converter is None:
        raise _error(
            name, _("no program to make a PDF was found"), _("install LibreOffice or Word")
        )
    with tempfile.TemporaryDirectory(prefix="reportdesk-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "report.docx", Path(folder) / "report.pdf"
        source.write_bytes(word)
        try:
            ended = converter.convert(source, target, going_on)
        except (OSError, subprocess.SubprocessError) as error:
            raise _failed(name, converter.name) from error
        if not ended:
            raise Cancelled.of("cancelled", _("cancelled"), place=Place(file=name))
        if not target.is_file():  # LibreOffice ends with 0 even where it wrote nothing
            raise _failed(name, converter.name)
        return target.read_bytes()


def _failed(name: str, program: str) -> ExportError:
    message = _("{program} could not make a PDF of it").format(program=program)
    return _error(name, message, _("open the Word file and save it as PDF from there"))


def _error(name: str, message: str, fix: str) -> ExportError:
    return ExportError.of("pdf", message, fix, Place(file=name))


def _find_libreoffice() -> str:
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    for variable in _WINDOWS_FOLDERS:
        path = Path(os.environ.get(variable, "")) / "LibreOffice" / "program" / "soffice.exe"
        if path.is_absolute() and path.is_file():
            return str(path)
    return ""


def _libreoffice(program: str) -> Callable[[Path, Path, GoingOn], bool]:
    def convert(source: Path, target: Path, going_on: GoingOn) -> bool:
        # A profile of our own: else it would talk to the LibreOffice that the officer has open.
        profile = (target.parent / "profile").as_uri()
        command = [
            program,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            _FILTER,
            "--outdir",
            str(target.parent),
            str(source),
        ]
        return run_outside(command, _SECONDS, going_on)

    return convert


def _has_word() -> bool:
    if sys.platform != "win32":
        return False
    import winreg  # only Windows has it

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
    except OSError:
        return False
    return True


def _by_word(source: Path, target: Path, going_on: GoingOn) -> bool:
    """Let Word export in a process of its own, so that a dialog of Word cannot hang us."""
    command = [sys.executable, "-m", "reportdesk.word.pdf_by_word", str(source), str(target)]
    return run_outside(command, _SECONDS, going_on)
