"""Collect garbage on the window's thread alone, and in moments when nobody types.

Left to itself, Python looks through every object of a large draft in the middle of a key press,
for a tenth of a second and more, and may take widgets apart on a worker's thread.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPixmapCache

from reportdesk.gui.stage import Stage

if TYPE_CHECKING:  # the start page shows before any form is needed
    from reportdesk.gui.workplace import Workplace

_LOOK_EVERY = 2000  # milliseconds
_STILL = 3000  # milliseconds without an edit
_GONE = 200  # milliseconds until the widgets of a draft are gone
_MANY = 20_000  # new objects that are looked through even while somebody types


class Housekeeping(QObject):
    """Collects new objects now and then, and all of them when a draft comes to rest or goes."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        gc.disable()
        self._open = self._settled = False
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(self._rest)
        self._gone = QTimer(self, singleShot=True, interval=_GONE)
        self._gone.timeout.connect(self._forget)
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._collect_new)
        self._look.start()
        self._still.start()
        stage.opened.connect(self._opened)
        stage.left.connect(self._left)

    def close(self) -> None:
        """Leave garbage to Python again."""
        self._look.stop()
        self._still.stop()
        self._gone.stop()
        gc.unfreeze()
        gc.enable()

    @Slot(object)
    def _opened(self, workplace: Workplace) -> None:
        if self._open:  # the same draft in other forms
            gc.unfreeze()
            self._gone.start()
        self._open, self._settled = True, False
        workplace.edited.connect(self._edited)
        self._still.start()

    @Slot(object)
    def _edited(self, _edit: object) -> None:
        self._still.start()

    @Slot()
    def _left(self) -> None:
        """What the draft held may be garbage now, and so are pictures of its widgets' parts.

        Qt keeps those by the palette of each widget and finds none of them again.
        """
        gc.unfreeze()
        QPixmapCache.clear()
        self._open = self._settled = False
        self._still.start()
        self._gone.start()

    @Slot()
    def _forget(self) -> None:
        """Free what is gone before it is set aside with the next draft."""
        gc.collect()

    @Slot()
    def _collect_new(self) -> None:
        if gc.get_count()[0] > _MANY:
            gc.collect(0)

    @Slot()
    def _rest(self) -> None:
        """Look through what came since the draft settled; what it is made of need not be seen.

        Such objects still go when nothing refers to them any more.
        """
        if self._open and not self._settled:
            self._settled = True
            gc.freeze()
        else:
            gc.collect()
