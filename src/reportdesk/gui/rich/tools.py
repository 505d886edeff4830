"""The small bar of buttons over a rich text, with the keys that Word users know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QToolBar, QWidget

from reportdesk.core.i18n import _
from reportdesk.core.richtext import LISTS, BlockKind
from reportdesk.gui.announcing import announce
from reportdesk.gui.icons import palette_icon
from reportdesk.gui.rich import looks
from reportdesk.gui.rich.kinds import change_level, kind_of, toggle_kind
from reportdesk.gui.rich.link_dialog import ask_link
from reportdesk.gui.rich.looks import Looks, looks_at
from reportdesk.gui.rich.text_edit import RichTextEdit


@dataclass(frozen=True, slots=True)
class State:
    """What stands at the cursor."""

    looks: Looks
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Tool:
    """One button.

    Attributes:
        does: what it is called; translated when it is shown.
        on: whether it is pressed in, for buttons that switch.
        usable: whether it can do anything where the cursor is.
    """

    icon: str
    does: str
    keys: str
    act: Callable[[RichTextEdit], None]
    on: Callable[[State], bool] | None = None
    usable: Callable[[State], bool] | None = None


class RichTools(QToolBar):
    """Buttons for one rich text; the keys work while that text has the focus.

    All buttons but the first, which gives the bar its height, are made when the bar is first
    seen: a form may have hundreds of texts.
    """

    def __init__(self, text: RichTextEdit, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(_("{label}: formatting").format(label=label))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        size = round(self.fontMetrics().height() * 1.1)
        self.setIconSize(QSize(size, size))
        self._actions = [(TOOLS[0], self._add(TOOLS[0]))]
        text.cursorPositionChanged.connect(self.follow)
        text.currentCharFormatChanged.connect(self.follow)
        text.textChanged.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Show what stands at the cursor."""
        state = self._state()
        for tool, action in self._actions:
            if tool.on:
                action.setChecked(tool.on(state))
            if tool.usable:
                action.setEnabled(tool.usable(state))

    @Slot()
    def fill(self) -> None:
        """Make the buttons that are not there yet."""
        self._actions += [(tool, self._add(tool)) for tool in TOOLS[len(self._actions) :]]
        self.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if len(self._actions) < len(TOOLS):
            QTimer.singleShot(0, self, self.fill)  # not once the bar is gone

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for tool, action in getattr(self, "_actions", ()):
                action.setIcon(palette_icon(tool.icon, self.palette()))

    def _add(self, tool: Tool) -> QAction:
        action = QAction(palette_icon(tool.icon, self.palette()), tool.does, self._text)
        keys = QKeySequence(tool.keys)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tool.does} ({shown})")
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(tool.on is not None)
        action.triggered.connect(lambda: self._do(tool))
        self._text.addAction(action)
        self.addAction(action)
        return action

    def _do(self, tool: Tool) -> None:
        before = tool.on and tool.on(self._state())
        tool.act(self._text)
        self.follow()
        after = tool.on and tool.on(self._state())
        if after != before:
            said = _("{what}: on") if after else _("{what}: off")
            announce(self._text, said.format(what=tool.does))

    def _state(self) -> State:
        return State(looks_at(self._text), kind_of(self._text.textCursor().block()))


def _kind(icon: str, does: str, keys: str, kind: BlockKind) -> Tool:
    def act(text: RichTextEdit) -> None:
        toggle_kind(text.textCursor(), kind)

    return Tool(icon, does, keys, act, lambda state: state.kind is kind)


def _level(icon: str, does: str, keys: str, step: int) -> Tool:
    def act(text: RichTextEdit) -> None:
        change_level(text.textCursor(), step)

    return Tool(icon, does, keys, act, usable=lambda state: state.kind in LISTS)


TOOLS = (
    Tool("bold", _("Bold"), "Ctrl+B", looks.toggle_bold, lambda state: state.looks.bold),
    Tool("italic", _("Italic"), "Ctrl+I", looks.toggle_italic, lambda state: state.looks.italic),
    Tool(
        "superscript",
        _("Superscript"),
        "Ctrl+Shift+=",
        looks.toggle_superscript,
        lambda state: state.looks.superscript,
    ),
    _kind("heading", _("Sub-heading"), "Ctrl+Alt+1", BlockKind.HEADING),
    _kind("bullets", _("Bullets"), "Ctrl+Shift+L", BlockKind.BULLET),
    _kind("numbers", _("Numbers"), "Ctrl+Shift+7", BlockKind.NUMBER),
    _level("higher", _("Less deep"), "Ctrl+[", -1),
    _level("deeper", _("Deeper"), "Ctrl+]", 1),
    _kind("quotation", _("Quotation"), "Ctrl+Shift+Q", BlockKind.QUOTATION),
    Tool("link", _("Link…"), "Ctrl+K", ask_link, lambda state: bool(state.looks.link)),
    Tool("clear", _("Clear formatting"), "Ctrl+Space", looks.clear_looks),
)
