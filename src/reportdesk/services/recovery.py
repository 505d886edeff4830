"""Keep unsaved text safe from crashes, and bring back what a crash left."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.services.desk import Desk
from reportdesk.services.session import Saved, Session
from reportdesk.storage import recovery
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.recovery import Recovered, RecoveryFile, RecoveryNote

__all__ = ["Recovered", "Safekeeper"]


class Safekeeper:
    """Keeps the unsaved text of one window in the user's own folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = RecoveryFile(folder)
        self._number = 0

    def keeping(self, session: Session) -> Callable[[], None]:
        """Return the work that keeps the draft as it stands now; any thread may do it.

        The work raises SaveError.
        """
        self._number += 1
        number, template, answers, kept = (
            self._number,
            session.template,
            session.answers,
            session.draft.kept,
        )
        note = RecoveryNote(str(session.path or ""), session.digest, time.time())

        def keep() -> None:
            self._file.write(draft_text(template, answers, kept), note, number)

        return keep

    def forget(self) -> None:
        """Remove the kept text: it is saved, or the officer let it go."""
        self._number += 1
        self._file.remove(self._number)

    def found(self) -> tuple[Recovered, ...]:
        """Return what crashed windows left, the latest first."""
        return recovery.left_over(self._folder, self._file.path)

    def found_of(self, draft: Path) -> tuple[Recovered, ...]:
        """Return what crashed windows left of that draft, the latest first."""
        return tuple(one for one in self.found() if one.is_of(draft))

    def discard(self, recovered: Recovered) -> None:
        """Remove what a crash left; what cannot be removed now is offered again."""
        with suppress(SaveError):
            recovery.discard(recovered)


def bring_back(desk: Desk, recovered: Recovered) -> tuple[Session, Session | None]:
    """Return the recovered draft at work, and the draft on disk where it can be read.

    The recovered one saves to the draft's own place, over nothing but what is there now.
    Raises DraftError or TemplateError where the recovered text cannot be read.
    """
    session = desk.open_text(recovered.data, str(recovered.path))
    saved = _on_disk(desk, recovered.note.draft)
    if saved is not None and saved.path is not None:
        same = saved.template.id == session.template.id
        on_disk = saved.answers if same else {}
        session.mark_saved(Saved(saved.path, saved.digest, on_disk, session.template.id))
    return session, saved


def _on_disk(desk: Desk, draft: str) -> Session | None:
    if not draft:
        return None
    try:
        return desk.open(Path(draft))
    except ReportDeskError:
        return None
