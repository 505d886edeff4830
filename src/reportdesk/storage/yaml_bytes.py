"""What is checked on a YAML file's bytes before any parser sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass

# A draft of 5,000 findings has 10 MB; the C parser needs 0.5 s for 20 MB of one text.
MAX_BYTES = 32 * 1024 * 1024
_MAX_TOLD = 100

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_NO_CONTROLS = bytes(set(range(256)) - set(_CONTROLS))
# The line of an entry, as nearly as can be told of a file that no parser takes.
_ENTRY = re.compile(r" *(?:- +)*([A-Za-z_]\w*) *:(?: |$)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Report text that YAML parsers refuse or take for the end of a line.
_UNUSUAL = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_UNUSUAL_BYTES = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]")
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
_HALF_BYTES = re.compile(rb"\\u[dD][89abAB]")
_HALVES = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class YamlBytes:
    """Bytes that a parser can take.

    Attributes:
        data: UTF-8 without a byte order mark.
        text: the same, decoded.
        stand_ins: what to put back into each text that the parser gives, by ``str.translate``.
    """

    data: bytes
    text: str
    stand_ins: dict[int, str]

    def restored(self, text: str) -> str:
        """Return the text as it stands in the file."""
        return text.translate(self.stand_ins) if self.stand_ins else text


def check_bytes(data: bytes, file: str) -> YamlBytes | tuple[Problem, ...]:
    """Return what a parser may read, or every reason why it may not."""
    if len(data) > MAX_BYTES:
        return (_too_large(file, len(data)),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return (_utf16(file),)
    bare = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = bare.decode("utf-8")
    except UnicodeDecodeError as error:
        return (_not_utf8(file, bare, error.start),)
    if _HALF_BYTES.search(bare):
        text = "\n".join(map(_joined_halves, text.split("\n")))
        bare = text.encode("utf-8")
    if not _unusual(bare):
        return YamlBytes(bare, text, {})
    return _forbidden(text, file) or _with_stand_ins(text)


def entry_above(rows: Sequence[str], line: int) -> str:
    """Return the name of the entry that begins on that line, counted from 1, or nearest above."""
    found = (_ENTRY.match(row) for row in reversed(rows[:line]))
    return next((named[1] for named in found if named), "")


def too_many(file: str) -> Problem:
    """Return the problem of a file with more entries than any draft has."""
    message = _("the file has too many entries to be a draft")
    return Problem("too-many", message, _("open another file"), Place(file))


def count_lines(data: bytes) -> int:
    """Return how many line ends the bytes hold, of Windows, Unix and old Macs."""
    return len(_LINE_ENDS.findall(data))


def _unusual(data: bytes) -> bool:
    return bool(
        data.translate(None, _NO_CONTROLS) or b"\x7f" in data or _UNUSUAL_BYTES.search(data)
    )


def _forbidden(text: str, file: str) -> tuple[Problem, ...]:
    if text.count("\0") * 3 > len(text) > 3:
        return (_utf16(file),)
    problems: list[Problem] = []
    rows = re.split("\r\n|\r|\n", text)
    for number, line in enumerate(rows, 1):
        found = _FORBIDDEN.search(line)
        if found and len(problems) < _MAX_TOLD:
            place = Place(file, number, label=entry_above(rows, number))
            problems.append(_character(place, ord(found[0])))
    return tuple(problems)


def _with_stand_ins(text: str) -> YamlBytes:
    """Put a private character that the text lacks in the place of each unusual one."""
    present = set(text)
    free = (chr(code) for code in _PRIVATE if chr(code) not in present)
    unusual = sorted(present & set(_UNUSUAL.findall(text)))
    pairs = dict(zip(unusual, free, strict=False))
    hidden = text.translate({ord(odd): by for odd, by in pairs.items()})
    back = {ord(stand_in): character for character, stand_in in pairs.items()}
    return YamlBytes(hidden.encode("utf-8"), hidden, back)


def _too_large(file: str, size: int) -> Problem:
    return Problem(
        "too-large",
        _("the file has {size:,} bytes; at most {most:,} can be read").format(
            size=size, most=MAX_BYTES
        ),
        _("check that it is a draft; move long texts into appendices"),
        Place(file),
    )


def _utf16(file: str) -> Problem:
    return Problem(
        "encoding",
        _("the file is UTF-16 text, which Notepad calls Unicode"),
        _("save it again with the encoding UTF-8"),
        Place(file, 1),
    )


def _joined_halves(line: str) -> str:
    """Return a line of JSON, which writes 😀 as two escapes in double quotation marks, for YAML."""
    start = line.find('"')
    if start < 0:
        return line
    return line[:start] + _HALVES.sub(_joined, line[start:])


def _joined(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return f"{found[1]}{chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)}"


def _not_utf8(file: str, data: bytes, at: int) -> Problem:
    line = count_lines(data[:at]) + 1
    rows = data[:at].decode("utf-8", "replace").splitlines()
    return Problem(
        "encoding",
        _("the file is not UTF-8 text: byte {byte} cannot stand there").format(
            byte=f"0x{data[at]:02X}"
        ),
        _("open it in the program that wrote it and save it with the encoding UTF-8"),
        Place(file, line, label=entry_above(rows, line)),
    )


def _character(place: Place, code: int) -> Problem:
    return Problem(
        "character",
        _("character {name} cannot stand in a draft").format(name=f"U+{code:04X}"),
        _("delete it"),
        place,
    )
