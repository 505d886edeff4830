"""Grades by inspection regime and date; a grade is never compared across."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportdesk.core.letter import LetterKind


class Regime(Enum):
    """Who inspects what, and by which rules."""

    ILACS = "Ofsted: inspection of local authority children's services"
    SIF = "Ofsted: single inspection framework"
    CHILDRENS_SERVICES_BEFORE_SIF = "Ofsted: children's services before November 2013"
    JTAI = "joint targeted area inspection"
    SEND = "Ofsted and CQC: area SEND"
    CQC_ADULTS = "CQC: local authority assessment"
    SCHOOLS = "Ofsted: schools"
    FIRE_AND_POLICE = "HMICFRS: fire and police"
    YOUTH_JUSTICE = "HMI Probation: youth justice"
    SOCIAL_HOUSING = "Regulator of Social Housing"
    CHILDRENS_HOMES = "Ofsted: social care common inspection framework"


@dataclass(frozen=True, slots=True)
class Scale:
    """The grades a regime gives within a stretch of time, best first.

    Attributes:
        id: short stable name, kept with a grade.
        end: the last day, or None while it runs.
    """

    id: str
    regime: Regime
    grades: tuple[str, ...]
    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether the scale is in use on that day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def grade(self, words: str) -> str | None:
        """Return the grade that the words name, however cased, or None."""
        wanted = _folded(words)
        return next((each for each in self.grades if _folded(each) == wanted), None)


_FOUR = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
_SHORT_FOUR = ("Outstanding", "Good", "Requires improvement", "Inadequate")
_LONG_AGO = date(2005, 1, 1)

SCALES: tuple[Scale, ...] = (
    Scale(
        "ofsted-cs-2005",
        Regime.CHILDRENS_SERVICES_BEFORE_SIF,
        ("Outstanding", "Good", "Adequate", "Inadequate"),
        _LONG_AGO,
        date(2013, 10, 31),
    ),
    Scale("sif-2013", Regime.SIF, _FOUR, date(2013, 11, 1), date(2018, 3, 31)),
    Scale("ilacs-2018", Regime.ILACS, _FOUR, date(2018, 1, 1)),
    Scale(
        "send-2023",
        Regime.SEND,
        (
            "Typically positive experiences and outcomes",
            "Inconsistent experiences and outcomes",
            "Widespread and/or systemic failings",
        ),
        date(2023, 1, 1),
    ),
    Scale("cqc-la-2023", Regime.CQC_ADULTS, _SHORT_FOUR, date(2023, 4, 1)),
    Scale("schools-2015", Regime.SCHOOLS, _SHORT_FOUR, date(2012, 9, 1), date(2025, 11, 9)),
    Scale(
        "schools-2025",
        Regime.SCHOOLS,
        (
            "Exceptional",
            "Strong standard",
            "Expected standard",
            "Needs attention",
            "Urgent improvement",
        ),
        date(2025, 11, 10),
    ),
    Scale(
        "hmicfrs-2018", Regime.FIRE_AND_POLICE, _SHORT_FOUR, date(2014, 1, 1), date(2021, 12, 31)
    ),
    Scale(
        "hmicfrs-2022",
        Regime.FIRE_AND_POLICE,
        ("Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate"),
        date(2022, 1, 1),
    ),
    Scale("hmip-2018", Regime.YOUTH_JUSTICE, _SHORT_FOUR, date(2018, 1, 1)),
    Scale("rsh-2024", Regime.SOCIAL_HOUSING, ("C1", "C2", "C3", "C4"), date(2024, 4, 1)),
    Scale("sccif-2017", Regime.CHILDRENS_HOMES, _FOUR, date(2017, 4, 1)),
)

_REGIMES = {
    LetterKind.FOCUSED_VISIT: Regime.ILACS,
    LetterKind.MONITORING_VISIT: Regime.ILACS,
    LetterKind.ILACS: Regime.ILACS,
    LetterKind.ILACS_STANDARD: Regime.ILACS,
    LetterKind.ILACS_SHORT: Regime.ILACS,
    LetterKind.JTAI: Regime.JTAI,
    LetterKind.SEND: Regime.SEND,
    LetterKind.SIF: Regime.SIF,
}
_UNGRADED = frozenset({LetterKind.FOCUSED_VISIT, LetterKind.MONITORING_VISIT, LetterKind.JTAI})


def _folded(words: str) -> str:
    """Requires improvement is one grade, with "to be good" after it or not."""
    return " ".join(words.split()).casefold().rstrip(".").removesuffix(" to be good")


def regime_of(kind: LetterKind) -> Regime:
    """Return the regime under which a letter of that kind is written."""
    return _REGIMES[kind]


def is_graded(kind: LetterKind) -> bool:
    """Return whether letters or reports of that kind give grades at all."""
    return kind not in _UNGRADED


def scale_on(regime: Regime, day: date) -> Scale | None:
    """Return the regime's scale in use on that day, None where it gives no grades then."""
    return next((scale for scale in SCALES if scale.regime is regime and scale.holds(day)), None)


def grades_for(kind: LetterKind, day: date) -> tuple[str, ...]:
    """Return the grades that a letter of that kind and date can give; none for a visit."""
    scale = scale_on(regime_of(kind), day) if is_graded(kind) else None
    return scale.grades if scale else ()
