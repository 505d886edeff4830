"""The council is named as fully as its letter names it, and never by another one's name."""

import pytest

from reportdesk.core.letter import Sureness
from reportdesk.services.letter_council import council_of
from reportdesk.services.letter_import import read_pasted_letter

LETTER = """12 March 2026

Anita Farrow
{line}
MD1 2AB

Dear Anita Farrow

Focused visit to {title} children’s services

This letter summarises the findings of the focused visit to {opening} children’s services on 10 and
11 February 2026.

Findings

{finding}
"""
WORDS = {
    "line": "Director of Children’s Services",
    "title": "Marlowdale",
    "opening": "Marlowdale",
    "finding": "Children are seen.",
}


def council(**said):
    letter = read_pasted_letter(LETTER.format(**{**WORDS, **said}), "letter.txt")
    found = council_of(letter)
    assert found.sureness is Sureness.LIKELY
    assert found.spans
    return found.value


@pytest.mark.parametrize("where", ["title", "opening"])
@pytest.mark.parametrize(
    "name",
    [
        "Marlowdale County Council",
        "Marlowdale Metropolitan Borough Council",
        "Marlowdale Council",
        "City of Marlowdale Council",
        "London Borough of Marlowdale",
    ],
)
def test_where_the_letter_says_it(where, name):
    assert council(**{where: name}) == name


def test_the_address_comes_first():
    assert council(line="Marlowdale City Council", title="Marlowdale Council") == (
        "Marlowdale City Council"
    )


@pytest.mark.parametrize(
    ("finding", "name"),
    [
        ("Staff of Marlowdale Borough Council know the children.", "Marlowdale Borough Council"),
        ("The Marlowdale Council is well led.", "Marlowdale Council"),
        ("Homes are run by Marlowdale Borough Council.", "Marlowdale Borough Council"),
        ("West Marlowdale Council places children here.", "Marlowdale"),
        ("Fen and Marlowdale Council was wound up.", "Marlowdale"),
        ("Leaders meet at Marlowdale Council House.", "Marlowdale"),
        ("Officers of Fenmoor County Council help.", "Marlowdale"),
        ("People of the city of Marlowdale help.", "Marlowdale"),
    ],
)
def test_a_finding_may_say_it(finding, name):
    assert council(finding=finding) == name


def test_names_of_two_places():
    title = "Marl and Tarn"
    named = council(title=title, opening=title, finding="Marl & Tarn Borough Council has homes.")
    assert named == "Marl & Tarn Borough Council"


def test_no_authority_no_council():
    assert council_of(read_pasted_letter("Some notes.", "notes.txt")) is None
