"""Forget a draft: remove what this computer keeps of it besides the draft's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportdesk.core.errors import SaveError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.services.desk import Desk
from reportdesk.services.home import Home
from reportdesk.storage.files import shown
from reportdesk.storage.kept_sources import forget_sources, kept_sources
from reportdesk.storage.recovery import discard


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a draft, to tell before it goes.

    Attributes:
        versions: how many earlier versions.
        recovered: how many texts that crashed windows left.
        sources: names of the letters whose text lies beside the draft.
    """

    versions: int
    recovered: int
    sources: tuple[str, ...]


def kept_of(desk: Desk, home: Home, draft: Path) -> Kept:
    """Return what is kept of the draft."""
    versions = desk.backups.versions(draft) if desk.backups else ()
    sources = tuple(path.stem for path in kept_sources(draft))
    return Kept(len(versions), len(home.keeper.found_of(draft)), sources)


def forget_draft(desk: Desk, home: Home, draft: Path, *, sources: bool) -> None:
    """Remove recovery, earlier versions and the entry among recent drafts, perhaps the sources.

    The draft's own file and exported reports stay. Raises SaveError where something cannot be
    removed; the rest is gone all the same.
    """
    home.recents.forget(draft)
    acts = [partial(discard, recovered) for recovered in home.keeper.found_of(draft)]
    acts += [partial(desk.backups.forget, draft)] if desk.backups else []
    acts += [partial(forget_sources, draft)] if sources else []
    _do_all(acts)


def clear_names(home: Home) -> None:
    """Forget the file names of recent drafts and exports; raises SaveError."""
    _do_all((home.recents.clear, home.exports.clear))


def _do_all(acts: Iterable[Callable[[], None]]) -> None:
    """Do each, whatever becomes of the others; raises SaveError with all that went wrong."""
    problems: list[Problem] = []
    for act in acts:
        try:
            act()
        except SaveError as error:
            problems += error.problems
        except OSError as error:
            problems.append(_unseen(error))
    if problems:
        raise SaveError(problems)


def _unseen(error: OSError) -> Problem:
    message = _("what is kept here cannot be looked through: {reason}")
    fix = _("see that you may open this folder, and try again")
    where = Place(shown(Path(error.filename))) if error.filename else Place()
    return Problem("forget", message.format(reason=error.strerror or error), fix, where)
