"""What is wrong with a draft by its letters and by the rules of its inspection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from reportdesk.checks.claims import claims_check
from reportdesk.checks.grades import grade_check
from reportdesk.checks.runner import Check
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter, LetterKind
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.template import Template
from reportdesk.letters.regimes import grades_for, is_graded
from reportdesk.services.letter_answers import TYPES

_KINDS = {
    **{id: kind for kind, id in TYPES.items()},
    "assurance_visit": LetterKind.MONITORING_VISIT,  # it follows the same rules
}
_PDF = ".pdf"


def letter_checks(letters: tuple[Letter, ...]) -> tuple[Check, ...]:
    """Return the checks of grades, and of what the draft says of these letters."""
    return grade_check(_grades_for), claims_check(letters)


def older_check(letters: tuple[Letter, ...]) -> Check:
    """Return the check that tells of letters which were kept before their pages' setting was."""
    return partial(_kept_before, letters)


def _grades_for(kind: str, day: date) -> tuple[str, ...] | None:
    """The grades of that type of inspection; None where its rules are not known."""
    known = _KINDS.get(kind)
    if known is None:
        return None
    grades = grades_for(known, day)
    return grades if grades or not is_graded(known) else None


def _kept_before(
    letters: tuple[Letter, ...], template: Template, answers: Answers
) -> Iterator[Problem]:
    """A PDF kept by an early ReportDesk lacks how it was set, by which footnotes are told."""
    for source in (letter.source for letter in letters):
        if source.name.lower().endswith(_PDF) and not source.sheets:
            message = _("this letter was kept by an earlier ReportDesk, as text alone")
            fix = _("import it again, so that its footnotes are not taken for its sentences")
            yield Problem("letter-older", message, fix, Place(file=source.name), Severity.NOTE)
