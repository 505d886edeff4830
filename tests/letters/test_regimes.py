"""Each regime has its own grades at each date; visits have none."""

from datetime import date

import pytest

from reportdesk.core.letter import LetterKind
from reportdesk.letters.regimes import (
    SCALES,
    Regime,
    grades_for,
    is_graded,
    scale_on,
)

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    "kind", [LetterKind.FOCUSED_VISIT, LetterKind.MONITORING_VISIT, LetterKind.JTAI]
)
def test_visits_are_not_graded(kind):
    assert not is_graded(kind)
    assert grades_for(kind, DAY) == ()


@pytest.mark.parametrize(
    "words", ["requires improvement", "Requires improvement to be good", "GOOD"]
)
def test_grades_of_children_services(words):
    assert scale_on(Regime.ILACS, DAY).grade(words)


@pytest.mark.parametrize(
    ("regime", "day", "words"),
    [
        (Regime.ILACS, DAY, "Adequate"),
        (Regime.SCHOOLS, date(2026, 1, 10), "Outstanding"),
        (Regime.SCHOOLS, DAY, "Strong standard"),
        (Regime.FIRE_AND_POLICE, date(2019, 1, 1), "Adequate"),
        (Regime.SEND, DAY, "Good"),
    ],
)
def test_a_grade_of_another_regime_or_time(regime, day, words):
    assert scale_on(regime, day).grade(words) is None
    assert any(scale.grade(words) for scale in SCALES)


def test_scales_of_a_regime_do_not_overlap():
    for scale in SCALES:
        others = [other for other in SCALES if other.regime is scale.regime and other is not scale]
        assert not any(other.holds(scale.start) for other in others)
