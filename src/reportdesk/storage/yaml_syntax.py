"""What a YAML parser complains of, said so that an officer can mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.error import Mark

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.storage.yaml_bytes import entry_above

_INDENT = _("check the colons, the dashes and that answers are indented by the same spaces")
_QUOTE = _("put the whole text in quotation marks: '…'")


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words in the parser's message, what they mean to an officer, and whose line to name."""

    signs: tuple[str, ...]
    message: str
    fix: str
    where_it_began: bool = False


def syntax_fault(error: Exception, file: str, line: int, rows: Sequence[str]) -> Problem:
    """Return the problem for the parser's error; the line is where it was last seen."""
    telling = _telling(error, rows)
    mark = _mark(error, telling.where_it_began)
    number = mark.line + 1 if mark else line
    number = max(1, min(number, len(rows)))
    place = Place(file, number, label=entry_above(rows, number))
    return Problem("syntax", telling.message, telling.fix, place)


def _telling(error: Exception, rows: Sequence[str]) -> _Telling:
    said = f"{getattr(error, 'context', '') or ''}; {getattr(error, 'problem', '') or error}"
    before, at = _around(_mark(error, False), rows)
    if "escape" in said and _HALF.search(before[-6:] + at):
        return _HALVED
    if at == "\t" or (not before.strip() and "\t" in before):
        return _TAB
    if _COLON.signs[0] in said and ": " not in before:
        return _MISFIT
    fitting = (one for one in _TELLINGS if all(sign in said for sign in one.signs))
    return next(fitting, _ANY)


def _around(mark: Mark | None, rows: Sequence[str]) -> tuple[str, str]:
    """Return the row up to the mark, and the character at the mark."""
    row = rows[mark.line] if mark and mark.line < len(rows) else ""
    column = mark.column if mark else 0
    return row[:column], row[column : column + 1]


def _mark(error: Exception, where_it_began: bool) -> Mark | None:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return context or problem if where_it_began else problem or context


_HALF = re.compile(r"\\u[dD]?")
_HALVED = _Telling(
    (),
    _("half a character (a lone surrogate) stands here, which no Word document can hold"),
    _("delete it, or type the character itself"),
)
_TAB = _Telling((), _("a tab stands where spaces are needed"), _("indent with spaces only"))
_MISFIT = _Telling(
    (),
    _("this line is a new answer, but the text above it is not finished or has no name"),
    _INDENT,
)
_ANY = _Telling((), _("the lines here do not form names and answers"), _INDENT)
_COLON = _Telling(
    ("mapping values are not allowed",),
    _("a colon in the middle of a line begins an answer of its own"),
    _QUOTE,
)
_OPEN_QUOTE = _("the quotation mark that opens here is never closed")
_OPEN_BRACKET = _("a bracket that opens here is never closed")
_TELLINGS = (
    _Telling(
        ("quoted scalar", "end of stream"),
        _OPEN_QUOTE,
        _("close it, and double each ' in it"),
        True,
    ),
    _Telling(
        ("quoted scalar", "document"), _OPEN_QUOTE, _("close it, and double each ' in it"), True
    ),
    _Telling(
        ("quoted scalar",),
        _("a backslash in a text in double quotation marks is not understood"),
        _("write it twice, or use single quotation marks"),
    ),
    _COLON,
    _Telling(
        ("could not find expected ':'",),
        _("a line has neither a colon nor a dash that would make it an answer"),
        _("write name: answer, or indent the line under a name with |"),
        True,
    ),
    _Telling(("flow sequence",), _OPEN_BRACKET, _QUOTE, True),
    _Telling(("flow mapping",), _OPEN_BRACKET, _QUOTE, True),
    _Telling(("flow node",), _OPEN_BRACKET, _QUOTE, True),
    _Telling(("cannot start any token",), _("an answer cannot begin like this"), _QUOTE),
    _Telling(("block sequence entries",), _("a dash here begins a list of its own"), _QUOTE),
    _Telling(
        ("block scalar",),
        _("the sign | or > must end its line, and the text stand indented below it"),
        _("put the text on the next line, or in quotation marks"),
    ),
    _Telling(
        ("block mapping",), _("this line does not stand as far in as the names above it"), _INDENT
    ),
    _Telling(
        ("block collection",), _("this line does not stand as far in as the dashes above"), _INDENT
    ),
    _Telling(("directive",), _("a line that begins with % is not read"), _("delete it")),
)
