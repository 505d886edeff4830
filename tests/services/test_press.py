"""A press prints the same answers to the same bytes, whatever it printed before."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.core.edits import InsertRow, MoveRow, RemoveRow, SetAnswer, apply_edit
from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.services.desk import Desk
from reportdesk.services.presses import Presses

TEMPLATES = Path(__file__).parents[2] / "templates"
LISTS = rich([Block((Run("one"),), BlockKind.NUMBER), Block((Run("two"),), BlockKind.NUMBER)])
EDITS = [
    SetAnswer(("report_title",), "Another title & <more>"),
    SetAnswer(("findings", 1, "text"), LISTS),
    InsertRow(("findings",), 0, {"id": "new", "text": LISTS}),
    RemoveRow(("findings",), 0),
    MoveRow(("findings",), 0, 1),
]


@pytest.fixture(scope="module")
def session():
    return Desk([TEMPLATES]).open(TEMPLATES / "england-standard" / "sample.yaml")


def fresh(session):
    return Presses().press(session.pack, session.template.documents[0])


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_kept_changes_nothing(session, edit):
    press = fresh(session)
    press.print(session.answers)
    answers, _ = apply_edit(session.answers, edit)
    assert press.print(answers) == fresh(session).print(answers)


def test_a_template_is_read_again_only_when_it_changes(session, tmp_path):
    document = session.template.documents[0]
    copy = tmp_path / document.file
    shutil.copyfile(session.pack.folder / document.file, copy)
    presses, pack = Presses(), replace(session.pack, folder=tmp_path)
    first = presses.press(pack, document)
    assert presses.press(pack, document) is first
    os.utime(copy, ns=(1, 1))
    assert presses.press(pack, document) is not first
