"""ReportDesk in one process: the template made ready once, nothing of an earlier report kept.

``--change`` times the second printing of a draft in which one finding was changed, with all
that the first one left.
"""

from __future__ import annotations

import sys
from pathlib import Path

from common import main

from reportdesk.core.edits import SetAnswer, apply_edit
from reportdesk.core.fields import Answers
from reportdesk.core.richtext import plain
from reportdesk.services.press import Press
from reportdesk.storage.drafts import answers_for, read_draft
from reportdesk.storage.templates import load_template
from reportdesk.templating.compiler import compile_template
from reportdesk.word.template_file import open_template

OURS = "benchmark"


class Maker:
    """Makes the report anew each time."""

    def __init__(self, templates: Path) -> None:
        folder = templates / OURS
        self._fields = tuple(load_template(folder, {}).template.fields())
        self._word = open_template(folder / "report.docx")
        self._program = compile_template(self._word.skeleton, self._fields)

    def press(self) -> Press:
        return Press(self._word, self._program, self._fields)

    def begin(self, answers: Answers) -> None:
        """Nothing to begin with."""

    def make(self, answers: Answers) -> bytes:
        return self.press().print(answers)


class Changer(Maker):
    """Makes the report once; then each time after a change to the finding in the middle."""

    def __init__(self, templates: Path) -> None:
        super().__init__(templates)
        self._press = self.press()
        self._count = 0

    def begin(self, answers: Answers) -> None:
        self._press.print(answers)

    def make(self, answers: Answers) -> bytes:
        self._count += 1
        points = answers["points"]
        assert isinstance(points, tuple)
        change = plain(f"Change {self._count} to this finding.")
        edit = SetAnswer(("points", len(points) // 2, "paragraphs"), change)
        return self._press.print(apply_edit(answers, edit)[0])


def read(path: Path) -> Answers:
    template = load_template(path.parent / OURS, {}).template
    return answers_for(read_draft(path), template)[0]


if __name__ == "__main__":
    kind = Changer if "--change" in sys.argv else Maker
    sys.argv = [word for word in sys.argv if word != "--change"]
    main(
        lambda answers, maker: maker.make(answers),
        kind,
        read,
        lambda answers, maker: maker.begin(answers),
    )
