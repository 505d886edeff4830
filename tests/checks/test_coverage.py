"""Each point of a letter has an answer, and each answer a point."""

import pytest
from one_section import asking

from reportdesk.checks.counts import counts_agree
from reportdesk.checks.coverage import every_point_answered, numbers_in
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import plain

TEMPLATE = asking(
    Field("areas_for_improvement", "Areas for improvement", Kind.ROWS),
    Field("response_rows", "Responses", Kind.ROWS),
    Field("background", "Background", Kind.RICH),
)
TWELVE = tuple({"number": number} for number in range(1, 13))
# Which of twelve recommendations each of eleven rows answers; the first two answer none.
MAP = ("", "", "12", "2", "1", "3", "1, 9 and 7", "10", "4, 5 and 6", "11", "8")


def rows(*numbers):
    return tuple({"recommendation_numbers": said} if said else {} for said in numbers)


def found(**answers):
    problems = every_point_answered(TEMPLATE, answers)
    return [(problem.code, problem.place.label, problem.message) for problem in problems]


def test_twelve_recommendations_in_nine_rows_are_all_answered():
    assert found(areas_for_improvement=TWELVE, response_rows=rows(*MAP)) == []


def test_a_link_taken_away_is_one_problem_that_names_the_number():
    without = rows(*("" if said == "11" else said for said in MAP))
    assert found(areas_for_improvement=TWELVE, response_rows=without) == [
        (
            "unanswered",
            "Areas for improvement, row 11",
            "no response or action answers number 11",
        )
    ]


def test_a_response_to_nothing_is_told():
    (problem,) = found(areas_for_improvement=TWELVE[:1], response_rows=rows("1", "4"))
    assert problem[:2] == ("answers-nothing", "Responses, row 2")


def test_actions_answer_too():
    answered = ({"finding_ref": "1"}, {"finding_ref": "2"})
    assert found(areas_for_improvement=TWELVE[:2], actions=answered) == []


def test_points_without_numbers_count_by_their_place():
    assert found(areas_for_improvement=({}, {}), response_rows=rows("1 and 2")) == []


def test_a_draft_that_names_no_point_is_left_alone():
    assert found(areas_for_improvement=TWELVE, response_rows=rows("")) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1, 7 and 9", {1, 7, 9}),
        ("2 to 5", {2, 3, 4, 5}),
        ("3–4", {3, 4}),
        ("", set()),
        (None, set()),
    ],
)
def test_numbers_in_a_list(text, numbers):
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The letter names three areas for improvement.", 0),
        ("The letter names four areas for improvement.", 1),
        ("Ofsted made 4 recommendations.", 0),
        ("There are 4 recommendations from Ofsted.", 1),
        ("It says “four areas for improvement”.", 0),
    ],
)
def test_a_count_in_the_text_is_held_against_the_list(text, count):
    answers = {"areas_for_improvement": TWELVE[:3], "background": plain(text)}
    assert len(list(counts_agree(TEMPLATE, answers))) == count
