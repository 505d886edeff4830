"""Take a letter into a draft file without a window: nothing is taken unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.suggestions import Standing
from reportdesk.services.desk import Desk
from reportdesk.services.letter_import import keep_source
from reportdesk.services.letter_offers import Offer, Origin, Taken, offers, take
from reportdesk.services.letter_places import place_in_letter


def take_letter(
    desk: Desk, letter: Letter, path: Path, *, sure_only: bool = False
) -> list[Problem]:
    """Put what the letter offers into the draft where that has no answer yet, and save it.

    What is likely, and first wordings, are taken too unless only what is sure is wanted. Returns
    notes of what is sure, and warnings of what wants reading and of what was left. Raises
    DraftError where the draft cannot be read, SaveError where it cannot be written.
    """
    session = desk.open(path)
    found = offers(letter, session.template, session.answers)
    chosen = [one for one in found if (one.sure if sure_only else one.fits)]
    session.apply(take(_all_of(one) for one in chosen))
    session.apply(keep_source(letter, path, session.answers, session.draft.kept))
    desk.save(session, path)
    return [*(_taken(one, path) for one in chosen), *_left(found, chosen, path)]


def _all_of(offer: Offer) -> Taken:
    """Take all rows of a long list, not only those that are offered one by one."""
    return Taken(replace(offer, rows=()), offer.suggestion.value)


def _taken(offer: Offer, path: Path) -> Problem:
    where = place_in_letter(offer.suggestion.spans)
    if offer.sure:
        message = _("taken from the letter, {where}").format(where=where)
        return Problem("taken", message, "", _place(offer, path), Severity.NOTE)
    message = _SAID[offer.origin].format(where=where)
    fix = _("read it, and change it where it does not say what you mean")
    if offer.origin is Origin.LETTER:
        fix = _("compare it with the letter")
    return Problem("taken-to-read", message, fix, _place(offer, path), Severity.WARN)


def _left(found: tuple[Offer, ...], chosen: list[Offer], path: Path) -> Iterator[Problem]:
    for one in found:
        if one in chosen or one.suggestion.standing is Standing.SAME:
            continue
        if one.suggestion.standing is Standing.DIFFERENT:
            message = _("the draft answers otherwise than the letter; the draft was left as it is")
        else:
            message = _("the letter is not plain here, so nothing was taken")
        fix = _("compare them, and correct the draft where it is wrong")
        yield Problem("not-taken", message, fix, _place(one, path), Severity.WARN)


def _place(offer: Offer, path: Path) -> Place:
    return Place(str(path), field=(offer.field.id,), label=offer.field.label)


_SAID = {
    Origin.LETTER: _("taken from the letter, {where}: likely, but not sure"),
    Origin.WORDING: _("given a first wording of what the letter says, {where}"),
    Origin.STANDARD: _("given the template’s standard words, which are not the letter’s"),
}
