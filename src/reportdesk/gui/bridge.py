"""Hand the session's events on as Qt signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reportdesk.core.edits import Edit
from reportdesk.services.session import Session


class SessionBridge(QObject):
    """The one place where core events become signals.

    Signals:
        changed: the answers are others now; the payload is the edit.
    """

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._disconnect = session.changed.connect(self._changed)

    def close(self) -> None:
        """Stop listening; the session may outlive the window."""
        self._disconnect()

    def _changed(self, edit: Edit) -> None:
        self.changed.emit(edit)
