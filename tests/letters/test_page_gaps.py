"""A sentence that a gap in the page cuts in two is whole again; nothing else is joined over one."""

from __future__ import annotations

import pytest
from made_pdf import Ink, pdf

from reportdesk.core.letter import SectionKind
from reportdesk.letters import read_letter

BEFORE = [
    ("Dear Alex", 28),
    ("Focused visit to Marlshire children's services", 28),
    ("Findings", 28),
    ("Children are seen alone and often by the social workers who know", 14),
    ("them best, in the places that they like, and about the things", 14),
    ("that matter to them. Visits are written down on the same day, and", 14),
    ("managers read what is written. Partners are told what they need", 14),
    ("to be told, and the team is asked by its managers to", 0),
]
AFTER = [("Plans are clear, and families say that they understand them well", 14), ("enough.", 14)]


def findings(rows, folder):
    """The findings of a PDF of these lines, each with the drop below it."""
    ink, y = [], 700.0
    for text, drop in rows:
        ink.append(Ink(text, 72, y))
        y -= drop
    path = folder / "letter.pdf"
    path.write_bytes(pdf([ink]))
    items = read_letter(path).items(SectionKind.FINDINGS)
    return [(item.text.split(" who ")[-1], item.sureness.value) for item in items]


@pytest.mark.parametrize("drop", [42, 60, 90])
def test_an_unfinished_sentence_goes_on_after_a_gap(tmp_path, drop):
    rows = [*BEFORE[:-1], (BEFORE[-1][0], drop), ("form a group around the child.", 28), *AFTER]
    (text, sureness), _second = findings(rows, tmp_path)
    assert text.endswith("by its managers to form a group around the child.")
    assert sureness == "sure"


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("write their plans.", "children are not asked."),
        ("write their plans", "Children are not asked."),
    ],
)
def test_what_ends_or_begins_anew_stands_alone(tmp_path, end, start):
    rows = [*BEFORE[:-1], (f"{BEFORE[-1][0]} {end}", 60), (start, 28), *AFTER]
    assert len(findings(rows, tmp_path)) == 3


def test_a_few_words_without_an_end_take_nothing_in(tmp_path):
    whole = (f"{BEFORE[-1][0]} write.", 28)
    apart = [("Leadership", 60), ("what leaders do is clear.", 28)]
    assert len(findings([*BEFORE[:-1], whole, *apart, *AFTER], tmp_path)) == 4
