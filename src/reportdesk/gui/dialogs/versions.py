"""The earlier versions of a draft, to look at and to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from reportdesk.core.i18n import _
from reportdesk.services.recents import moment
from reportdesk.services.versions import Version


class VersionsDialog(QDialog):
    """Lists the versions.

    Signals:
        taken: the officer wants to compare one with the draft; the payload is the ``Version``.
    """

    taken = Signal(object)

    def __init__(self, versions: Sequence[Version], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Earlier versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions = tuple(versions)
        said = _("The last ten saves, and one a day for thirty days.")
        label = QLabel(said if versions else _("This draft has no earlier versions yet."), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Earlier versions"))
        for version in versions:
            self.list.addItem(_("Replaced on {when}").format(when=moment(version.at)))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._take)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        look = box.addButton(_("&Compare…"), QDialogButtonBox.ButtonRole.ActionRole)
        look.setEnabled(bool(versions))
        look.clicked.connect(self._take)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.list)
        layout.addWidget(box)

    @Slot()
    def _take(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.taken.emit(self._versions[row])
            self.accept()
