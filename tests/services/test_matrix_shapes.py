"""The matrix can be read in a shell, by people and by programs."""

import json
from datetime import date

import pytest

from reportdesk.core.richtext import plain
from reportdesk.services.matrix import matrix
from reportdesk.services.matrix_shapes import matrix_lines, matrix_shapes

LINES = matrix(
    {
        "areas_for_improvement": (
            {"number": 1, "text": plain("Records.")},
            {"number": 2, "text": plain("Plans.")},
        ),
        "actions": (
            {
                "action": plain("Train."),
                "finding_ref": "1",
                "owner": "Head of Care",
                "due": date(2026, 3, 1),
            },
            {"action": plain("Count."), "finding_ref": "1"},
            {"action": plain("Wait."), "finding_ref": "7"},
        ),
    }
)


def test_lines():
    assert list(matrix_lines(LINES)) == [
        "1. Records.",
        "   Train. (Head of Care, 1 March 2026)",
        "   Count.",
        "2. Plans.",
        "   (nothing answers this yet)",
        "–. (names no point of the list)",
        "   Wait.",
        "Points answered: 1 of 2",
    ]


@pytest.mark.parametrize(
    ("at", "state", "number", "text"),
    [
        (0, "answered", 1, "Train."),
        (2, "not answered", 2, None),
        (3, "answers no point", None, "Wait."),
    ],
)
def test_shapes(at, state, number, text):
    shape = json.loads(json.dumps(matrix_shapes(LINES)))[at]
    assert shape["state"] == state
    assert (shape["point"] and shape["point"]["number"]) == number
    assert (shape["answer"] and shape["answer"]["text"]) == text
