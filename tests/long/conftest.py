"""Scripts of this folder run as programs of their own, and print one line of JSON at their end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def run():
    return found_by


def found_by(script, *arguments):
    """Run the script, and return what it found."""
    said = subprocess.run(
        [sys.executable, HERE / script, *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1] / "src")},
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)
