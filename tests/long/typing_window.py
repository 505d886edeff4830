"""A window that types by itself, for whoever wants to end it: ``typing_window.py DRAFT FIELD``.

It prints each word's number and the time once the word stands in the field.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from reportdesk.gui import app, main_window

PAUSE = 100  # milliseconds between two words


class Typing(main_window.MainWindow):
    """Types into a rich text of the draft that it opens."""

    def open(self, path: Path) -> None:
        self.stage.opened.connect(self.begin)
        super().open(path)

    def begin(self) -> None:
        self.words = 0
        self.stage.workplace.go_to((sys.argv[2],))
        self.timer = QTimer(self, interval=PAUSE)
        self.timer.timeout.connect(self.type)
        self.timer.start()

    def type(self) -> None:
        editor = QApplication.focusWidget()
        if not isinstance(editor, QTextEdit) or QApplication.activeModalWidget():
            return
        editor.moveCursor(QTextCursor.MoveOperation.End)
        self.words += 1
        QTest.keyClicks(editor, f"w{self.words} ")
        print(self.words, time.time(), flush=True)


app.MainWindow = Typing
sys.exit(app.run([sys.argv[1]]))
