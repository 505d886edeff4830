"""The benchmark runs, and all peers make the same report."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told():
    command = [sys.executable, ROOT / "benchmarks" / "run.py", "--sizes", "S", "--rounds", "1"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        command, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("peer", ["raw writer", "ReportDesk", "docxtpl", "python-docx, careful"])
def test_each_peer_is_timed_warm_and_cold(told, peer):
    rows = [line for line in told.splitlines() if line.startswith("|") and peer in line]
    assert len([row for row in rows if any(letter.isdigit() for letter in row)]) >= 2
