"""Drafts that were open lately, with what the start page tells of each."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reportdesk.core.dates import long_date
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _, plural
from reportdesk.core.problems import stops
from reportdesk.services.desk import Desk
from reportdesk.storage import recents


@dataclass(frozen=True, slots=True)
class RecentDraft:
    """A draft as the start page shows it.

    Attributes:
        state: what is missing, or that it is complete, or why it cannot be read.
    """

    path: Path
    title: str
    template: str
    changed: str
    state: str


class Recents:
    """The list of recent drafts; a list that cannot be saved is no reason to stop."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "recent.json"

    def paths(self) -> tuple[Path, ...]:
        """Return the drafts, the latest first."""
        return recents.read_recents(self._path)

    def add(self, draft: Path) -> None:
        """Put the draft at the head of the list."""
        with suppress(ReportDeskError):
            recents.write_recents(self._path, recents.opened(self.paths(), draft.absolute()))

    def forget(self, draft: Path) -> None:
        """Take the draft off the list."""
        with suppress(ReportDeskError):
            left = tuple(one for one in self.paths() if one != draft)
            recents.write_recents(self._path, left)

    def clear(self) -> None:
        """Forget the whole list; raises SaveError."""
        recents.write_recents(self._path, ())


def describe(desk: Desk, path: Path) -> RecentDraft:
    """Return what to show of the draft; nothing is raised."""
    try:
        session = desk.open(path)
        changed = date.fromtimestamp(path.stat().st_mtime)
    except ReportDeskError as error:
        return RecentDraft(path, path.stem, "", "", error.problems[0].message)
    except OSError as error:
        return RecentDraft(path, path.stem, "", "", error.strerror or "")
    title = session.answers.get("report_title")
    lacking = sum(stops([problem]) for problem in session.problems())
    said = plural("{count} missing", "{count} missing", lacking).format(count=lacking)
    return RecentDraft(
        path,
        title if isinstance(title, str) else path.stem,
        session.template.title,
        long_date(changed),
        said if lacking else _("complete"),
    )


def moment(at: datetime) -> str:
    """Return the moment as an officer reads it, in local time."""
    local = at.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"
