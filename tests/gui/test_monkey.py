"""Random events in a whole window do no harm; the long form is in tests/long."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LONG = Path(__file__).parents[1] / "long"


@pytest.mark.skipif(sys.platform == "win32", reason="weighs the program by /proc")
def test_random_events_do_no_harm():
    command = [sys.executable, str(LONG / "monkey.py"), "7", "150"]
    environment = {"PYTHONPATH": str(LONG.parents[1] / "src"), "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert found["events"] == 150
    assert found["faults"] == []
