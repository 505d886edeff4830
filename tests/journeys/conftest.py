"""Gives journeys the shell."""

from pathlib import Path

import pytest
from shell import Run, Shell, run_shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run a command in an empty folder."""

    def run(*arguments: object) -> Run:
        return run_shell(*arguments, folder=tmp_path)

    return run
