"""The preview is the report read back, and its paragraphs know their fields."""

import pytest

from reportdesk.core.document import paragraphs_of
from reportdesk.core.edits import SetAnswer, answer_at
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import plain
from reportdesk.core.template import CommitteeType, Section, Template, WordFile
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.preview import Previews, answers_said, field_at, paragraph_of
from reportdesk.word.document_reader import read_document

FINDING = (
    Field("theme", "Theme", Kind.LINE, required=True),
    Field("text", "Finding", Kind.RICH),
)
FIELDS = (
    Field("title", "Title", Kind.LINE, required=True),
    Field("background", "Background", Kind.RICH),
    Field("contact", "Contact", Kind.PERSON, True, fields=(Field("name", "Name", Kind.LINE),)),
    Field("findings", "Findings", Kind.ROWS, fields=FINDING),
)
TEMPLATE = Template(
    "t", "T", "C", 1, "", CommitteeType.SCRUTINY,
    (WordFile("r", "R", "r.docx"),), (Section("s", "S", FIELDS),),
)  # fmt: skip
ANSWERS = {
    "title": "The front door",
    "background": plain("A visit.\nThe same words."),
    "findings": (
        {"id": "a", "theme": "Recording", "text": plain("The same words.")},
        {"id": "b", "text": plain("Something  else")},
    ),
}
REPORT = (
    "Report on The Front Door",
    "A visit.",
    "The same words.",
    "1. Recording",
    "The same words.",
    "[Theme: to be completed]",
    "Something else",
    "Contact: [Contact: to be completed]",
    "Page 1",
)
SAID = answers_said(TEMPLATE, ANSWERS)


@pytest.mark.parametrize(
    ("at", "path"),
    [
        (0, ("title",)),
        (1, ("background",)),
        (2, ("background",)),
        (3, ("findings", 0, "theme")),
        (4, ("findings", 0, "text")),
        (5, ("findings", 1, "theme")),
        (6, ("findings", 1, "text")),
        (7, ("contact",)),
        (8, None),
    ],
)
def test_a_paragraph_knows_its_field(at, path):
    assert field_at(SAID, REPORT, at) == path


@pytest.mark.parametrize(
    ("path", "at"),
    [
        (("title",), 0),
        (("background",), 1),
        (("findings", 0, "text"), 4),
        (("findings", 1), 5),
        (("findings", 1, "text"), 6),
        (("contact",), 7),
        (("contact", "name"), None),
        (("unknown",), None),
    ],
)
def test_a_field_knows_its_paragraph(path, at):
    assert paragraph_of(SAID, REPORT, path) == at


def test_a_preview_is_the_report_read_back():
    desk = Desk(template_folders([]))
    session = desk.open(template_folders([])[-1] / "wokingham-scrutiny" / "sample.yaml")
    made = Previews(desk).make(desk.frozen(session))
    assert made.document.blocks == read_document(desk.report(session).data).blocks
    assert all(made.pictures.values())


TEMPLATES = sorted(path.parent.name for path in template_folders([])[-1].glob("*/sample.yaml"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_paragraph_with_an_answer_leads_to_it(template):
    desk = Desk(template_folders([]))
    session = desk.open(template_folders([])[-1] / template / "sample.yaml")
    document = Previews(desk).make(desk.frozen(session)).document
    texts = [paragraph.text for paragraph in paragraphs_of(document.blocks)]
    said = answers_said(session.template, session.answers)
    for at, text in enumerate(texts):
        path = field_at(said, texts, at)
        if text and text == getattr(answer_at(session.answers, path or ("-",)), "text", ""):
            assert texts[paragraph_of(said, texts, path)] == text
    assert sum(field_at(said, texts, at) is not None for at in range(len(texts))) > 20


def test_a_gap_leads_to_the_missing_answer():
    desk = Desk(template_folders([]))
    session = desk.open(template_folders([])[-1] / "wokingham-scrutiny" / "sample.yaml")
    session.apply(SetAnswer(("summary",), None))
    document = Previews(desk).make(desk.frozen(session)).document
    texts = [paragraph.text for paragraph in paragraphs_of(document.blocks)]
    said = answers_said(session.template, session.answers)
    at = paragraph_of(said, texts, ("summary",))
    assert "to be completed" in texts[at]
    assert field_at(said, texts, at) == ("summary",)
