"""What a letter offers is picked row by row, and first wordings say only what it states."""

from pathlib import Path

import pytest

from reportdesk.core.edits import SetAnswer
from reportdesk.core.letter import Sureness
from reportdesk.core.suggestions import Standing
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import read_pasted_letter
from reportdesk.services.letter_marks import MarkKind, marks
from reportdesk.services.letter_offers import Origin, Taken, offers, take

TEMPLATES = Path(__file__).parents[2] / "templates"
LETTER = """12 March 2026

Anita Farrow
Director of Children's Services
Marlowdale Borough Council
MD1 2AB

Dear Anita Farrow

Focused visit to Marlowdale children's services

This letter summarises the findings of the focused visit to Marlowdale children's services on 10 and
11 February 2026. His Majesty's Inspectors for this visit were Rosalind Peake and Tobias Nwosu.

Inspectors looked at the local authority's arrangements for the ‘front door’.

Headline findings

Leaders know their services. They act. They have not yet done all that they mean to.

What needs to improve in this area of social work practice?

◼ The recording of decisions and of the reasons for them.
◼ The part that health services play in strategy discussions.

Main findings

Children are seen.

Ofsted will take the findings into account when planning its next inspection or visit.

Yours sincerely

Rosalind Peake
His Majesty's Inspector
"""


@pytest.fixture(scope="module")
def letter():
    return read_pasted_letter(LETTER, "letter.txt")


@pytest.fixture
def session():
    return Desk([TEMPLATES]).new("wokingham-scrutiny")


def offered(letter, session):
    return {one.field.id: one for one in offers(letter, session.template, session.answers)}


def test_rows_are_added_to_those_of_the_draft(letter, session):
    mine = {"id": "a1", "text": "My own."}
    session.apply(SetAnswer(("areas_for_improvement",), (mine,)))
    session.apply(take([Taken(offered(letter, session)["areas_for_improvement"], rows=(1,))]))
    first, second = session.answers["areas_for_improvement"]
    assert first is mine
    assert second["text"].text.startswith("The part that health")


def test_added_rows_have_ids_of_their_own(letter, session):
    for _twice in range(2):
        offer = offered(letter, session)["areas_for_improvement"]
        session.apply(take([Taken(offer, rows=(0, 1))]))
    ids = [row["id"] for row in session.answers["areas_for_improvement"]]
    assert len(set(ids)) == len(ids) == 4


def test_rows_that_the_draft_has_are_known_again(letter, session):
    offer = offered(letter, session)["areas_for_improvement"]
    session.apply(take([Taken(offer, rows=(0, 1))]))
    again = offered(letter, session)["areas_for_improvement"]
    assert again.suggestion.standing is Standing.SAME
    assert all(row.present for row in again.rows)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("report_title", "Focused visit to Marlowdale children's services"),
        ("council_name", "Marlowdale Borough Council"),
        ("inspection_subject", "arrangements for the ‘front door’"),
        (
            "summary",
            "February 2026. Inspectors looked at the local authority's arrangements for the",
        ),
        (
            "background",
            "Inspectors looked at the local authority's arrangements for the ‘front door’.",
        ),
        ("summary", "The letter names two areas for improvement."),
        ("outcome_benefits", "“Leaders know their services. They act.” (letter, page 1)"),
        ("outcome_benefits", "The letter names two areas for improvement."),
        ("next_steps", "An action is to be agreed for each of the two areas for improvement."),
        ("next_steps", "“Ofsted will take the findings into account when planning its next"),
        ("background", "The inspectors were Rosalind Peake and Tobias Nwosu."),
    ],
)
def test_a_first_wording_says_what_the_letter_states(letter, session, field, said):
    offer = offered(letter, session)[field].suggestion
    assert said in getattr(offer.value, "text", offer.value)
    assert (offer.sureness, bool(offer.spans)) == (Sureness.LIKELY, True)


def test_a_long_scope_stays_out_of_the_summary(session):
    scope = f"the work with children who {'are seen, heard, ' * 12}and helped"
    letter = read_pasted_letter(LETTER.replace("the ‘front door’", scope), "letter.txt")
    assert scope in offered(letter, session)["inspection_subject"].suggestion.value
    assert scope not in offered(letter, session)["summary"].suggestion.value.text


def test_standard_words_claim_no_place_in_the_letter(letter, session):
    offer = offered(letter, session)["recommendations"]
    assert (offer.origin, offer.suggestion.spans, offer.sure) == (Origin.STANDARD, (), False)
    assert offer.rows[0].text.startswith("That the inspectors’ findings")


@pytest.mark.parametrize(
    ("line", "council"),
    [
        ("Marlowdale Borough Council", "Marlowdale Borough Council"),
        ("Marlowdale Council Municipal Buildings", "Marlowdale Council"),
        ("London Borough of Marlowdale,", "London Borough of Marlowdale"),
        ("City of Marlowdale Council", "City of Marlowdale Council"),
        ("The Council House", "Marlowdale"),
        ("Council House", "Marlowdale"),
        ("Quayside House", "Marlowdale"),
    ],
)
def test_the_council_is_named_as_fully_as_the_letter_does(session, line, council):
    letter = read_pasted_letter(LETTER.replace("Marlowdale Borough Council", line), "letter.txt")
    assert offered(letter, session)["council_name"].suggestion.value == council


@pytest.mark.parametrize(
    "sentence",
    [
        "We have notified the Department for Education of the area for priority action.",
        "You should submit an action plan within 70 working days of receiving this letter.",
        "It would help to see an early draft within 20 working days of receiving this letter.",
    ],
)
def test_what_the_letter_requires_is_quoted_as_a_next_step(session, sentence):
    letter = read_pasted_letter(LETTER.replace("Children are seen.", sentence), "letter.txt")
    said = offered(letter, session)["next_steps"].suggestion.value.text
    assert f"“{sentence}” (letter, page 1)" in said


def test_a_finding_about_time_is_no_next_step(session):
    finding = "Visits are made within 10 working days, and plans are seen by managers."
    letter = read_pasted_letter(LETTER.replace("Children are seen.", finding), "letter.txt")
    assert finding not in offered(letter, session)["next_steps"].suggestion.value.text


def test_a_report_on_an_inspection_has_the_steps_of_the_law(session):
    title = "Inspection of Marlowdale local authority children's services"
    text = LETTER.replace("Focused visit to Marlowdale children's services", title)
    said = offered(read_pasted_letter(text, "r"), session)["next_steps"].suggestion.value.text
    assert "within 30 working days" in said
    assert "within 70 working days" in said


def test_a_first_wording_is_for_empty_fields(letter, session):
    session.apply(SetAnswer(("report_title",), "My title"))
    assert "report_title" not in offered(letter, session)


def test_no_first_wording_without_its_facts(session):
    letter = read_pasted_letter("Some notes.\n\nOf a meeting.", "notes.txt")
    assert set(offered(letter, session)) == {"findings"}


def test_marks_name_what_they_stand_for(letter):
    found = {mark.label: letter.source.slice(mark.span) for mark in marks(letter)}
    assert found["Date of the letter"] == "12 March 2026"
    assert "reasons for them" in found["Improvement 1"]
    assert MarkKind.IMPROVEMENT in {mark.kind for mark in marks(letter)}
