"""Unsaved text outlives its window, and only its window's death sets it free."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.core.errors import SaveError
from reportdesk.storage.places import make_private
from reportdesk.storage.recovery import RecoveryFile, RecoveryNote, discard, left_over

NOTE = RecoveryNote("/drafts/a.yaml", "d1", 1_760_000_000.5)
SRC = Path(__file__).parents[2] / "src"


@pytest.fixture
def mine(tmp_path):
    made = RecoveryFile(tmp_path)
    yield made
    made.remove(99)


@pytest.fixture
def died(tmp_path, mine):
    """What another start finds: the text, and no lock on it."""

    def found():
        shutil.copy(mine.path, make_private(tmp_path / "dead"))
        return left_over(tmp_path / "dead")

    return found


def test_what_was_kept_is_found_with_its_note(mine, died):
    mine.write("format: 1\n", NOTE, 1)
    (found,) = died()
    assert found.note == NOTE
    assert found.data.endswith(b"\nformat: 1\n")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are by folder there")
def test_only_its_owner_reads_it(tmp_path, mine):
    mine.write("text", NOTE, 1)
    assert mine.path.stat().st_mode & 0o077 == 0


def test_our_own_text_is_not_offered(tmp_path, mine):
    mine.write("text", NOTE, 1)
    assert left_over(tmp_path, mine.path) == ()


def test_an_older_text_never_replaces_a_later_one(mine, died):
    mine.write("late", NOTE, 2)
    mine.write("early", NOTE, 1)
    assert b"late" in died()[0].data


def test_a_late_writer_cannot_bring_back_what_was_let_go(tmp_path, mine):
    mine.write("text", NOTE, 1)
    mine.remove(3)
    mine.write("text", NOTE, 2)
    assert left_over(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_discarding_leaves_nothing(tmp_path, mine, died):
    mine.write("text", NOTE, 1)
    discard(died()[0])
    assert list((tmp_path / "dead").iterdir()) == []


def test_what_cannot_be_discarded_is_told(mine, died):
    mine.write("text", NOTE, 1)
    (found,) = died()
    found.path.unlink()
    (found.path / "held").mkdir(parents=True)
    with pytest.raises(SaveError, match="cannot be removed"):
        discard(found)


def test_a_living_window_keeps_its_text_and_a_killed_one_leaves_it(tmp_path):
    script = (
        "import sys; from pathlib import Path\n"
        "from reportdesk.storage.recovery import *\n"
        "RecoveryFile(Path(sys.argv[1])).write('text', RecoveryNote('', '', 1.0), 1)\n"
        "print('kept', flush=True); sys.stdin.read()"
    )
    window = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    with window:
        window.stdout.readline()
        assert left_over(tmp_path) == ()
        window.kill()
    assert len(left_over(tmp_path)) == 1
