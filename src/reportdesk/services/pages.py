"""The report as it will be printed: a PDF, and pictures of its pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from reportdesk.core.errors import Cancelled
from reportdesk.core.i18n import _
from reportdesk.letters.page_pictures import PagePicture, draw_pages
from reportdesk.word.pdf import find_converter, to_pdf

__all__ = ["PagePicture", "Pages", "Progress", "make_pages", "pdf_program"]

DOTS = 2.5  # for each point: sharp on screens and fit for printing
_SECONDS = 120

Progress = Callable[[str], bool]  # told what is done; answers whether to go on


@dataclass(frozen=True, slots=True)
class Pages:
    """A report as it will be printed."""

    pdf: bytes
    pictures: tuple[PagePicture, ...]


def pdf_program() -> str:
    """Return the name of the program that makes PDFs, or nothing where there is none."""
    converter = find_converter()
    return converter.name if converter else ""


def make_pages(word: bytes, name: str, progress: Progress) -> Pages | None:
    """Return the pages of a Word file, or None where ``progress`` did not want to go on.

    Raises ExportError where no program can make them, or where it did not succeed.
    """
    said = _("{program} is making the pages…").format(program=pdf_program() or _("Nothing"))
    if not progress(said):
        return None
    try:
        pdf = to_pdf(word, name, lambda: progress(said))
    except Cancelled:
        return None
    going = progress(_("Drawing the pages…"))
    pictures: list[PagePicture] = []
    with closing(draw_pages(pdf, name, DOTS, _SECONDS)) as drawn:
        while going and (picture := next(drawn, None)):
            pictures.append(picture)
            said = _("Page {number} of {pages}")
            going = progress(said.format(number=len(pictures), pages=picture.pages))
    return Pages(pdf, tuple(pictures)) if going else None
