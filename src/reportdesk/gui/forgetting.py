"""Forget a draft: tell what this computer keeps of it, then remove that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMessageBox

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _, plural
from reportdesk.gui.stage import Stage
from reportdesk.services.forgetting import Kept, forget_draft, kept_of
from reportdesk.services.home import Home


class Forgetting(QObject):
    """Asks, and forgets.

    Signals:
        forgotten: nothing is kept of a draft any more; the payload is its path.
    """

    forgotten = Signal(Path)

    def __init__(self, stage: Stage, home: Home) -> None:
        super().__init__(stage)
        self._stage = stage
        self._home = home

    def ask(self, draft: Path) -> None:
        """Say what is kept of the draft, and ask whether it shall go."""
        kept = kept_of(self._stage.desk, self._home, draft)
        box = QMessageBox(self._stage.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Forget this draft"))
        box.setText(_("Forget what this computer keeps of “{name}”?").format(name=draft.name))
        box.setInformativeText(_told(kept))
        sources = _sources_box(kept)
        if sources:
            box.setCheckBox(sources)
        forget = box.addButton(_("&Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        forget.clicked.connect(lambda: self._forget(draft, bool(sources and sources.isChecked())))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _forget(self, draft: Path, sources: bool) -> None:
        try:
            forget_draft(self._stage.desk, self._home, draft, sources=sources)
        except ReportDeskError as error:
            self._stage.tell(_("Something of the draft could not be removed"), error)
        else:
            said = _("Nothing is kept of “{name}” but its own file.")
            self._stage.said.emit(said.format(name=draft.name))
        self.forgotten.emit(draft)


def _told(kept: Kept) -> str:
    parts = []
    if kept.versions:
        said = plural("{count} earlier version", "{count} earlier versions", kept.versions)
        parts.append(said.format(count=kept.versions))
    if kept.recovered:
        said = plural("{count} recovered text", "{count} recovered texts", kept.recovered)
        parts.append(said.format(count=kept.recovered))
    parts.append(_("its place among the recent drafts"))
    return _(
        "These go: {parts}. They cannot be brought back.\n\n"
        "The draft’s own file and the reports made of it stay where they are."
    ).format(parts=", ".join(parts))


def _sources_box(kept: Kept) -> QCheckBox | None:
    if not kept.sources:
        return None
    said = _("&Also delete the letter’s text beside the draft ({names})")
    box = QCheckBox(said.format(names=", ".join(kept.sources)))
    box.setToolTip(_("Without it, quotations can no longer be checked."))
    box.setChecked(True)
    return box
