"""What an officer does with quotations: mend one, see its place, quote from the letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from reportdesk.core.edits import Edit
from reportdesk.core.fields import Kind
from reportdesk.core.i18n import _
from reportdesk.core.letter import Span
from reportdesk.core.places import FieldPath
from reportdesk.gui.actions import Command, Menu
from reportdesk.gui.forms.editor import Editor, editor_around
from reportdesk.gui.forms.rich import RichEditor
from reportdesk.gui.letters.letter_dock import LetterDock
from reportdesk.gui.letters.quotations import Quotations
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.rich import proofing
from reportdesk.gui.rich.text_menu import TextMenu
from reportdesk.services.letter_quoting import quote_into_line, quoted, reference

if TYPE_CHECKING:  # what looks quotations up must not delay the window
    from reportdesk.services.sources import Concern

_ROOMY = 260  # characters across the window from which on everything has room
_DOCK = 76  # characters across the letter


class Quoting(QObject):
    """Marks quotations that differ, and does what is asked about them."""

    def __init__(self, window: MainWindow, quotations: Quotations) -> None:
        super().__init__(window)
        self._window = window
        self._quotations = quotations
        self._proofing: proofing.Proofing | None = None
        self._took_place = False  # of what stands at the side
        self._path: FieldPath = ()  # of the field that had the keys last
        self.dock = LetterDock(window)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.dock.visibilityChanged.connect(self._dock_shown)
        self.dock.quoted.connect(self._quote)
        self.dock.referred.connect(self._refer)
        quotations.changed.connect(self._changed)
        window.stage.opened.connect(self._opened)
        window.stage.left.connect(self._left)
        self._add_commands()
        QGuiApplication.instance().focusObjectChanged.connect(self._focused)  # type: ignore[union-attr]  # there is one

    def use_wording(self) -> None:
        """Put the letter's wording in the place of the quotation at the cursor, if it differs."""
        self._mend(self._here())

    def show_in_letter(self) -> None:
        """Show the place of the quotation at the cursor, or just the letter."""
        self._show(self._here())

    def _add_commands(self) -> None:
        add = self._window.menus.add
        wording = Command(_("Use the letter’s &wording"), self.use_wording, "Ctrl+Shift+W", True)
        show = Command(_("Show in the &letter"), self.show_in_letter, "Ctrl+Shift+J", True)
        add(Menu.TOOLS, wording)
        add(Menu.TOOLS, show)
        toggle = self.dock.toggleViewAction()
        toggle.setText(_("&Letter"))
        self._window.menus.add_action(Menu.VIEW, toggle, needs_draft=True)

    @Slot(object)
    def _opened(self, _workplace: object) -> None:
        found = proofing.proofing_of(self._window)
        if found is not None and self._proofing is None:
            self._proofing = found
            found.add(self._marks)
            found.menu_asked.connect(self._fill_menu)

    @Slot()
    def _left(self) -> None:
        self._path = ()
        self.dock.hide()

    @Slot()
    def _changed(self) -> None:
        self.dock.show_sources(self._quotations.texts)
        if self._proofing is not None:
            self._proofing.changed.emit()

    def _marks(self, text: str) -> Iterator[proofing.Mark]:
        for concern in self._quotations.concerns:
            for start in _places(concern.quote.text, text):
                end = start + len(concern.quote.text)
                yield proofing.Mark(start, end, proofing.Concern.QUOTATION)

    @Slot(object)
    def _fill_menu(self, menu: TextMenu) -> None:
        """Offer what helps where the menu was asked for on a quotation that differs."""
        editor = editor_around(menu.text)
        line, at = menu.at.block().text(), menu.at.positionInBlock()
        concern = self._at(editor.path, line, at) if editor else None
        if concern is None:
            return
        mend = QAction(_("Use the letter’s &wording"), menu)
        mend.setEnabled(bool(concern.verdict.wording))
        mend.setToolTip(concern.problem.message)
        mend.triggered.connect(lambda: self._mend(concern))
        show = QAction(_("Show in the &letter"), menu)
        show.triggered.connect(lambda: self._show(concern))
        menu.put_above([mend, show])

    def _here(self) -> Concern | None:
        """The quotation at the cursor, else the first one of the field."""
        editor = self._editor()
        if isinstance(editor, RichEditor):
            cursor = editor.text.textCursor()
            line, at = cursor.block().text(), cursor.positionInBlock()
            found = self._at(editor.path, line, at)
            if found is not None:
                return found
        return next((one for one in self._quotations.concerns if one.path == self._path), None)

    def _at(self, path: FieldPath, line: str, at: int) -> Concern | None:
        for concern in self._quotations.concerns:
            words = concern.quote.text
            if concern.path == path and any(
                start <= at <= start + len(words) for start in _places(words, line)
            ):
                return concern
        return None

    def _mend(self, concern: Concern | None) -> None:
        # Loaded here because what looks quotations up must not delay the window.
        from reportdesk.services.quotation_mending import use_wording

        session = self._window.stage.session
        edit = use_wording(concern, session.answers) if concern and session else None
        if edit is None:
            self._window.stage.said.emit(_("There is no other wording in the letter for this."))
        else:
            self._make(edit)

    def _show(self, concern: Concern | None) -> None:
        self._make_room()
        self.dock.show()
        if concern is not None and concern.verdict.spans:
            self.dock.show_place(concern.verdict.source, concern.verdict.spans)

    def _make_room(self) -> None:
        """In a narrow window the letter takes the place of what stands at the side."""
        letters = self._window.width() / self._window.fontMetrics().averageCharWidth()
        side = self._side()
        if self.dock.isHidden() and side and side.isChecked() and letters < _ROOMY:
            side.setChecked(False)
            self._took_place = True
        wanted = self._window.fontMetrics().averageCharWidth() * _DOCK
        self._window.resizeDocks([self.dock], [wanted], Qt.Orientation.Horizontal)

    @Slot(bool)
    def _dock_shown(self, _shown: bool) -> None:
        """Put away, the letter gives the place back."""
        side = self._side()
        if self.dock.isHidden() and self._took_place and side:
            self._took_place = False
            side.setChecked(True)

    def _side(self) -> QAction | None:
        workplace = self._window.stage.workplace
        row = workplace.panes.row if workplace else []
        return next((pane.toggle for pane in row if pane.id == "side"), None)

    @Slot(str, tuple)
    def _quote(self, words: str, spans: tuple[Span, ...]) -> None:
        self._put(words, spans, quoted(words, spans))

    @Slot(str, tuple)
    def _refer(self, words: str, spans: tuple[Span, ...]) -> None:
        self._put("", spans, reference(spans))

    def _put(self, words: str, spans: tuple[Span, ...], text: str) -> None:
        """Put the text where the cursor stood, so that the editor makes the edit of it."""
        editor, session = self._editor(), self._window.stage.session
        if isinstance(editor, RichEditor):
            editor.text.textCursor().insertText(text)
            editor.text.setFocus()
        elif editor is not None and session is not None and editor.field.kind is Kind.LINE:
            answers, template = session.answers, session.template
            self._make(quote_into_line(template, answers, editor.path, words or text, spans))
        else:
            self._window.stage.said.emit(_("Click into a field for text first, then quote."))

    def _make(self, edit: Edit) -> None:
        if self._window.stage.workplace is not None:
            self._window.stage.workplace.edit(edit)

    def _editor(self) -> Editor | None:
        """The editor of the field that had the keys last, if it is still there."""
        workplace = self._window.stage.workplace
        if workplace is None or not self._path:
            return None
        page = workplace.pages.currentWidget()
        editors = page.findChildren(Editor) if page is not None else []
        return next((one for one in editors if one.path == self._path), None)

    @Slot(QObject)
    def _focused(self, receiver: QObject | None) -> None:
        workplace = self._window.stage.workplace
        if not isinstance(receiver, QWidget) or workplace is None:
            return
        editor = editor_around(receiver)
        if editor is not None and workplace.isAncestorOf(receiver):
            self._path = editor.path
            self.dock.show_target(editor.field.label)


def _places(words: str, line: str) -> Iterator[int]:
    """Where the words stand in a line."""
    at = line.find(words)
    while at >= 0 and words:
        yield at
        at = line.find(words, at + len(words))
