"""Lets journeys import what they are made with, and gives them the shell."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "made"))

from shell import Run, Shell, run_shell  # found only now


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run a command in an empty folder."""

    def run(*arguments: object) -> Run:
        return run_shell(*arguments, folder=tmp_path)

    return run
