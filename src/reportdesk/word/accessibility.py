"""What keeps people from reading a report with a screen reader, a keyboard or weak sight.

The rules follow the government's guidance on accessible documents and WCAG 2.2 AA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reportdesk.core.asked import shortened
from reportdesk.core.document import Block, Document, Look, Paragraph, Row, Run, Table
from reportdesk.core.i18n import _, plural
from reportdesk.core.places import Cell, Place
from reportdesk.core.problems import Problem, Severity

_BULLET = re.compile(r"[•·▪◦‣●]\s*\S")
_MARK = re.compile(r"(?:[-–—*o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+\S")
_CONTROL = re.compile(r"\{%.*?%\}", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_VAGUE = frozenset({"here", "click here", "link", "this link", "more", "read more", "this page"})
_WHITE = "FFFFFF"
_LARGE, _LARGE_BOLD = 18.0, 14.0
_ENOUGH, _ENOUGH_FOR_LARGE = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph or table with where it stands and what colour lies behind it."""

    block: Block
    place: Place
    background: str = _WHITE


def accessibility(document: Document, file: str = "") -> list[Problem]:
    """Return what a reader may stumble over, as warnings in the order of the rules."""
    start = Place(file, part=_("body"))
    placed = list(_placed(document.blocks, start, _WHITE))
    paragraphs = [(one.block, one.place) for one in placed if isinstance(one.block, Paragraph)]
    tables = [(one.block, one.place) for one in placed if isinstance(one.block, Table)]
    return [
        *_about(document, Place(file)),
        *_headings(paragraphs),
        *_tables(tables),
        *_empty_paragraphs(placed),
        *_typed_lists(paragraphs),
        *_runs(paragraphs),
        *_contrast(placed),
    ]


def _placed(blocks: Iterable[Block], around: Place, background: str) -> Iterator[_Placed]:
    tables = paragraphs = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            paragraphs += 1
            place = _at(around, around.cells, paragraphs)
            yield _Placed(block, place, block.layout.shading or background)
        else:
            tables += 1
            yield _Placed(block, _at(around, (*around.cells, Cell(tables, 1, 1)), 0))
            yield from _in_table(block, tables, around, background)


def _in_table(table: Table, number: int, around: Place, background: str) -> Iterator[_Placed]:
    for row_number, row in enumerate(table.rows, 1):
        for cell_number, cell in enumerate(row.cells, 1):
            cells = (*around.cells, Cell(number, row_number, cell_number))
            inside = _at(around, cells, 0)
            yield from _placed(cell.blocks, inside, cell.shading or background)


def _at(around: Place, cells: tuple[Cell, ...], paragraph: int) -> Place:
    return Place(around.file, part=around.part, cells=cells, paragraph=paragraph)


def _problem(code: str, message: str, fix: str, place: Place) -> Problem:
    return Problem(f"accessibility-{code}", message, fix, place, Severity.WARN)


def _about(document: Document, place: Place) -> Iterator[Problem]:
    if not document.title.strip():
        fix = _("give it one under File, Info in Word")
        yield _problem("title", _("the file has no title"), fix, place)
    if not document.language:
        fix = _("set English (United Kingdom) for the whole text in Word")
        yield _problem("language", _("the file does not say what language it is in"), fix, place)


Placed = Iterable[tuple[Paragraph, Place]]


def _headings(paragraphs: Placed) -> Iterator[Problem]:
    above = 0
    for paragraph, place in paragraphs:
        if not paragraph.heading:
            continue
        if not paragraph.text.strip():
            fix = _("delete it, or make it an ordinary paragraph")
            yield _problem("empty-heading", _("a heading is empty"), fix, place)
            continue
        if paragraph.heading > above + 1:
            message = _(
                "the heading “{text}” is of level {level}, but there is none of level {above}"
            )
            said = message.format(
                text=paragraph.text, level=paragraph.heading, above=paragraph.heading - 1
            )
            yield _problem("heading-order", said, _("use heading levels one after another"), place)
        above = paragraph.heading


