"""The drafts that were open lately, with title, template, date and state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QMenu, QWidget

from reportdesk.core.i18n import _
from reportdesk.gui.panels.two_lines import TwoLines
from reportdesk.services.recents import RecentDraft

_PATH = Qt.ItemDataRole.UserRole


class RecentList(QListWidget):
    """Two lines for each draft; Enter or a double click opens it.

    Signals:
        taken: a draft was chosen; the payload is its path.
        dropped: a draft shall leave the list; the payload is its path.
        forgotten: all that is kept of a draft shall go; the payload is its path.
    """

    taken = Signal(Path)
    dropped = Signal(Path)
    forgotten = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Recent drafts"))
        self.setItemDelegate(TwoLines(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.itemActivated.connect(self._activated)

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """List these."""
        self.clear()
        for draft in drafts:
            item = QListWidgetItem(_said(draft))
            item.setData(_PATH, str(draft.path))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(_parts(draft)))
            item.setToolTip(str(draft.path))
            self.addItem(item)
        self.setCurrentRow(0)

    def _activated(self, item: QListWidgetItem) -> None:
        self.taken.emit(Path(item.data(_PATH)))

    def _menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = Path(item.data(_PATH))
        menu.addAction(_("&Open")).triggered.connect(lambda: self.taken.emit(path))
        drop = menu.addAction(_("&Remove from this list"))
        drop.triggered.connect(lambda: self.dropped.emit(path))
        forget = menu.addAction(_("&Forget this draft…"))
        forget.triggered.connect(lambda: self.forgotten.emit(path))
        menu.popup(self.viewport().mapToGlobal(at))


def _said(draft: RecentDraft) -> str:
    title, *parts = _parts(draft)
    kept = [part.replace(" ", "\u00a0") for part in parts]  # lines break between parts
    return title + "\n" + "\u00a0· ".join(kept)


def _parts(draft: RecentDraft) -> list[str]:
    parts = (draft.title, draft.path.name, draft.template, draft.changed, draft.state)
    return [part for part in parts if part]
