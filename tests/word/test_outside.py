"""Another program is ended with all that it started."""

import os
import subprocess
import sys
import time

import pytest

from reportdesk.core.errors import Cancelled
from reportdesk.word.outside import run_outside
from reportdesk.word.pdf import find_converter, to_pdf

FOREVER = "import time; time.sleep(1000)"
WITH_CHILD = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(1000)
"""


def alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{number}/stat", encoding="utf-8") as told:
        return told.read().rpartition(")")[2].split()[0] != "Z"


def test_a_program_that_ends_well_has_ended():
    assert run_outside([sys.executable, "-c", "pass"], 60, lambda: True)


@pytest.mark.parametrize("words", ["raise SystemExit(3)", FOREVER])
def test_failing_and_taking_too_long_are_told(words):
    with pytest.raises(subprocess.SubprocessError):
        run_outside([sys.executable, "-c", words], 2, lambda: True)


def test_a_program_that_is_not_there_is_told():
    with pytest.raises(FileNotFoundError):
        run_outside(["no-such-program-anywhere"], 2, lambda: True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_what_is_called_off_ends_with_its_children(tmp_path):
    told = tmp_path / "child"

    def wanted():
        return not (told.exists() and told.read_text("utf-8"))

    assert not run_outside([sys.executable, "-c", WITH_CHILD, str(told)], 60, wanted)
    child = int(told.read_text("utf-8"))
    last = time.monotonic() + 20
    while alive(child) and time.monotonic() < last:
        time.sleep(0.02)
    assert not alive(child)


@pytest.mark.skipif(find_converter() is None, reason="needs LibreOffice or Word")
def test_a_pdf_that_nobody_wants_is_cancelled():
    with pytest.raises(Cancelled):
        to_pdf(b"whatever", "report.docx", lambda: False)
