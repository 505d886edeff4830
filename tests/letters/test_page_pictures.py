"""Pages are drawn by a limited process, and whatever comes of it is pages or one clear error."""

import pytest

from reportdesk.core.errors import ExportError
from reportdesk.letters.page_pictures import draw_pages

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"


def pdf(pages):
    """A PDF of so many empty pages, 200 by 100 points."""
    kids = b" ".join(b"%d 0 R" % (at + 3) for at in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        *[PAGE] * pages,
    ]
    body = b"%PDF-1.4\n"
    for at, one in enumerate(objects, 1):
        body += b"%d 0 obj\n%s\nendobj\n" % (at, one)
    body += b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)
    return body


def test_each_page_is_drawn_at_its_size():
    made = list(draw_pages(pdf(3), "report.pdf", 2, 30))
    assert [(one.width, one.height, one.pages) for one in made] == [(400, 200, 3)] * 3


def test_an_empty_page_is_white():
    (made,) = draw_pages(pdf(1), "report.pdf", 1, 30)
    assert set(made.pixels()) == {255}
    assert len(made.pixels()) == made.stride * made.height


def test_drawing_can_be_left_off():
    drawn = draw_pages(pdf(50), "report.pdf", 1, 30)
    next(drawn)
    drawn.close()
    assert next(drawn, None) is None


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.4\n%%EOF\n", b"\x00" * 5000])
def test_what_is_no_pdf_is_one_clear_error(content):
    with pytest.raises(ExportError, match="could not be drawn"):
        list(draw_pages(content, "report.pdf", 1, 30))


def test_a_picture_larger_than_a_wall_is_refused():
    with pytest.raises(ExportError):
        list(draw_pages(pdf(1), "report.pdf", 100, 30))


def test_drawing_takes_no_longer_than_it_may():
    with pytest.raises(ExportError):
        list(draw_pages(pdf(400), "report.pdf", 10, 0.5))
