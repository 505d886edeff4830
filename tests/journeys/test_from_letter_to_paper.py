"""From the inspectors' letter to the committee's paper, typing only what no letter knows."""

import io
import re
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "letters" / "made"))

from made_letters import made, pdf_of  # stands beside the letters' tests

from reportdesk.core.dates import long_date
from reportdesk.core.edits import SetAnswer
from reportdesk.core.letter import SectionKind
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import keep_source, read_letter_at
from reportdesk.services.letter_offers import Taken, offers, take

TEMPLATES = Path(__file__).parents[2] / "templates"
TYPED = {
    "committee_name": "Children’s Services Overview and Scrutiny Committee",
    "meeting_date": date(2026, 6, 16),
    "contacts": ({"id": "c1", "name": "Moira Quill", "email": "moira.quill@example.gov.uk"},),
}


@pytest.fixture(params=[5, 8])
def journey(request, tmp_path):
    """The letter, what was meant by it, and the saved draft that took all that it offers."""
    meant, path = made(request.param), tmp_path / "letter.pdf"
    path.write_bytes(pdf_of(meant))
    letter, desk = read_letter_at(path), Desk([TEMPLATES])
    session = desk.new("wokingham-scrutiny")
    every = [
        Taken(one, one.suggestion.value, tuple(range(len(one.rows))))
        for one in offers(letter, session.template, session.answers)
    ]
    session.apply(take(every))
    session.apply(keep_source(letter, tmp_path / "paper.yaml", session.answers))
    for field, value in TYPED.items():
        session.apply(SetAnswer((field,), value))
    desk.save(session, tmp_path / "paper.yaml")
    return letter, meant, desk, tmp_path / "paper.yaml"


def test_the_paper_says_what_the_letter_says(journey):
    letter, meant, desk, path = journey
    report = desk.report(desk.open(path)).data
    words = text_of(report)
    wanted = [long_date(meant.sent), *meant.inspectors]
    wanted += [item.text for item in letter.items(SectionKind.IMPROVEMENT)]
    wanted += [item.text for item in letter.items(SectionKind.FINDINGS)]
    assert [each for each in wanted if each not in words] == []


def test_nothing_in_it_differs_from_the_letter(journey):
    *_rest, desk, path = journey
    told = {problem.code for problem in desk.check(path)}
    assert told <= {"required"}


def test_only_what_no_letter_knows_is_missing(journey):
    *_rest, desk, path = journey
    gaps = {one.place.field[0] for one in desk.check(path) if one.code == "required"}
    assert gaps <= {
        "council_name",
        "lead_director",
        "outcome_benefits",
        "recommendations",
        "summary",
        "next_steps",
    }


def text_of(report: bytes) -> str:
    """The words of the paper, without its tags."""
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        body = package.read("word/document.xml").decode()
    return re.sub("<[^>]+>", "", body)
