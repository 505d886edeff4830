"""The program starts where it can, and says why where it cannot."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_one_line_says_so():
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [sys.executable, "-m", "reportdesk"]
    ended = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)


USE = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from reportdesk.gui import app

def use(window, safe, arguments):
    data = QMimeData()
    data.setHtml("<b>copied</b>")
    QApplication.clipboard().setMimeData(data)
    window.close()

app._furnish = use
sys.exit(app.run([]))
"""


def test_the_program_ends_well_with_text_on_the_clipboard(tmp_path):
    corners = {f"XDG_{name}_HOME": str(tmp_path) for name in ("DATA", "CONFIG", "CACHE")}
    environment = {**os.environ, **corners, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    assert subprocess.run([sys.executable, "-c", USE], env=environment, check=False).returncode == 0
