"""The start page: a new report from a template, or a draft to open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reportdesk.core.i18n import _
from reportdesk.core.template import Template
from reportdesk.services.desk import Desk


class StartPage(QScrollArea):
    """Offers every template and the way to old drafts.

    Signals:
        wants_new: the officer chose a template; the payload is its id.
        wants_open: the officer wants to open a draft.
    """

    wants_new = Signal(str)
    wants_open = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(40, 32, 40, 32)
        self._column.addWidget(_heading(_("Open a draft"), body))
        button = QPushButton(_("&Open…"), body)
        button.clicked.connect(self.wants_open)
        self._column.addWidget(button)
        self._column.addWidget(_heading(_("New report"), body))
        self._column.addStretch(1)
        self.setWidget(body)

    def load(self) -> None:
        """List the templates; done after the window shows, so that it shows at once."""
        for pack in self._desk.shelf.packs:
            self._column.insertWidget(self._column.count() - 1, self._button(pack.template))
        for problem in self._desk.shelf.problems:
            label = QLabel(str(problem), self.widget())
            label.setProperty("role", "error")
            label.setWordWrap(True)
            self._column.insertWidget(self._column.count() - 1, label)

    def _button(self, template: Template) -> QCommandLinkButton:
        button = QCommandLinkButton(template.title, template.summary, self.widget())
        button.setAccessibleDescription(template.summary)
        button.clicked.connect(lambda: self.wants_new.emit(template.id))
        return button


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label
