"""The letter's wording takes the quotation's place and nothing else changes."""

import pytest
from one_section import asking

from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Kind
from reportdesk.core.letter import SourceText
from reportdesk.core.richtext import Block, Run, plain, rich
from reportdesk.services.quotation_mending import use_wording
from reportdesk.services.sources import Sources

SOURCE = SourceText(
    "letter.pdf", ("Leaders know their services well, and do not shy away from it.",)
)
SOURCES = Sources((SOURCE,))
ROW = (Field("text", "Quotation", Kind.LINE),)
TEMPLATE = asking(
    Field("background", "Background", Kind.RICH),
    Field("quotations", "Quotations", Kind.ROWS, fields=ROW),
)


def concern(answers):
    (found,) = SOURCES.look(TEMPLATE, answers).concerns
    return found


@pytest.mark.parametrize(
    ("runs", "mended"),
    [
        (
            (Run("They “know their services very well” so."),),
            (Run("They “know their services well” so."),),
        ),
        (
            (Run("They “"), Run("know their services very well", italic=True), Run("” so.")),
            (Run("They “"), Run("know their services well", italic=True), Run("” so.")),
        ),
        (
            (Run("They “know "), Run("their services", bold=True), Run(" very well” so.")),
            (Run("They “know their services well” so."),),
        ),
    ],
)
def test_only_the_quotation_changes(runs, mended):
    answers = {"background": rich([Block((Run("Before."),)), Block(runs)])}
    expected = rich([Block((Run("Before."),)), Block(mended)])
    assert use_wording(concern(answers), answers) == SetAnswer(("background",), expected)


def test_a_row_of_quotations_is_mended_whole():
    answers = {"quotations": ({"id": "q1", "text": "know their services very well"},)}
    edit = use_wording(concern(answers), answers)
    assert edit == SetAnswer(("quotations", 0, "text"), "know their services well")


def test_a_text_that_has_changed_since_is_left_alone():
    answers = {"background": plain("They “know their services very well” so.")}
    found = concern(answers)
    assert use_wording(found, {"background": plain("Something else.")}) is None


def test_what_the_letter_does_not_hold_has_no_other_wording():
    answers = {"background": plain("They “walked a long way over the hills”.")}
    assert use_wording(concern(answers), answers) is None


def test_a_short_wording_is_found_though_its_last_word_differs():
    source = SourceText("letter.pdf", ("They plan for children. Leaders know services well.",))
    answers = {"quotations": ({"id": "q1", "text": "Leaders know services poorly"},)}
    (found,) = Sources((source,)).look(TEMPLATE, answers).concerns
    edit = use_wording(found, answers)
    assert edit == SetAnswer(("quotations", 0, "text"), "Leaders know services well")
