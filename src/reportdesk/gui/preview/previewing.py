"""Puts the preview beside each draft that is opened."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from reportdesk.core.i18n import _
from reportdesk.gui.stage import Stage
from reportdesk.gui.tasks import TaskRunner
from reportdesk.gui.workplace import Workplace

if TYPE_CHECKING:  # the start page shows before the reader of Word files is needed
    from reportdesk.gui.preview.follower import Follower

_TURN = 0.001  # seconds


class Previewing(QObject):
    """Hangs the preview into the right-hand place of the window."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._runner: TaskRunner | None = None
        self._follower: Follower | None = None
        # While a preview is made, keys wait at most this long for their turn.
        sys.setswitchinterval(_TURN)
        stage.opened.connect(self._opened)
        stage.left.connect(self._left)
        stage.pages_wanted.connect(self._show_pages)

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        # Loaded late because the start page shows before the reader of Word files is needed.
        from reportdesk.gui.preview.follower import Follower
        from reportdesk.gui.preview.pane import PreviewPane

        pane = PreviewPane(workplace.session.template, workplace)
        workplace.set_side(pane, _("P&review"), pane.view)
        self._follower = Follower(self._stage, workplace, pane)
        pane.pages_asked.connect(self._show_pages)

    @Slot()
    def _left(self) -> None:
        self._follower = None

    @Slot()
    def _show_pages(self) -> None:
        """Show the pages of the document that the preview shows."""
        if self._follower is not None:
            self.show_pages(self._follower.document)

    def show_pages(self, document_id: str = "") -> None:
        """Show the pages of the draft on stage as they will be printed."""
        # Loaded late because it needs what draws PDFs, and few look at pages each time.
        from reportdesk.gui.preview.paging import Paging

        if self._runner is None:
            self._runner = TaskRunner(self)
            cast(QApplication, QApplication.instance()).aboutToQuit.connect(self._runner.close)
        Paging(self._stage, self._runner, document_id).start()
