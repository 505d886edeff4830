"""Reads a PDF in a process of its own and prints its lines as JSON.

The last line of standard output is the answer: ``{"fault": code}`` or ``{"pages": [...]}``,
a page being its height and its lines, a line ``[text, x, y, right, size, bold]``.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000
_PASSWORD = 4
_HYPHEN = 1
_BOLD = 600
_BAD = {*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)}
_SPACES = {0x20, 0x09, 0xA0, 0x0D, 0x0A, 0x200B}

Char = tuple[int, int, float, float]
Row = tuple[str, float, float, float, float, bool]


class Fault(Exception):
    """The file cannot be read; the argument is a short code."""


def main(path: str) -> None:
    """Print what stands in the PDF, or the code of what is wrong with it."""
    try:
        answer: dict[str, object] = {"pages": read(path)}
    except Fault as fault:
        answer = {"fault": str(fault)}
    except pypdfium2.PdfiumError:
        answer = {"fault": "broken"}
    except MemoryError:
        answer = {"fault": "memory"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def read(path: str) -> list[dict[str, object]]:
    """Return every page's height and lines; raise Fault where that cannot be done."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error)
        raise Fault("password" if locked else "broken") from None
    count = len(document)
    if not 0 < count <= MAX_PAGES:
        raise Fault("pages" if count else "broken")
    pages: list[dict[str, object]] = []
    left = MAX_CHARACTERS
    for number in range(count):
        page = document[number]
        text = page.get_textpage()
        left -= pdfium.FPDFText_CountChars(text.raw)
        if left < 0:
            raise Fault("characters")
        pages.append({"height": page.get_height(), "lines": list(_lines(text.raw))})
        text.close()
        page.close()
    return pages


def _lines(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Row]:
    for row in _rows(text):
        shown = [char for char in row if char[1] not in _SPACES]
        if shown:
            yield _line(text, row, shown)


def _rows(text: pdfium.FPDF_TEXTPAGE) -> Iterator[list[Char]]:
    """Yield each line's characters: a line ends at a line end or where the baseline drops."""
    row: list[Char] = []
    for char in _chars(text):
        if char[1] in (0x0A, 0x0D):
            if row:
                yield row
            row = []
            continue
        if row and _dropped(row, char):
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _dropped(row: list[Char], char: Char) -> bool:
    """Whether the text has gone back to the left on another baseline, as after a hyphen."""
    last = row[-1]
    return char[1] not in _SPACES and abs(char[3] - last[3]) > 4 and char[2] < last[2] - 20


def _chars(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Char]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsHyphen(text, index) == _HYPHEN:
            code = ord("-")
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield index, code, x.value, y.value


def _line(text: pdfium.FPDF_TEXTPAGE, row: list[Char], shown: list[Char]) -> Row:
    first, last = shown[0], shown[-1]
    heavy = [_weight(text, shown[at][0]) for at in (0, len(shown) // 2, -1)]
    size = pdfium.FPDFText_GetFontSize(text, shown[len(shown) // 2][0])
    letters = "".join(_letter(code) for _, code, _, _ in row).strip()
    right = _right(text, last)
    return (letters, round(first[2], 1), round(first[3], 1), right, round(size, 1), all(heavy[1:]))


def _letter(code: int) -> str:
    if code in _SPACES:
        return " "
    return "\ufffd" if code in _BAD or code > sys.maxunicode else chr(code)


def _weight(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    return bool(pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD)


def _right(text: pdfium.FPDF_TEXTPAGE, char: Char) -> float:
    box = [ctypes.c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetCharBox(text, char[0], *box):
        return round(char[2], 1)
    return round(box[1].value, 1)


if __name__ == "__main__":
    main(sys.argv[1])
