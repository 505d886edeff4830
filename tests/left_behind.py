"""What a window that died leaves behind.

Its lock is gone with it. A living window's lock holds on Windows against the very process that
has it, elsewhere against others alone; so a test cannot look past it.
"""

import shutil
from pathlib import Path

from reportdesk.services.recovery import Recovered, Safekeeper
from reportdesk.services.session import Session
from reportdesk.storage.places import make_private


def leave_behind(session: Session, folder: Path) -> None:
    """Put the session's text into the recovery folder, without the lock that the living have."""
    living = folder.with_name("living")
    Safekeeper(living).keeping(session)()
    for text in living.glob("*.yaml"):
        shutil.move(text, make_private(folder))


def found_by_another(folder: Path) -> tuple[Recovered, ...]:
    """Return the texts in the recovery folder as another window finds them after a death."""
    dead = folder.with_name("dead")
    shutil.rmtree(dead, ignore_errors=True)
    for text in folder.glob("*.yaml"):
        shutil.copy(text, make_private(dead))
    return Safekeeper(dead).found()
