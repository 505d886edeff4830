"""Tells what a file is that is not a Word document, so that the officer hears what to do."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.word.intake.faults import Faults

_COMPOUND = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_WORD_MAIN = b"wordprocessingml.document.main+xml"
_TEMPLATE_MAIN = b"wordprocessingml.template.main+xml"


def refuse_other_kinds(data: bytes, faults: Faults) -> None:
    """Add a fault if the bytes cannot be a .docx file at all, saying what they are."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        faults.add("package-empty", _("the file is empty"), _("use an earlier copy of it"))
    elif data.startswith(_COMPOUND):
        _refuse_compound(data, faults)
    elif head.startswith(b"{\\rtf"):
        _refuse(faults, _("this is a Rich Text (.rtf) file"))
    elif head.startswith((b"<!doctype html", b"<html")) or b"mime-version" in head[:200]:
        _refuse(faults, _("this is a web page, not a Word file"))
    elif head.startswith(b"%pdf"):
        message = _("this is a PDF, not a Word file")
        faults.add("package-not-word", message, _("use the Word file that it was made from"))
    elif head.startswith((b"<?xml", b"<w:", b"<pkg:")):
        _refuse(faults, _("this is an XML file, not a Word file"))
    elif not data.startswith(_ZIP):
        _refuse(faults, _("this is not a Word file"))


def refuse_other_packages(names: dict[str, bytes], types: bytes, faults: Faults) -> None:
    """Add a fault if a sound zip is not a plain Word document, saying what it is.

    ``names`` holds the content of the part ``mimetype``, if the zip has one.
    """
    if b"opendocument" in names.get("mimetype", b""):
        _refuse(faults, _("this is an OpenDocument (.odt) file"))
    elif b"macroEnabled" in types or b"vbaProject" in types:
        fix = _("open it in Word and save it as a Word Document (.docx), which drops the macros")
        faults.add("package-macros", _("this file can hold macros (.docm or .dotm)"), fix)
    elif b"spreadsheetml.sheet.main" in types:
        _refuse(faults, _("this is an Excel workbook, not a Word file"))
    elif b"presentationml" in types and _WORD_MAIN not in types:
        _refuse(faults, _("this is a PowerPoint presentation, not a Word file"))
    elif _TEMPLATE_MAIN in types:
        _refuse(faults, _("this is a Word template (.dotx)"))
    elif _WORD_MAIN not in types:
        _refuse(faults, _("this is a zip file, not a Word file"))


def _refuse_compound(data: bytes, faults: Faults) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        message = _("the file is protected by a password")
        fix = _("open it in Word, take the password off and save it again")
        faults.add("package-password", message, fix)
    elif "WordDocument".encode("utf-16-le") in data:
        _refuse(faults, _("this is a Word 97-2003 (.doc) file"))
    else:
        message = _("this is an old Office file, or one protected by a password")
        faults.add("package-not-word", message, _save_as())


def _refuse(faults: Faults, message: str) -> None:
    faults.add("package-not-word", message, _save_as())


def _save_as() -> str:
    return _("open it in Word and save it as a Word Document (.docx)")
