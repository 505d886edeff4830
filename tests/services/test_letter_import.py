"""What a letter says becomes answers with their places, by one edit that can be taken back."""

from datetime import date
from pathlib import Path

import pytest

from reportdesk.core.dates import DateRange
from reportdesk.core.edits import SetAnswer, Together
from reportdesk.core.errors import LetterError
from reportdesk.core.letter import SectionKind, Sureness
from reportdesk.core.suggestions import Standing
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import (
    keep_source,
    read_letter_at,
    read_pasted_letter,
    suggestions,
)
from reportdesk.services.letter_offers import offers
from reportdesk.storage.sources import load_source

TEMPLATES = Path(__file__).parents[2] / "templates"
LETTER = """Ofsted
Piccadilly Gate

12 March 2026

Anita Farrow
Director of Children's Services
Marlowdale Borough Council
Quayside House
Marlowdale
MD1 2AB

Dear Anita Farrow

Focused visit to Marlowdale children's services

This letter summarises the findings of the focused visit to Marlowdale children's services on 10 and
11 February 2026. His Majesty's Inspectors for this visit were Rosalind Peake and Tobias Nwosu.

Inspectors looked at the local authority's arrangements for the front door.

This visit was carried out in line with the inspection of local authority children's services
(ILACS) framework.

Headline findings

Leaders know their services well.

What needs to improve in this area of social work practice?

◼ The recording of decisions and of the reasons for them.
◼ The part that health services play in strategy discussions.

Main findings

Children at immediate risk are seen without delay.

Supervision is regular, but does not always give clear dates.

Ofsted will take the findings from this focused visit into account when planning the next inspection
or visit.

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


def take_all(letter, session):
    """Take whatever the letter says, and return the edit that takes it back."""
    found = suggestions(letter, session.template, session.answers)
    return session.apply(Together(tuple(SetAnswer((one.field,), one.value) for one in found)))


def test_facts_become_answers(letter, session):
    take_all(letter, session)
    answers = session.answers
    days = DateRange(date(2026, 2, 10), date(2026, 2, 11))
    assert (answers["letter_date"], answers["inspection_dates"]) == (date(2026, 3, 12), days)
    assert [row["name"] for row in answers["inspectors"]] == ["Rosalind Peake", "Tobias Nwosu"]
    assert answers["inspection_type"].label == "focused visit"


def test_items_come_whole_with_their_place(letter, session):
    take_all(letter, session)
    rows = session.answers["areas_for_improvement"]
    assert [row["text"].text for row in rows] == [
        "The recording of decisions and of the reasons for them.",
        "The part that health services play in strategy discussions.",
    ]
    assert {row["letter_reference"] for row in session.answers["findings"]} == {"page 1"}


def test_the_letters_words_are_shown_as_quoted(letter, session):
    take_all(letter, session)
    first = session.answers["findings"][0]["text"].text
    assert first == "“Children at immediate risk are seen without delay.”"


def test_one_undo_takes_it_all_back(letter, session):
    inverse = take_all(letter, session)
    session.apply(inverse)
    assert session.answers == {}


def test_what_the_draft_answers_otherwise_is_never_taken_unasked(letter, session):
    session.apply(SetAnswer(("letter_date",), date(2026, 3, 13)))
    offered = offers(letter, session.template, session.answers)
    (offer,) = (one for one in offered if one.field.id == "letter_date")
    assert offer.suggestion.standing is Standing.DIFFERENT
    assert (offer.sure, offer.fits) == (False, False)


def test_importing_again_shows_that_nothing_changed(letter, session):
    take_all(letter, session)
    again = suggestions(letter, session.template, session.answers)
    assert {one.standing for one in again} == {Standing.SAME}


def test_the_source_is_kept_beside_the_draft(letter, session, tmp_path):
    draft = tmp_path / "draft.yaml"
    session.apply(keep_source(letter, draft, session.answers))
    (row,) = session.answers["source_documents"]
    assert load_source(draft, row["file"].path) == letter.source


def test_a_source_outside_the_drafts_folder_is_refused(tmp_path):
    with pytest.raises(LetterError):
        load_source(tmp_path / "drafts" / "draft.yaml", "../../etc/passwd")


def test_a_word_file_is_read_through_its_paragraphs(tmp_path, letter):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for paragraph in LETTER.split("\n\n"):
        document.add_paragraph(paragraph.replace("\n", " "))
    document.save(tmp_path / "letter.docx")
    read = read_letter_at(tmp_path / "letter.docx")
    assert read.authority.value == letter.authority.value == "Marlowdale"


@pytest.mark.parametrize("style", ["List Bullet", "List Number"])
def test_the_lists_of_a_word_letter_are_lists(tmp_path, style):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for paragraph in LETTER.split("\n\n"):
        listed = paragraph.startswith("◼ ")
        for line in paragraph.removeprefix("◼ ").split("\n◼ "):
            document.add_paragraph(line, style=style if listed else None)
    document.save(tmp_path / "letter.docx")
    items = read_letter_at(tmp_path / "letter.docx").items(SectionKind.IMPROVEMENT)
    assert [(item.text.split(" that")[0], item.sureness) for item in items] == [
        ("The recording of decisions and of the reasons for them.", Sureness.SURE),
        ("The part", Sureness.SURE),
    ]
