"""Who else has a draft open."""

from __future__ import annotations

from pathlib import Path

from reportdesk.core.i18n import _
from reportdesk.storage import owners

RENEW_AFTER = owners.RENEW_AFTER


def who_else(draft: Path) -> str:
    """Return who else has the draft open, in words, or nothing."""
    owner = owners.owner_of(draft)
    if owner is None:
        return ""
    said = _("{user} has this draft open on {host}") if owner.user else _("It is open on {host}")
    return said.format(user=owner.user, host=owner.host)


def enter(draft: Path) -> None:
    """Say that we have it open, or have it still."""
    owners.claim(draft)


def leave(draft: Path) -> None:
    """Say that we have it open no longer."""
    owners.release(draft)
