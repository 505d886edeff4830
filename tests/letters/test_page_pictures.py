"""Pages are drawn by a limited process, and whatever comes of it is pages or one clear error."""

import pytest

from reportdesk.core.errors import ExportError
from reportdesk.letters.page_pictures import draw_pages

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"


def pdf(tmp_path, pages):
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
    path = tmp_path / "report.pdf"
    path.write_bytes(body)
    return path


def test_each_page_is_drawn_at_its_size(tmp_path):
    made = list(draw_pages(pdf(tmp_path, 3), 2, 30))
    assert [(one.width, one.height, one.pages) for one in made] == [(400, 200, 3)] * 3


def test_an_empty_page_is_white(tmp_path):
    (made,) = draw_pages(pdf(tmp_path, 1), 1, 30)
    assert set(made.pixels()) == {255}
    assert len(made.pixels()) == made.stride * made.height


def test_drawing_can_be_left_off(tmp_path):
    drawn = draw_pages(pdf(tmp_path, 50), 1, 30)
    next(drawn)
    drawn.close()
    assert next(drawn, None) is None


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.4\n%%EOF\n", b"\x00" * 5000])
def test_what_is_no_pdf_is_one_clear_error(tmp_path, content):
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="could not be drawn"):
        list(draw_pages(path, 1, 30))


def test_a_picture_larger_than_a_wall_is_refused(tmp_path):
    with pytest.raises(ExportError):
        list(draw_pages(pdf(tmp_path, 1), 100, 30))


def test_drawing_takes_no_longer_than_it_may(tmp_path):
    with pytest.raises(ExportError):
        list(draw_pages(pdf(tmp_path, 400), 10, 0.5))
