"""What is kept between starts is used only by a program that would make the same."""

import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"
ASK = "from reportdesk.services.engine_stamp import engine_stamp; print(engine_stamp())"


def stamp(language):
    spoken = {**os.environ, "PYTHONPATH": str(SRC), "LANGUAGE": language}
    return subprocess.run(
        [sys.executable, "-c", ASK], env=spoken, capture_output=True, check=True
    ).stdout


def test_each_language_has_its_own():
    assert stamp("en_GB") == stamp("en")
    assert stamp("cy") != stamp("en")
