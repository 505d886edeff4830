"""A letter kept beside its draft reads back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.errors import LetterError
from reportdesk.core.letter import SetLine, Sheet, SourceText
from reportdesk.letters.lines import storable
from reportdesk.storage.sheets import sheets_as_rows, sheets_from
from reportdesk.storage.sources import load_source, save_source

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30).map(
    lambda text: storable(text).replace("\r", "").replace("\f", "")
)
POINTS = st.floats(-9e4, 9e4).map(lambda number: round(number, 1))
LINES = st.tuples(
    TEXTS.map(lambda text: text.replace("\n", "")),
    st.builds(SetLine, POINTS, POINTS, POINTS, POINTS, st.booleans()),
)


@pytest.fixture
def draft(tmp_path):
    return tmp_path / "draft.yaml"


def test_text_alone_reads_back(draft):
    source = SourceText("letter.txt", ("One\n\u25fc two", "", " three "), "0" * 64)
    assert load_source(draft, save_source(source, draft)) == source


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_reads_back(tmp_path_factory, pages):
    draft = tmp_path_factory.getbasetemp() / "any.yaml"
    source = SourceText("letter", tuple(pages), "1")
    assert load_source(draft, save_source(source, draft)) == source


@given(st.lists(st.lists(LINES, max_size=4), min_size=1, max_size=3), POINTS)
def test_any_setting_reads_back(pages, height):
    texts = tuple("\n".join(text for text, _set in lines) for lines in pages)
    sheets = tuple(Sheet(height, tuple(set_ for _text, set_ in lines)) for lines in pages)
    assert sheets_from(sheets_as_rows(sheets), texts) == sheets


def test_a_letter_kept_without_its_setting_still_reads(draft):
    kept = draft.parent / "draft sources" / "letter.yaml"
    kept.parent.mkdir()
    kept.write_text("name: letter.pdf\nsha256: '1'\npages:\n  - One\n", encoding="utf-8")
    assert load_source(draft, "draft sources/letter.yaml").sheets == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("pages:\n  - One", "pages:\n  - |-\n    One\n    two"),
        ("72.0 700.0 90.0 11.0", "72.0 700.0 90.0"),
        ("72.0 700.0 90.0 11.0", "72.0 700.0 90.0 wide"),
        ("height: '842.0'", "height: tall"),
        ("  - height", "  - two\n  - height"),
        ("sheets:", "sheets: yes\nmore:"),
    ],
)
def test_a_letter_that_was_changed_is_told(draft, right, wrong):
    sheet = Sheet(842.0, (SetLine(72.0, 700.0, 90.0, 11.0),))
    path = save_source(SourceText("letter.pdf", ("One",), "1", (sheet,)), draft)
    kept = draft.parent / path
    text = kept.read_text(encoding="utf-8")
    assert right in text
    kept.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(LetterError):
        load_source(draft, path)
