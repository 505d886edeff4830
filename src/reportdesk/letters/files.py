"""Reads a letter from a file or from pasted text; the PDF itself is opened in the worker only."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reportdesk.core.characters import unify_line_ends
from reportdesk.core.errors import LetterError
from reportdesk.core.i18n import _, plural
from reportdesk.core.letter import Letter, SourceText
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.letters.lines import paper_source, source_lines, storable
from reportdesk.letters.process import pdf_pages
from reportdesk.letters.reader import letter_of

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 2_000_000
MAX_LINES = 12_000
_HEAD = 4096
_PAGE_END = "\f"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_letter(
    path: Path, *, seconds: float = 10.0, cancelled: Callable[[], bool] = lambda: False
) -> Letter:
    """Return the letter in a PDF or text file; a PDF is read by the worker within the seconds.

    Raises LetterError where the file cannot be read. Word files are read elsewhere and
    come through ``read_paragraphs``.
    """
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:1024]:
        return _letter(paper_source(path.name, pdf_pages(path, seconds, cancelled), digest))
    if path.suffix.lower() == ".pdf":
        raise _fault(path.name, "not-pdf")
    return _read(_decoded(path, data), path.name, digest)


def read_text(text: str, name: str) -> Letter:
    """Return the letter in pasted text.

    Raises LetterError where there is no text, or too much.
    """
    return _read(text, name, _digest(text))


def read_paragraphs(
    paragraphs: Sequence[str], name: str, notices: Iterable[Problem] = ()
) -> Letter:
    """Return the letter in paragraphs that another room took from a Word file.

    The notices of that reading are handed on. Raises LetterError as ``read_text`` does.
    """
    text = "\n\n".join(paragraphs)
    _hold(text, name)
    page = unify_line_ends(storable(text)).replace(_PAGE_END, " ")
    return _letter(SourceText(name, (page,), _digest(text)), tuple(notices))


def read_kept(source: SourceText) -> Letter:
    """Return the letter in a source that was kept, the same as when it was first read."""
    return letter_of(source, source_lines(source))


def _read(text: str, name: str, digest: str) -> Letter:
    _hold(text, name)
    pages = unify_line_ends(storable(text)).split(_PAGE_END)
    return _letter(SourceText(name, tuple(pages), digest))


def _letter(source: SourceText, notices: tuple[Problem, ...] = ()) -> Letter:
    lines = source_lines(source)
    if len(lines) > MAX_LINES:
        raise _fault(source.name, "lines")
    lost = sum(page.count("\ufffd") for page in source.pages)
    if lost:
        message = plural(
            "{count} character could not be read and shows as {mark}",
            "{count} characters could not be read and show as {mark}",
            lost,
        ).format(count=lost, mark="\ufffd")
        fix = _("compare those places with the letter itself")
        place = Place(file=source.name)
        notices += (Problem("letter-characters", message, fix, place, Severity.WARN),)
    return letter_of(source, lines, notices)


def _hold(text: str, name: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise _fault(name, "characters")
    if not text.strip():
        raise _fault(name, "empty")
    if text.count("\n") > 5 * MAX_LINES:
        raise _fault(name, "lines")


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _fault(path.name, "no-file")
        if about.st_size > MAX_BYTES:
            raise _fault(path.name, "large")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or _("its name cannot be used")
        raise _fault(path.name, "unreadable", reason) from None
    if not data.strip():
        raise _fault(path.name, "empty")
    return data


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise _fault(path.name, "word")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if len(_CONTROLS.findall(data[:_HEAD])) > 8:
        raise _fault(path.name, "not-text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fault(name: str, code: str, reason: str = "") -> LetterError:
    message, fix = _words(reason)[code]
    error = LetterError.of(f"letter-{code}", message, fix, Place(file=name))
    assert isinstance(error, LetterError)
    return error


def _words(reason: str) -> dict[str, tuple[str, str]]:
    other = _("choose the letter as a PDF, Word or text file")
    return {
        "no-file": (_("this is not a file"), other),
        "unreadable": (_("the file cannot be read: {reason}").format(reason=reason), other),
        "empty": (_("there is no text in it"), other),
        "large": (
            _("the file is larger than 20 MB"),
            _("save the letter’s own pages as a file, and read that"),
        ),
        "characters": (
            _("the text is longer than 2,000,000 characters"),
            _("take the letter’s own text only"),
        ),
        "lines": (
            _("the text has more than 12,000 lines"),
            _("take the letter’s own text only"),
        ),
        "not-pdf": (_("this is not a PDF file, whatever its name says"), other),
        "not-text": (_("this is not a text file"), other),
        "word": (
            _("this is not a text file but a Word or RTF document"),
            _("save it as .docx, and give it that ending"),
        ),
    }
