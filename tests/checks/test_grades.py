"""Grades are held against the inspection that gives them."""

from datetime import date

import pytest
from one_section import asking

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, Field, Kind
from reportdesk.services.letter_checks import letter_checks

GRADE = (Field("area", "Area", Kind.LINE), Field("grade", "Grade", Kind.LINE))
TEMPLATE = asking(
    Field("grades", "Judgements", Kind.ROWS, fields=GRADE),
    Field("overall_grade", "Overall grade", Kind.LINE),
)


def codes(kind, day, grade, **answers):
    answers |= {"grades": ({"id": "g1", "area": "Leaders", "grade": grade},)}
    answers |= {"inspection_type": Choice(kind, kind)}
    if day:
        answers["inspection_dates"] = DateRange(day, day)
    grades, _claims = letter_checks(())
    return [problem.code for problem in grades(TEMPLATE, answers)]


@pytest.mark.parametrize(
    ("kind", "day", "grade", "expected"),
    [
        ("ilacs_standard", date(2025, 5, 1), "Requires improvement to be good", []),
        ("ilacs_standard", date(2025, 5, 1), "requires improvement", []),
        ("ilacs_standard", date(2025, 5, 1), "Adequate", ["grade-unknown"]),
        ("ilacs_standard", date(2025, 5, 1), "Strong standard", ["grade-unknown"]),
        ("sif", date(2016, 5, 1), "Inadequate", []),
        ("focused_visit", date(2025, 5, 1), "Good", ["grade-ungraded"]),
        ("focused_visit", date(2025, 5, 1), "Not graded", []),
        ("jtai", date(2025, 5, 1), "Good", ["grade-ungraded"]),
        ("send", date(2024, 5, 1), "Inconsistent experiences and outcomes", []),
        ("send", date(2024, 5, 1), "Good", ["grade-unknown"]),
        ("youth_justice", date(2024, 5, 1), "Anything", []),
        ("ilacs_standard", None, "Adequate", []),
    ],
)
def test_a_grade_is_one_of_its_regime_at_its_date(kind, day, grade, expected):
    assert codes(kind, day, grade) == expected


def test_the_overall_grade_counts_too():
    found = codes("focused_visit", date(2025, 5, 1), "", overall_grade="Good")
    assert found == ["grade-ungraded"]
