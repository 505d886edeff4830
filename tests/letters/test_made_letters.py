"""Made-up letters with every quirk of real ones are read as they were meant."""

from __future__ import annotations

import pytest
from made_letters import VISITS, Made, made, pdf_of, text_of
from shown import uncovered

from reportdesk.core.dates import DateRange
from reportdesk.core.letter import Letter, LetterKind, SectionKind, Sureness
from reportdesk.letters import read_letter, read_text

KINDS = {
    "O": SectionKind.OVERVIEW,
    "H": SectionKind.OVERVIEW,
    "P": SectionKind.PRIORITY,
    "W": SectionKind.IMPROVEMENT,
    "F": SectionKind.FINDINGS,
    "M": SectionKind.FINDINGS,
}
SEEDS = range(40)


def from_text(letter: Made, folder) -> Letter:
    return read_text(text_of(letter), "letter.txt")


def from_pdf(letter: Made, folder) -> Letter:
    path = folder / "letter.pdf"
    path.write_bytes(pdf_of(letter))
    return read_letter(path)


@pytest.fixture(params=[from_text, from_pdf])
def reading(request, tmp_path):
    return lambda letter: request.param(letter, tmp_path)


@pytest.mark.parametrize("seed", SEEDS)
def test_facts_are_right(seed, reading):
    meant = made(seed)
    letter = reading(meant)
    assert letter.kind.value is LetterKind.FOCUSED_VISIT
    assert letter.letter_date.value == meant.sent
    assert letter.authority.value == meant.authority
    assert letter.visit.value.periods == tuple(DateRange(*days) for days in VISITS[meant.visit])
    assert letter.inspectors.value == meant.inspectors
    assert letter.addressee.value.name == "Alex Fennimore"
    assert letter.signatory.value == meant.inspectors[0]
    facts = (letter.letter_date, letter.authority, letter.visit, letter.inspectors)
    assert {fact.sureness for fact in facts} == {Sureness.SURE}


@pytest.mark.parametrize("seed", SEEDS)
def test_sections_and_lists_are_right(seed, reading):
    meant = made(seed)
    letter = reading(meant)
    assert [section.kind for section in letter.sections] == [KINDS[key] for key in meant.order]
    for key, section in zip(meant.order, letter.sections, strict=True):
        if key in "WP" or (meant.bulleted and key in "FM"):
            assert [item.text for item in section.items] == meant.sections[key]
        assert " ".join(item.text for item in section.items) == " ".join(meant.sections[key])


@pytest.mark.parametrize("seed", SEEDS)
def test_sure_paragraphs_are_whole(seed, reading):
    meant = made(seed)
    wanted = {text for texts in meant.sections.values() for text in texts}
    sure = [
        item.text
        for section in reading(meant).sections
        for item in section.items
        if item.sureness is Sureness.SURE
    ]
    assert set(sure) <= wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_every_item_can_be_shown_and_no_character_is_lost(seed, reading):
    letter = reading(made(seed))
    for section in letter.sections:
        for item in section.items:
            shown = "".join(letter.source.slice(span) for span in item.spans)
            assert "".join(shown.split()) == "".join(item.text.split())
    assert uncovered(letter) == ""
