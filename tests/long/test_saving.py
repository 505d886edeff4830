"""Kills, crowds and full disks: short in the suite, long by ``pytest -m long tests/long``."""

import os
import shutil
import subprocess
import sys

import pytest

from reportdesk.core.errors import SaveError
from reportdesk.storage.atomic import save

LONG = pytest.mark.long
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")


@pytest.mark.parametrize("kills", [50, pytest.param(10_000, marks=LONG)])
def test_no_kill_tears_or_loses_a_draft(run, kills):
    found = run("kill_loop.py", kills)
    assert found["saves"] > kills / 20
    assert [found[what] for what in ("torn", "missing", "lost", "left")] == [0, 0, 0, 0], found


@pytest.mark.parametrize(
    ("lines", "kills"),
    [(8, 0), (8, 5), *(pytest.param(100, many, marks=LONG) for many in (0, 100))],
)
def test_no_line_of_eight_programs_is_lost_or_there_twice(run, lines, kills):
    found = run("concurrent_saves.py", 8, lines, kills)
    assert found["acknowledged"] >= lines
    assert (found["lost"], found["twice"]) == (0, 0), found


@pytest.mark.parametrize("trials", [20, pytest.param(200, marks=LONG)])
def test_what_another_saved_is_noticed_however_well_it_hides(run, trials):
    found = run("others_changes.py", trials)
    assert [found[what] for what in ("noticed", "ours_whole", "told_when")] == [trials] * 3, found
    assert found["overwritten"] == 0


@LONG
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize(
    ("cuts", "options"), [(200, ["ext4"]), (30, ["ext4", "noauto_da_alloc"]), (30, ["xfs"])]
)
def test_no_power_cut_tears_or_loses_a_draft(run, cuts, options):
    if shutil.which(f"mkfs.{options[0]}") is None:
        pytest.skip(f"this machine makes no {options[0]}")
    found = run("power_cut.py", cuts, *options)
    assert [found[what] for what in ("missing", "torn", "older")] == [0, 0, 0], found


@LONG
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk_leaves_the_old_draft(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]).returncode:
        pytest.skip("this machine does not mount")
    try:
        path = disk / "draft.yaml"
        save(path, b"old" * 20_000, "")
        with pytest.raises(SaveError, match="the disk is full; make space"):
            save(path, b"new" * 100_000, None)
        assert path.read_bytes() == b"old" * 20_000
        assert [entry.name for entry in disk.iterdir()] == ["draft.yaml"]
    finally:
        subprocess.run([shutil.which("umount") or "umount", disk], check=True)
