"""Each point stands against what answers it, many to many, with what is left over on both sides."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from reportdesk.checks.coverage import every_point_answered
from reportdesk.core.edits import SetAnswer
from reportdesk.core.richtext import plain
from reportdesk.services.desk import Desk
from reportdesk.services.matrix import State, cells, matrix, matrix_csv, titles
from reportdesk.services.matrix_document import matrix_document

TEMPLATES = Path(__file__).parents[2] / "templates"


def point(number):
    return {"id": f"a{number}", "number": number, "text": plain(f"Point {number}.")}


def response(numbers, text="We will."):
    return {"recommendation_numbers": numbers, "response": plain(text)}


def answers(points, responses=(), actions=()):
    return {
        "areas_for_improvement": tuple(point(number) for number in points),
        "response_rows": tuple(responses),
        "actions": tuple(actions),
    }


def pairs(given):
    lines = matrix(given)
    return [
        (line.point and line.point.number, line.answering and line.answering.path) for line in lines
    ]


def test_one_response_may_answer_many_points():
    assert pairs(answers([1, 2], [response("1 and 2")])) == [
        (1, ("response_rows", 0)),
        (2, ("response_rows", 0)),
    ]


def test_one_point_may_be_answered_by_a_response_and_an_action():
    action = {"action": plain("Train."), "finding_ref": "1"}
    assert pairs(answers([1], [response("1")], [action])) == [
        (1, ("response_rows", 0)),
        (1, ("actions", 0)),
    ]


def test_what_is_left_over_on_either_side_stands_alone():
    lines = matrix(answers([1], [response("2")]))
    assert [line.state for line in lines] == [State.UNANSWERED, State.POINTLESS]


@pytest.mark.parametrize(
    ("numbers", "finding", "state"),
    [
        (None, "Visits are late.", State.FINDING),
        (None, "", State.POINTLESS),
        ("7", "Visits are late.", State.POINTLESS),
    ],
)
def test_a_response_to_a_finding_without_a_number_is_not_left_over(numbers, finding, state):
    row = response(numbers) | {"finding": plain(finding)}
    line = matrix(answers([1], [row]))[-1]
    assert (line.state, "Visits are late." in cells(line)[1]) == (state, state is State.FINDING)


def test_priority_actions_and_improvements_both_count():
    given = answers([1]) | {"areas_for_priority_action": (point(1),)}
    assert [line.state for line in matrix(given)] == [State.UNANSWERED] * 2


def test_the_sample_answers_all_twelve_and_one_link_less_is_one_problem():
    session = Desk([TEMPLATES]).open(TEMPLATES / "walsall-scrutiny" / "sample.yaml")
    template, rows = session.template, session.answers["response_rows"]
    assert len({line.point.number for line in matrix(session.answers) if line.point}) == 12
    assert list(every_point_answered(template, session.answers)) == []
    at = next(at for at, row in enumerate(rows) if row.get("recommendation_numbers") == "11")
    session.apply(SetAnswer(("response_rows", at, "recommendation_numbers"), None))
    (problem,) = every_point_answered(template, session.answers)
    assert "number 11" in problem.message


def test_a_spreadsheet_reads_the_table():
    action = {"action": plain("Train."), "finding_ref": "1", "due": date(2026, 12, 18)}
    text = matrix_csv(matrix(answers([1], (), [action]))).decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    assert tuple(head) == titles()
    assert row[:5] == ["1", "Point 1.", "Train.", "", "18 December 2026"]


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x"])
def test_a_spreadsheet_runs_nothing(text):
    made = matrix_csv(matrix(answers([1], [response("1", text)]))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(made)))[1][2] == f"'{text}"


def test_the_word_file_is_sound_and_its_table_can_be_read_aloud(tmp_path):
    sample = Desk([TEMPLATES]).open(TEMPLATES / "walsall-scrutiny" / "sample.yaml")
    path = tmp_path / "matrix.docx"
    path.write_bytes(matrix_document(sample.answers))
    assert OpenXmlValidator().validate(str(path)).errors == []
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:tblHeader") == 1
    assert "{%" not in body
    assert list(check(str(path))) == []


def test_an_empty_draft_has_a_word_file_too():
    with zipfile.ZipFile(io.BytesIO(matrix_document({}))) as package:
        assert "No points are listed" in package.read("word/document.xml").decode()
