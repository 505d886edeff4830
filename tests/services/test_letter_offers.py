"""What a letter offers is picked row by row, and first wordings say only what it states."""

from pathlib import Path

import pytest

from reportdesk.core.edits import SetAnswer
from reportdesk.core.letter import Sureness
from reportdesk.core.suggestions import Standing
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import read_pasted_letter
from reportdesk.services.letter_marks import MarkKind, marks
from reportdesk.services.letter_offers import Taken, offers, take

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

What needs to improve in this area of social work practice?

◼ The recording of decisions and of the reasons for them.
◼ The part that health services play in strategy discussions.

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
        ("summary", "The letter names two areas for improvement."),
        ("background", "The inspectors were Rosalind Peake and Tobias Nwosu."),
    ],
)
def test_a_first_wording_says_what_the_letter_states(letter, session, field, said):
    offer = offered(letter, session)[field].suggestion
    assert said in getattr(offer.value, "text", offer.value)
    assert offer.sureness is Sureness.LIKELY


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
