"""What an officer reads of a letter in the shell, with what the letter does not state."""

import pytest

from reportdesk.services.letter_import import read_pasted_letter
from reportdesk.services.letter_shapes import letter_lines

HEAD = """Ofsted
Piccadilly Gate

12 March 2026

Dear Anita Farrow

Focused visit to Marlowdale children's services

This letter summarises the findings of the focused visit to Marlowdale children's services on 10 and
11 February 2026. His Majesty's Inspector for this visit was Rosalind Peake.
"""
SCOPE = "Inspectors looked at the local authority's arrangements for the front door."
IMPROVEMENT = (
    "What needs to improve in this area of social work practice\n\n- The quality of plans."
)
PRIORITY = "Areas for priority action\n\n- The response to children at risk."


def lines(*paragraphs):
    text = "\n\n".join((HEAD, *paragraphs, "Yours sincerely\n\nRosalind Peake"))
    return list(letter_lines(read_pasted_letter(text, "letter.txt")))


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([SCOPE, IMPROVEMENT], "Areas for priority action: not stated"),
        ([SCOPE, PRIORITY], "Areas for priority action: 1"),
        ([SCOPE, PRIORITY], "Areas for improvement: not stated"),
        ([SCOPE, IMPROVEMENT], f"What was inspected: {SCOPE} (sure)"),
        ([IMPROVEMENT], "What was inspected: not stated"),
    ],
)
def test_what_a_letter_states_is_told_and_what_it_does_not(paragraphs, said):
    assert said in lines(*paragraphs)


def test_what_is_stated_is_not_told_as_missing():
    told = lines(SCOPE, IMPROVEMENT, PRIORITY)
    assert [line for line in told if line.endswith("not stated")] == []