def _tables(tables: Iterable[tuple[Table, Place]]) -> Iterator[Problem]:
    for table, place in tables:
        headers = [row for row in table.rows if row.header]
        if not headers and _needs_header(table):
            fix = _("mark its first row as a header row in Word, under Layout, Repeat Header Rows")
            yield _problem("header-row", _("a table has no header row"), fix, place)
        if any(cell.columns > 1 or cell.rows > 1 for row in headers for cell in row.cells):
            fix = _("give each column a heading of its own")
            message = _("a table’s header row has merged cells")
            yield _problem("merged-header", message, fix, place)


def _needs_header(table: Table) -> bool:
    """Not a box, nor labels with their values: those are headed by the labels."""
    rows = [row for row in table.rows if not _is_control(row)]
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return False
    return not all(_is_labelled(row) for row in rows)


def _is_control(row: Row) -> bool:
    """Whether a template's row holds nothing but control tags: it is not printed."""
    return not _CONTROL.sub("", "".join(cell.text for cell in row.cells)).strip()


def _is_labelled(row: Row) -> bool:
    """Whether its first cell is a label, or each cell begins with one."""
    cells = [[run for block in cell.blocks for run in _runs_of(block)] for cell in row.cells]
    if not cells or not cells[0]:
        return False
    first_is_label = all(run.look.bold for run in cells[0])
    return first_is_label or all(runs[0].look.bold for runs in cells if runs)


def _runs_of(block: Block) -> list[Run]:
    return [run for run in block.runs if run.text.strip()] if isinstance(block, Paragraph) else []


def _empty_paragraphs(placed: Iterable[_Placed]) -> Iterator[Problem]:
    for empty, group in groupby(placed, _is_empty):
        found = list(group)
        if empty and len(found) > 1 and len({one.place.cells for one in found}) == 1:
            fix = _("delete them and give the paragraph before or after them more space instead")
            message = plural(
                "{count} empty paragraph makes space",
                "{count} empty paragraphs in a row make space",
                len(found),
            ).format(count=len(found))
            yield _problem("empty-paragraphs", message, fix, found[0].place)


def _is_empty(one: _Placed) -> bool:
    block = one.block
    if not isinstance(block, Paragraph) or block.text.strip(" \t\n\u00a0"):
        return False
    return not any(run.picture for run in block.runs)


def _typed_lists(paragraphs: Placed) -> Iterator[Problem]:
    before = ""
    for paragraph, place in paragraphs:
        text = "" if paragraph.label or paragraph.heading else paragraph.text
        marked = bool(_MARK.match(text))
        if _BULLET.match(text) or (marked and _MARK.match(before)):
            fix = _("use Word’s own bullets or numbers, with the template’s list styles")
            message = _("a list is typed by hand: “{text}”").format(text=shortened(text))
            yield _problem("typed-list", message, fix, place)
        before = text


def _runs(paragraphs: Placed) -> Iterator[Problem]:
    for paragraph, place in paragraphs:
        for run in paragraph.runs:
            picture = run.picture
            if picture and not picture.decorative and not picture.alternative.strip():
                fix = _(
                    "describe it in Word by right click, View Alt Text, or mark it as decorative"
                )
                yield _problem("alt-text", _("a picture has no alternative text"), fix, place)
        yield from _links(paragraph, place)


def _links(paragraph: Paragraph, place: Place) -> Iterator[Problem]:
    for link, group in groupby(paragraph.runs, lambda run: run.link):
        text = "".join(run.text for run in group).strip() if link else ""
        if _ADDRESS.fullmatch(text) or text.lower().strip(".") in _VAGUE:
            message = _("the link “{text}” does not say where it leads")
            fix = _("use words that make sense alone, such as the title of the page")
            yield _problem("link-text", message.format(text=shortened(text)), fix, place)


def _contrast(placed: Iterable[_Placed]) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for one in placed:
        for run in _runs_of(one.block):
            pair = (run.look.colour or "000000", run.look.highlight or one.background)
            if pair in told or _is_clear(run.look, *pair):
                continue
            told.add(pair)
            message = _("letters of colour {letters} on {behind} are hard to read").format(
                letters=pair[0], behind=pair[1]
            )
            fix = _("take a darker or lighter colour (contrast 4.5 to 1 or more)")
            yield _problem("contrast", message, fix, one.place)


def _is_clear(look: Look, letters: str, behind: str) -> bool:
    large = look.size >= (_LARGE_BOLD if look.bold else _LARGE)
    return contrast(letters, behind) >= (_ENOUGH_FOR_LARGE if large else _ENOUGH)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    try:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
