"""The drafts that were open lately, with title, template, date and state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.services.recents import RecentDraft

_PATH = Qt.ItemDataRole.UserRole


class RecentList(QTreeWidget):
    """A line for each draft; Enter or a double click opens it.

    Signals:
        taken: a draft was chosen; the payload is its path.
        dropped: a draft shall leave the list; the payload is its path.
    """

    taken = Signal(Path)
    dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Recent drafts"))
        self.setHeaderLabels([_("Title"), _("Template"), _("Changed"), _("State")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemActivated.connect(self._activated)

    def show_drafts(self, drafts: Sequence[RecentDraft]) -> None:
        """List these."""
        self.clear()
        for draft in drafts:
            item = QTreeWidgetItem([draft.title, draft.template, draft.changed, draft.state])
            item.setData(0, _PATH, str(draft.path))
            item.setToolTip(0, str(draft.path))
            self.addTopLevelItem(item)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _activated(self, item: QTreeWidgetItem) -> None:
        self.taken.emit(Path(item.data(0, _PATH)))

    def _menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = Path(item.data(0, _PATH))
        menu.addAction(_("&Open")).triggered.connect(lambda: self.taken.emit(path))
        drop = menu.addAction(_("&Remove from this list"))
        drop.triggered.connect(lambda: self.dropped.emit(path))
        menu.popup(self.viewport().mapToGlobal(at))
