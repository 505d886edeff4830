"""The shell takes a letter into a draft file, and says of each answer how far to trust it."""

import re
from datetime import date
from pathlib import Path

import pytest
from made_letters import made, text_of

from reportdesk.core.edits import SetAnswer
from reportdesk.core.problems import Severity
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import read_pasted_letter
from reportdesk.services.letter_taking import take_letter

TEMPLATES = Path(__file__).parents[2] / "templates"
MEANT = made(3)


@pytest.fixture
def desk():
    return Desk([TEMPLATES])


@pytest.fixture
def draft(desk, tmp_path):
    path = tmp_path / "draft.yaml"
    desk.write_new("wokingham-scrutiny", path)
    return path


@pytest.fixture
def letter():
    return read_pasted_letter(text_of(MEANT), "letter.txt")


def test_each_answer_taken_is_told_with_its_sureness(desk, draft, letter):
    told = {one.place.field[0]: one for one in take_letter(desk, letter, draft)}
    assert desk.open(draft).answers["letter_date"] == MEANT.sent
    assert told["letter_date"].severity is Severity.NOTE
    assert told["background"].severity is Severity.WARN
    assert set(desk.open(draft).answers) == set(told)


def test_only_what_is_sure_where_that_is_wanted(desk, draft, letter):
    told = take_letter(desk, letter, draft, sure_only=True)
    answers = desk.open(draft).answers
    assert answers["letter_date"] == MEANT.sent
    assert "background" not in answers
    assert "background" in {one.place.field[0] for one in told if one.code == "not-taken"}


def test_an_answer_of_the_draft_stays(desk, draft, letter):
    session = desk.open(draft)
    session.apply(SetAnswer(("letter_date",), date(2020, 1, 2)))
    desk.save(session, draft)
    told = take_letter(desk, letter, draft)
    assert desk.open(draft).answers["letter_date"] == date(2020, 1, 2)
    assert "letter_date" in {one.place.field[0] for one in told if one.code == "not-taken"}


def test_twice_is_once(desk, draft, letter):
    take_letter(desk, letter, draft)
    text = draft.read_text(encoding="utf-8")
    assert [one.code for one in take_letter(desk, letter, draft)] == []
    assert draft.read_text(encoding="utf-8") == text


def test_the_guidance_stays(desk, draft, letter):
    guidance = re.findall(r"(?m)^  #.*", draft.read_text(encoding="utf-8"))
    take_letter(desk, letter, draft)
    assert re.findall(r"(?m)^  #.*", draft.read_text(encoding="utf-8")) == guidance


def test_a_long_list_is_taken_whole(desk, draft):
    points = "\n".join(f"◼ Point {number} of the long list." for number in range(1, 251))
    head = "Focused visit to Marlowdale children’s services\n\nDear Anita Farrow\n\n"
    text = f"{head}What needs to improve?\n\n{points}\n\nYours sincerely\n\nRosalind Peake\n"
    take_letter(desk, read_pasted_letter(text, "letter.txt"), draft)
    assert len(desk.open(draft).answers["areas_for_improvement"]) == 250
