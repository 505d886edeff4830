"""Problems come into a copy of the template as comments where they stand."""

from io import BytesIO

import docx
import pytest
from openxml_audit import OpenXmlValidator

from reportdesk.core.errors import PackageError
from reportdesk.core.places import Cell, Place
from reportdesk.core.problems import Problem
from reportdesk.word.annotate import annotate


@pytest.fixture
def template(tmp_path):
    """Two paragraphs around a table; the second cell has two paragraphs and a table."""
    document = docx.Document()
    document.add_paragraph("first")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "left"
    table.cell(0, 1).text = "right"
    table.cell(0, 1).add_paragraph("below")
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "inner"
    document.add_paragraph("last")
    path = tmp_path / "report.docx"
    document.save(path)
    return path


def comments(template, *places: Place) -> dict[str, str]:
    """The comments by the text that they stand at."""
    problems = [Problem("x", "It is wrong", "put it right", place) for place in places]
    document = docx.Document(BytesIO(annotate(template, problems)))
    starts = document.element.body.xpath(".//w:commentRangeStart")
    found = {}
    for start in starts:
        text = start.getparent().text
        found[text] = document.comments.get(int(start.get(docx.oxml.ns.qn("w:id")))).text
    return found


RIGHT = Cell(1, 1, 2)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(part="body", paragraph=1), "first"),
        (Place(part="body", paragraph=2), "last"),
        (Place(part="body", cells=(Cell(1, 1, 1),), paragraph=1), "left"),
        (Place(part="body", cells=(RIGHT,), paragraph=2), "below"),
        (Place(part="body", cells=(RIGHT,)), "right"),
        (Place(part="body", cells=(RIGHT, Cell(1, 1, 1)), paragraph=1), "inner"),
        (Place(part="body", cells=(RIGHT, Cell(9, 9, 9)), paragraph=1), "right"),
    ],
)
def test_a_comment_stands_at_its_place(template, place, text):
    assert comments(template, place) == {text: "It is wrong\nput it right"}


def test_a_comment_names_the_tag(template):
    said = comments(template, Place(part="body", paragraph=1, tag="{{ titel }}"))
    assert said["first"].startswith("Tag: {{ titel }}")


def test_other_parts_are_told_of_at_the_start(template):
    places = [Place("report.docx", part="header 1", paragraph=3), Place("report.docx")]
    said = comments(template, *places)["first"].splitlines()
    assert said == [
        "header 1, paragraph 3: It is wrong; put it right",
        "It is wrong; put it right",
    ]


def test_several_comments_may_stand_at_one_place(template):
    place = Place(part="body", paragraph=2)
    made = annotate(template, [Problem("a", "One", "", place), Problem("b", "Two", "", place)])
    found = docx.Document(BytesIO(made)).comments
    assert [comment.text for comment in found] == ["One", "Two"]


def test_the_copy_names_no_style_that_it_has_not(template, tmp_path):
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(template, [Problem("a", "One")]))
    found = OpenXmlValidator().validate(str(copy))
    assert not [error for error in found.errors if "not defined" in str(error)]


def test_the_template_itself_stays_as_it_is(template):
    before = template.read_bytes()
    annotate(template, [Problem("a", "One")])
    assert template.read_bytes() == before


def test_a_paragraph_without_runs_takes_a_comment(tmp_path):
    path = tmp_path / "empty.docx"
    docx.Document().save(path)
    assert annotate(path, [Problem("a", "One")])


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "no.docx"
    path.write_bytes(b"no")
    with pytest.raises(PackageError):
        annotate(path, [])
