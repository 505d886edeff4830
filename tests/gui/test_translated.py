"""On every screen all words can be said in another language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from reportdesk.gui.qt_words import translate_qt

MADE = Path(__file__).parent / "made"
# Qt's own words, which its own translation says.
QT = {"Float", "Undocks and re-attaches the dock widget", "Close", "Closes the dock widget"}


@pytest.mark.parametrize("template", ["walsall-scrutiny", "wokingham-statement"])
def test_every_text_on_every_screen_is_translated(tmp_path, sample, template):
    command = [sys.executable, MADE / "marked_language.py", tmp_path, sample(template)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, check=True, encoding="utf-8", timeout=120
    )
    bare = set(done.stdout.splitlines())
    assert {line for line in bare - QT if "ReportDesk" not in line} == set()
    assert any("ReportDesk" in line for line in bare)  # else nothing was shown


def test_qt_says_its_own_words_in_the_language_asked_for(qtbot, qapp):
    assert translate_qt(qapp, ["xx", "de_DE"]) == "de_DE"
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text() == "Abbrechen"
    finally:
        for words in qapp.findChildren(QTranslator):
            qapp.removeTranslator(words)
            words.deleteLater()
