"""A response prints the points that its rows name; they are typed once."""

import re
from datetime import date
from pathlib import Path

import pytest

from reportdesk.core.richtext import BlockKind, RichText, plain
from reportdesk.services.desk import Desk
from reportdesk.services.matrix import matrix
from reportdesk.services.reading_back import outline_of
from reportdesk.services.response_rows import with_response

TEMPLATES = Path(__file__).parents[2] / "templates"
SAMPLE = TEMPLATES / "walsall-scrutiny" / "sample.yaml"
POINTS = tuple(
    {"id": f"a{number}", "number": number, "text": plain(f"Point {number}.")}
    for number in range(1, 5)
)


def printed(responses=(), actions=(), points=POINTS):
    answers = {"areas_for_improvement": points, "response_rows": responses, "actions": actions}
    return with_response(answers)["response_rows"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("2", "Point 2."),
        ("2 and 4", "Point 2.\nPoint 4."),
        ("4, 1", "Point 1.\nPoint 4."),
        ("2 to 4", "Point 2.\nPoint 3.\nPoint 4."),
    ],
)
def test_a_row_has_the_words_of_the_points_it_names(numbers, said):
    (row,) = printed(({"recommendation_numbers": numbers},))
    assert row["recommendations"].text == said
    assert {block.kind for block in row["recommendations"].blocks} == {BlockKind.BULLET}


@pytest.mark.parametrize(
    "row",
    [
        {"finding": plain("Much is good.")},
        {"recommendation_numbers": "9"},
        {"recommendation_numbers": "1", "recommendations": plain("In my own words.")},
    ],
)
def test_other_rows_stay_as_they_are(row):
    assert printed((row,)) == (row,)


def test_without_rows_each_point_has_one_with_its_actions():
    due = date(2026, 3, 1)
    actions = (
        {"action": plain("Train."), "finding_ref": "1 and 2", "owner": "Head of Care", "due": due},
        {"action": plain("Count."), "finding_ref": "2", "measure": plain("Weekly figures.")},
    )
    rows = printed(actions=actions)
    assert [row["number"] for row in rows] == [1, 2, 3, 4]
    assert rows[0]["finding"].text == "Point 1."
    assert rows[1]["response"].text == (
        "Train.\nOwner: Head of Care. Due: 1 March 2026.\nCount.\nMeasure: Weekly figures."
    )
    assert "response" not in rows[2]


@pytest.mark.parametrize("points", [(), POINTS])
def test_nothing_is_made_of_nothing(points):
    assert printed(points=points) == ()


def test_the_document_prints_every_answered_point(tmp_path):
    desk = Desk([TEMPLATES])
    session = desk.open(SAMPLE)
    (tmp_path / "response.docx").write_bytes(desk.word_file(session, "response"))
    text = "\n".join(outline_of(tmp_path / "response.docx"))
    said = {line.point.text.text for line in matrix(session.answers) if line.point}
    assert [words for words in said if words not in text] == []
    assert len(said) == 12


def test_the_sample_repeats_the_points_word_for_word():
    answers = Desk([TEMPLATES]).open(SAMPLE).answers
    texts = dict(enumerate((row["text"].text for row in answers["areas_for_improvement"]), 1))
    for row in with_response(answers)["response_rows"]:
        numbers = map(int, re.findall(r"\d+", row.get("recommendation_numbers", "")))
        said = [block.runs[0].text for block in row.get("recommendations", RichText()).blocks]
        assert said == [texts[number] for number in numbers]
