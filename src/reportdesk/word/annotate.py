"""A copy of a Word template with each problem as a Word comment where it stands.

Loads python-docx: import this module only where a copy is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from reportdesk.core.i18n import _
from reportdesk.core.places import Cell, Place
from reportdesk.core.problems import Problem
from reportdesk.word.package import read_package
from reportdesk.word.tags.counting import Counter

AUTHOR, INITIALS = "ReportDesk", "RD"
_STYLES = (
    ("CommentReference", "annotation reference", WD_STYLE_TYPE.CHARACTER),
    ("CommentText", "annotation text", WD_STYLE_TYPE.PARAGRAPH),
)
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_COMPATIBILITY}Fallback"

_Key = tuple[tuple[Cell, ...], int]


def annotate(path: Path, problems: Sequence[Problem]) -> bytes:
    """Return a copy of the Word file with the problems as comments.

    Those that stand outside the body come in one comment at its start, with their places.
    Raises PackageError if the file is damaged or unsafe.
    """
    read_package(path)
    document = docx.Document(str(path))
    _add_styles(document)
    paragraphs = _Walk(document).paragraphs()
    elsewhere: list[Problem] = []
    for problem in problems:
        found = _paragraph_at(problem.place, paragraphs)
        if found is None:
            elsewhere.append(problem)
        else:
            _comment(document, found, _said(problem))
    if elsewhere:
        _comment(document, _first_paragraph(document), _said_together(elsewhere))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _said(problem: Problem) -> str:
    tag = problem.place.tag
    told = not tag or tag in problem.message
    about = "" if told else _("Tag: {tag}").format(tag=tag)
    return "\n".join(line for line in (about, problem.message, problem.fix) if line)


def _said_together(problems: Iterable[Problem]) -> str:
    """A file's name says nothing in the file itself."""
    bare = (replace(one, place=replace(one.place, file="")) for one in problems)
    return "\n".join(str(problem) for problem in bare)


def _comment(document: Document, paragraph: Paragraph, text: str) -> None:
    runs = paragraph.runs or [paragraph.add_run()]
    document.add_comment([runs[0], runs[-1]], text, AUTHOR, INITIALS)


def _add_styles(document: Document) -> None:
    """The styles that comments name, where the template has had no comment yet."""
    for key, name, kind in _STYLES:
        if not document.styles.element.xpath(f"w:style[@w:styleId='{key}']"):
            style = document.styles.add_style(name, kind, builtin=True)
            style.element.set(qn("w:styleId"), key)
            style.hidden = True


def _first_paragraph(document: Document) -> Paragraph:
    return document.paragraphs[0] if document.paragraphs else document.add_paragraph()


def _paragraph_at(place: Place, paragraphs: dict[_Key, Paragraph]) -> Paragraph | None:
    """The paragraph of a place in the body; of a table or cell its first, or one around it."""
    if place.part not in ("", _("body")) or not (place.cells or place.paragraph):
        return None
    for depth in range(len(place.cells), -1, -1):
        wanted = place.paragraph if depth == len(place.cells) else 1
        found = paragraphs.get((place.cells[:depth], max(wanted, 1)))
        if found is not None:
            return found
    return None


class _Walk:
    """Goes through the body and counts as the reader of tags does."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._counter = Counter("", "")
        self._around: list[_Element] = []
        self._found: dict[_Key, Paragraph] = {}

    def paragraphs(self) -> dict[_Key, Paragraph]:
        """Return the paragraphs by the cells around them and their number."""
        self._walk(self._document.element.body)
        return self._found

    def _walk(self, parent: _Element) -> None:
        mark = self._counter.mark()
        for child in parent:
            if child.tag == _FALLBACK:
                self._counter.back_to(mark)
            if child.tag == _PARAGRAPH:
                self._paragraph(child)
            elif child.tag == _TABLE:
                self._counter.table()
                self._walk(child)
                self._counter.end_table()
            elif child.tag == _CELL:
                self._counter.cell()
                self._walk(child)
                self._counter.end_cell()
            else:
                if child.tag == _ROW:
                    self._counter.row()
                self._walk(child)

    def _paragraph(self, element: _Element) -> None:
        """A comment cannot stand in a text box: the paragraph around it takes it."""
        self._counter.paragraph()
        place = self._counter.place()
        self._around.append(element)
        taken = Paragraph(self._around[0], self._document._body)  # type: ignore[arg-type]
        self._found.setdefault((place.cells, place.paragraph), taken)
        self._walk(element)
        self._around.pop()
