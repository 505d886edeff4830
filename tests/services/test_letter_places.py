"""Places in a letter are said in words."""

import pytest

from reportdesk.core.letter import Span
from reportdesk.services.letter_places import place_in_letter
from reportdesk.services.letter_quoting import reference


@pytest.mark.parametrize(
    ("pages", "said"),
    [((), ""), ((2,), "page 2"), ((3, 2, 2), "pages 2 and 3"), ((2, 3, 4, 5), "pages 2 to 5")],
)
def test_place(pages, said):
    assert place_in_letter(Span(page, 0, 1) for page in pages) == said


def test_reference():
    assert reference((Span(2, 0, 1), Span(3, 0, 1))) == "(letter, pages 2 and 3)"
