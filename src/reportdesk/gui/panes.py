"""The panes around a form: each can be hidden, and F6 goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the window that can be hidden.

    Attributes:
        id: its name in the remembered layout.
        focus: what takes the keys when the officer comes here.
        toggle: the line of the View menu that shows and hides it.
    """

    id: str
    widget: QWidget
    focus: Callable[[], QWidget]
    toggle: QAction


class Panes(QObject):
    """The panes in the order in which F6 visits them.

    Signals:
        added: there is one pane more; the payload is the ``Pane``.
    """

    added = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row: list[Pane] = []

    def add(self, id: str, title: str, widget: QWidget, focus: Callable[[], QWidget]) -> Pane:
        """Take a pane in at the end of the row."""
        toggle = QAction(title, self, checkable=True, checked=True)
        toggle.toggled.connect(widget.setVisible)
        pane = Pane(id, widget, focus, toggle)
        self.row.append(pane)
        self.added.emit(pane)
        return pane

    def enter(self, id: str) -> None:
        """Put the focus into the pane of that id."""
        next(pane for pane in self.row if pane.id == id).focus().setFocus()

    def next(self) -> None:
        """Put the focus into the next pane that is shown."""
        self._step(1)

    def previous(self) -> None:
        """Put the focus into the pane before that is shown."""
        self._step(-1)

    def _step(self, by: int) -> None:
        shown = [pane for pane in self.row if not pane.widget.isHidden()]
        if not shown:
            return
        now = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(shown) if _holds(pane.widget, now)), -by)
        shown[(at + by) % len(shown)].focus().setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
