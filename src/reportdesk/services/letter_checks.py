"""What is wrong with a draft by its letters and by the rules of its inspection."""

from __future__ import annotations

from datetime import date

from reportdesk.checks.claims import claims_check
from reportdesk.checks.grades import grade_check
from reportdesk.checks.runner import Check
from reportdesk.core.errors import LetterError
from reportdesk.core.letter import Letter, LetterKind, SourceText
from reportdesk.letters import read_text
from reportdesk.letters.regimes import grades_for, is_graded

_KINDS = {
    "focused_visit": LetterKind.FOCUSED_VISIT,
    "monitoring_visit": LetterKind.MONITORING_VISIT,
    "assurance_visit": LetterKind.MONITORING_VISIT,
    "ilacs_standard": LetterKind.ILACS_STANDARD,
    "ilacs_short": LetterKind.ILACS_SHORT,
    "jtai": LetterKind.JTAI,
    "sif": LetterKind.SIF,
    "send": LetterKind.SEND,
}
_PAGE = "\f"


def letter_checks(texts: tuple[SourceText, ...]) -> tuple[Check, ...]:
    """Return the checks of grades, and of what the draft says of these letters."""
    return grade_check(_grades_for), claims_check(tuple(_letters(texts)))


def _grades_for(kind: str, day: date) -> tuple[str, ...] | None:
    """The grades of that type of inspection; None where its rules are not known."""
    known = _KINDS.get(kind)
    if known is None:
        return None
    grades = grades_for(known, day)
    return grades if grades or not is_graded(known) else None


def _letters(texts: tuple[SourceText, ...]) -> list[Letter]:
    """The kept texts, read anew; what cannot be read says nothing."""
    letters = []
    for text in texts:
        try:
            letters.append(read_text(_PAGE.join(text.pages), text.name))
        except LetterError:
            continue
    return letters
