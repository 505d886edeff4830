"""Take a letter into a draft file without a window: what is sure, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.suggestions import Standing, Suggestion
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import accept, keep_source, suggestions, sure_ones


def take_sure(desk: Desk, letter: Letter, path: Path) -> list[Problem]:
    """Put the letter's sure answers into the draft where it has none, and save it.

    Returns notes of what was taken and warnings of what was left. Raises DraftError where the
    draft cannot be read, SaveError where it cannot be written.
    """
    session = desk.open(path)
    offered = suggestions(letter, session.template, session.answers)
    taken = sure_ones(offered)
    session.apply(accept(taken))
    session.apply(keep_source(letter, path, session.answers, session.draft.kept))
    desk.save(session, path)
    return [*(_taken(one, path) for one in taken), *_left(offered, taken, path)]


def _taken(one: Suggestion, path: Path) -> Problem:
    message = _("taken from the letter")
    return Problem("taken", message, "", _place(one, path), Severity.NOTE)


def _left(
    offered: tuple[Suggestion, ...], taken: tuple[Suggestion, ...], path: Path
) -> Iterator[Problem]:
    for one in offered:
        if one in taken or one.standing is Standing.SAME:
            continue
        if one.standing is Standing.DIFFERENT:
            message = _("the draft answers otherwise than the letter; the draft was left as it is")
        else:
            message = _("the letter is not plain here, so nothing was taken")
        fix = _("compare them, and correct the draft where it is wrong")
        yield Problem("not-taken", message, fix, _place(one, path), Severity.WARN)


def _place(one: Suggestion, path: Path) -> Place:
    return Place(str(path), field=(one.field,), label=one.label)
