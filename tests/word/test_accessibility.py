"""What a reader may stumble over is told; what is right is not."""

import pytest

from reportdesk.core.document import (
    Cell,
    Document,
    Label,
    Layout,
    Look,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
)
from reportdesk.word.accessibility import accessibility, contrast

BOLD = Look(bold=True)


def text(words: str, heading=0, link="", look=None, label=None) -> Paragraph:
    return Paragraph((Run(words, link=link, look=look or Look()),), heading=heading, label=label)


def cell(words: str, columns=1, look=None, shading="") -> Cell:
    return Cell((text(words, look=look),), columns, shading=shading)


def row(*cells: Cell, header=False) -> Row:
    return Row(cells, header)


def found(*blocks, title="A report", language="en-GB") -> list[str]:
    problems = accessibility(Document(blocks, title=title, language=language))
    return [problem.code.removeprefix("accessibility-") for problem in problems]


EMPTY = Paragraph(())
PICTURE = Picture("word/media/a.png", 10, 10)
DATA = (row(cell("a"), cell("b")), row(cell("1"), cell("2")))


@pytest.mark.parametrize(
    ("blocks", "codes"),
    [
        ([text("A", 1), text("B", 2), text("C", 1)], []),
        ([text("A", 1), text("B", 3)], ["heading-order"]),
        ([text("A", 2)], ["heading-order"]),
        ([text(" ", 1)], ["empty-heading"]),
        ([EMPTY, text("a"), EMPTY], []),
        ([text("a"), EMPTY, EMPTY, text("b")], ["empty-paragraphs"]),
        ([Table((row(Cell((EMPTY,)), Cell((EMPTY,))),))], []),
        ([Table(DATA)], ["header-row"]),
        ([Table((row(cell("A"), cell("B"), header=True), *DATA))], []),
        ([Table((row(cell("Only a box")),))], []),
        ([Table((row(cell("Ward", look=BOLD), cell("All")),) * 2)], []),
        ([Table((row(cell("{% for x in y %}"), cell("")), row(cell("a"), cell("b"))))], []),
        ([Table((row(cell("A", columns=2), header=True), *DATA))], ["merged-header"]),
        ([text("• typed")], ["typed-list"]),
        ([text("1. once")], []),
        ([text("1. one"), text("2. two")], ["typed-list"]),
        ([text("- one"), text("- two")], ["typed-list"]),
        ([text("• item", label=Label("•", 1))], []),
        ([Paragraph((Run("", picture=PICTURE),))], ["alt-text"]),
        ([Paragraph((Run("", picture=Picture("a", 1, 1, "The crest")),))], []),
        ([Paragraph((Run("", picture=Picture("a", 1, 1, decorative=True)),))], []),
        ([text("click here", link="https://example.org")], ["link-text"]),
        ([text("https://example.org/a", link="https://example.org/a")], ["link-text"]),
        ([text("the inspection report", link="https://example.org")], []),
        ([text("clerk@example.org", link="mailto:clerk@example.org")], []),
        ([text("pale", look=Look(colour="999999"))], ["contrast"]),
        ([text("pale, large", look=Look(colour="888888", size=20))], []),
        ([text("a", look=Look(colour="767676"))], []),
    ],
)
def test_each_rule(blocks, codes):
    assert found(*blocks) == codes


def test_a_file_needs_a_title_and_a_language():
    assert found(title=" ", language="") == ["title", "language"]


def test_colours_are_held_against_what_lies_behind_them():
    white = Look(colour="FFFFFF")
    dark = Table((row(cell("a", look=white, shading="000000")),))
    shaded = Paragraph((Run("a", look=white),), layout=Layout(shading="203040"))
    assert found(dark, shaded) == []
    assert found(text("a", look=white)) == ["contrast"]


def test_a_problem_names_its_place():
    inner = Table((row(cell("x"), Cell((text("fine"), text("• typed")))),))
    (problem,) = accessibility(Document((text("a"), inner), title="T", language="en-GB"), "a.docx")
    assert str(problem.place) == "a.docx: body, table 1, row 1, cell 2, paragraph 2"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21.0), ("767676", "FFFFFF", 4.54), ("FF0000", "FF0000", 1.0)],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
