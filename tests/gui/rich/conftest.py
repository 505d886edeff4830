"""A rich text in a window, wired to an undo stack as the form wires it."""

import pytest
from PySide6.QtGui import QUndoStack

from reportdesk.core.draft import Draft
from reportdesk.core.edits import SetAnswer
from reportdesk.core.fields import Field, Kind
from reportdesk.core.richtext import RichText
from reportdesk.core.template import CommitteeType, Section, Template
from reportdesk.gui.rich.text_edit import RichTextEdit
from reportdesk.gui.undo import EditCommand

FIELD = Field("background", "Background", Kind.RICH)
TEMPLATE = Template(
    "t", "T", "C", 1, "", CommitteeType.SCRUTINY, (), (Section("s", "S", (FIELD,)),)
)


class Desk:
    """One text, its draft and its undo stack."""

    def __init__(self, text):
        self.text = text
        self.draft = Draft(TEMPLATE, {})
        self.undo = QUndoStack()
        text.typed.connect(self._typed)
        self.draft.changed.connect(self._changed)

    @property
    def answer(self):
        return self.draft.answers.get("background", RichText())

    def _typed(self, value):
        self.undo.push(EditCommand(self.draft, SetAnswer(("background",), value or None), ""))

    def _changed(self, _edit):
        self.text.set_rich(self.answer)


@pytest.fixture
def text(qtbot):
    made = RichTextEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(text):
    return Desk(text)
