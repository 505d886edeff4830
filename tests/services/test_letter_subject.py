"""What a visit was about is taken from the scope, whole and in its words, or not at all."""

import pytest

from reportdesk.services.letter_import import read_pasted_letter
from reportdesk.services.letter_subject import subject_of

LETTER = """12 March 2026

Dear Anita Farrow

Focused visit to Marlowdale children’s services

This letter summarises the findings of the focused visit to Marlowdale children’s services on 10 and
11 February 2026.

{scope}

Findings

Children are seen.
"""


def letter(scope):
    return read_pasted_letter(LETTER.format(scope=scope), "letter.txt")


@pytest.mark.parametrize(
    ("scope", "subject"),
    [
        (
            "Inspectors looked at the local authority’s arrangements for children in care.",
            "arrangements for children in care",
        ),
        (
            "Inspectors evaluated the local authority's arrangements for children in need.",
            "arrangements for children in need",
        ),
        (
            "Inspectors reviewed Marlowdale’s arrangements for the ‘front door’.",
            "arrangements for the ‘front door’",
        ),
        (
            "Inspectors reviewed Marlowdale Borough Council’s response to children who go missing.",
            "response to children who go missing",
        ),
        (
            "Inspectors considered the council’s arrangements for children who need help and "
            "protection, in accordance with the Inspection of Local Authority Children’s Services "
            "framework. Specifically, inspectors looked at the ‘front door’ arrangements.",
            "arrangements for children who need help and protection",
        ),
        (
            "Inspectors looked at the local authority’s arrangements for its care leavers, "
            "including the preparation of children in care for adulthood. They also looked at "
            "housing.",
            "arrangements for its care leavers, including the preparation of children in care for "
            "adulthood",
        ),
        (
            "Inspectors looked at the local authority’s arrangements for care leavers aged 18 to "
            "25, focusing specifically on:\n\n- Quality of accommodation.\n- Support.",
            "arrangements for care leavers aged 18 to 25",
        ),
        (
            "The focus of this visit was on planning and achieving permanence for children.",
            "planning and achieving permanence for children",
        ),
        (
            "The focus of the focused visit was the experiences of disabled children.",
            "the experiences of disabled children",
        ),
        (
            "This visit looked at the quality and impact of decision-making.",
            "the quality and impact of decision-making",
        ),
        ("This visit focused on children in need.", "children in need"),
        (
            "Inspectors examined the work of the “front door”, and what parents’ groups say of it.",
            "the work of the “front door”, and what parents’ groups say of it",
        ),
    ],
)
def test_subject(scope, subject):
    assert subject_of(letter(scope)).words == subject


@pytest.mark.parametrize(
    "phrase",
    [
        "the local authority’s arrangements for its care leavers",
        "Marlowdale’s response to children who go missing",
        "the work of social workers",
    ],
)
def test_within_a_sentence_it_says_whose_it_is(phrase):
    assert subject_of(letter(f"Inspectors looked at {phrase}.")).phrase == phrase


def test_it_has_the_place_of_the_scope():
    read = letter("Inspectors looked at the local authority’s arrangements for children in care.")
    said = " ".join(read.source.slice(span) for span in subject_of(read).spans)
    assert said.startswith("Inspectors looked at")


@pytest.mark.parametrize(
    "scope",
    [
        "Children in care were what mattered on these days.",
        "Inspectors looked at the local authority’s arrangements for:\n\n- babies\n- teenagers",
        "Inspectors considered a range of evidence, including case records.",
        "Inspectors looked closely at many things.",
        "Inspectors looked at the work of St. Marlow House with children.",
        "Inspectors looked at what is called “the door. They met families.",
        "Inspectors looked at children.",
        f"Inspectors looked at {', focusing on homes' * 90}.",
    ],
)
def test_an_unknown_shape_gives_nothing(scope):
    assert subject_of(letter(scope)) is None
