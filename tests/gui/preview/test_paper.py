"""A paper shows what a report says, and draws only what changed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from reportdesk.core.document import (
    Border,
    Borders,
    Cell,
    Document,
    Label,
    Layout,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraphs_of,
)
from reportdesk.gui.preview.paper import Paper
from reportdesk.gui.preview.units import MOST_ROWS, known_again, same_ends, units_of

LINE = Border("single", 0.5, "000000")
BOXED = Layout(borders=Borders(LINE, LINE, LINE, LINE))


def said(text, **more):
    return Paragraph((Run(text),) if text else (), **more)


def table(*rows):
    return Table(tuple(Row(tuple(Cell((said(text),)) for text in row)) for row in rows))


def shown(paper, qtbot):
    qtbot.waitUntil(lambda: len(paper._shown) == len(paper.units))
    return list(paper.texts()[0])


def texts_of(blocks):
    return [paragraph.text for paragraph in paragraphs_of(blocks)]


TEXTS = st.sampled_from(["", "one", "two", "a longer line"])
PARAGRAPHS = st.builds(said, TEXTS, layout=st.sampled_from([Layout(), BOXED]))
TABLES = st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: table(*rows)
)
NESTED = st.builds(lambda inner: Table((Row((Cell((said("in"), inner, said("out"))),)),)), TABLES)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, TABLES, NESTED), max_size=6).map(tuple)


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_whatever_was_shown_before_the_paper_says_what_the_report_says(reports):
    paper = Paper()
    for blocks in reports:
        paper.show_units(units_of(Document(blocks)), {})
        assert [t for t in paper.texts()[0] if t] == [t for t in texts_of(blocks) if t]


def test_a_change_keeps_all_other_blocks(qtbot):
    blocks = tuple(said(f"line {at}") for at in range(300))
    paper = Paper()
    paper.show_units(units_of(Document(blocks)), {})
    shown(paper, qtbot)
    drawn = []
    paper.stepped.connect(drawn.append)
    changed = (*blocks[:200], said("other"), *blocks[201:])
    paper.show_units(units_of(Document(changed)), {})
    assert drawn == [200]
    assert shown(paper, qtbot) == [*texts_of(changed), ""]


def test_labels_are_shown_but_are_no_part_of_the_text(qtbot):
    paper = Paper()
    paper.show_units(units_of(Document((said("noted", label=Label("4.1", 1)),))), {})
    assert paper.toPlainText() == "4.1\tnoted\n"
    assert paper.texts()[0][0] == "noted"


def test_a_long_table_is_drawn_in_parts():
    rows = tuple((f"{at}",) for at in range(120))
    units = units_of(Document((table(*rows),)))
    assert [len(unit.blocks[0].rows) for unit in units] == [MOST_ROWS, MOST_ROWS, 20]


def test_rows_that_a_cell_reaches_over_stay_together():
    rows = list(table(*((f"{at}",) for at in range(60))).rows)
    rows[48] = Row((Cell((said("tall"),), rows=4),))
    units = units_of(Document((Table(tuple(rows)),)))
    assert [len(unit.blocks[0].rows) for unit in units] == [52, 8]


def test_paragraphs_in_one_box_are_one_unit():
    blocks = (said("a", layout=BOXED), said("b", layout=BOXED), said("c"))
    assert [(unit.boxed, len(unit.blocks)) for unit in units_of(Document(blocks))] == [
        (True, 2),
        (False, 1),
    ]


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [("", "", (0, 0)), ("ab", "ab", (2, 0)), ("abc", "axc", (1, 1)), ("aa", "aaa", (2, 0))],
)
def test_ends_that_are_the_same(before, after, ends):
    one, other = (units_of(Document(tuple(said(t) for t in row))) for row in (before, after))
    assert same_ends(one, other) == ends


@given(BLOCKS, BLOCKS)
def test_what_is_known_again_is_equal(before, after):
    one, other = units_of(Document(before)), units_of(Document(after))
    assert known_again(one, other) == other


def test_a_gap_is_marked(qtbot):
    paper = Paper()
    paper.show_units(units_of(Document((said("For [Title: to be completed] now"),))), {})
    marked = [
        piece
        for piece in _pieces(paper.firstBlock())
        if piece.charFormat().background().style().value
    ]
    assert [piece.text() for piece in marked] == ["[Title: to be completed]"]


@pytest.mark.parametrize("address", ["https://example.invalid/a.png", "file:///etc/hostname", "x"])
def test_nothing_is_fetched(address):
    assert Paper().loadResource(2, QUrl(address)).size().toTuple() == (8, 8)


def test_pages_have_the_size_that_the_report_says(qtbot):
    paper = Paper()
    paper.set_page(replace(Section(0), width=300.0))
    assert paper.textWidth() == 400.0


def _pieces(block):
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1
