"""Earlier versions of a draft, and the edit that goes back to one."""

from __future__ import annotations

from reportdesk.core.edits import SetAnswer, Together
from reportdesk.services.desk import Desk
from reportdesk.services.session import Session
from reportdesk.storage.backups import Version

__all__ = ["Version", "going_back", "version_at", "versions_of"]


def versions_of(desk: Desk, session: Session) -> tuple[Version, ...]:
    """Return the versions kept of the draft, the latest first."""
    if desk.backups is None or session.path is None:
        return ()
    return desk.backups.versions(session.path)


def version_at(desk: Desk, session: Session, version: Version) -> Session:
    """Return the version under the draft's present template.

    Raises DraftError or TemplateError where it cannot be read.
    """
    return desk.open_version(version.path, session.template.id)


def going_back(session: Session, version: Session) -> Together:
    """Return the edit that gives the draft the version's answers."""
    fields = session.template.fields()
    return Together(
        tuple(
            SetAnswer((field.id,), version.answers.get(field.id))
            for field in fields
            if session.answers.get(field.id) != version.answers.get(field.id)
        )
    )
