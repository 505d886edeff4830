"""A problem says its place so that a person can find it."""

import pickle

import pytest

from reportdesk.core.errors import ConflictError, DraftError, SaveError
from reportdesk.core.places import Cell, Place
from reportdesk.core.problems import Problem, Severity, stops


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), ""),
        (Place("a.yaml", 3, label="Title"), "a.yaml:3: Title"),
        (Place("r.docx", part="body", paragraph=2), "r.docx: body, paragraph 2"),
        (
            Place("r.docx", part="body", cells=(Cell(1, 2, 3),)),
            "r.docx: body, table 1, row 2, cell 3",
        ),
        (Place("l.pdf", page=2), "l.pdf: page 2"),
    ],
)
def test_a_place_in_words(place, said):
    assert str(place) == said


def test_a_problem_is_one_line():
    problem = Problem("x", "it is\nwrong", "mend it", Place("a.yaml", 1))
    assert str(problem) == "a.yaml:1: it is wrong; mend it"


def test_only_a_stop_stops():
    assert [stops([Problem("x", "m", severity=s)]) for s in Severity] == [True, False, False]


def test_an_error_crosses_a_process_whole():
    error = DraftError.of("x", "wrong", place=Place("a.yaml"))
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_a_conflict_is_a_failed_save():
    with pytest.raises(SaveError):
        raise ConflictError.of("x", "m")
