"""Required fields and lengths are looked at wherever they stand."""

import pytest
from one_section import asking

from reportdesk.checks.completeness import required_answers
from reportdesk.checks.length import allowed_length
from reportdesk.checks.runner import run_checks
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import plain

NAME = Field("name", "Name", Kind.LINE, required=True)
TITLE = Field("title", "Title", Kind.LINE, required=True, max_characters=5)
TEXT = Field("text", "Text", Kind.RICH, max_words=2)
WHO = Field("who", "Who", Kind.PERSON, fields=(NAME,))
ROWS = Field("rows", "Steps", Kind.ROWS, fields=(NAME, TEXT))


@pytest.mark.parametrize(
    ("field", "answers", "labels"),
    [
        (TITLE, {}, ["Title"]),
        (TITLE, {"title": "x"}, []),
        (WHO, {}, []),
        (WHO, {"who": {"role": "x"}}, ["Who, Name"]),
        (ROWS, {}, []),
        (ROWS, {"rows": ({"name": "a"}, {"id": "b"})}, ["Steps, row 2, Name"]),
    ],
)
def test_a_required_field_that_is_empty_is_named(field, answers, labels):
    found = required_answers(asking(field), answers)
    assert [problem.place.label for problem in found] == labels


@pytest.mark.parametrize(
    ("field", "answers", "messages"),
    [
        (TITLE, {"title": "12345"}, []),
        (TITLE, {"title": "1234567"}, ["the text is 2 characters longer than the council allows"]),
        (
            TEXT,
            {"text": plain("one two three")},
            ["the text is 1 word longer than the council allows"],
        ),
        (ROWS, {"rows": ({"name": "a", "text": plain("a b")},)}, []),
    ],
)
def test_a_text_over_its_limit_is_told(field, answers, messages):
    found = allowed_length(asking(field), answers)
    assert [problem.message for problem in found] == messages


def test_all_checks_are_heard():
    both = asking(TITLE, TEXT)
    found = run_checks((required_answers, allowed_length), both, {"text": plain("a b c")})
    assert [problem.code for problem in found] == ["required", "length"]
