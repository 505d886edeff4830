"""How a problem is said in one line."""

import pytest

from reportdesk.core.places import Place
from reportdesk.core.problems import Problem


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        ("", "a.yaml: Title: it is empty"),
        ("fill it in", "a.yaml: Title: it is empty; fill it in"),
        ("Name the inspection.", "a.yaml: Title: it is empty. Name the inspection."),
        ("write\nit anew", "a.yaml: Title: it is empty; write it anew"),
    ],
)
def test_a_problem_says_its_place_what_is_wrong_and_what_to_do(fix, said):
    problem = Problem("empty", "it is empty", fix, Place(file="a.yaml", label="Title"))
    assert str(problem) == said
