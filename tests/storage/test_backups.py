"""Earlier versions can be had back: the last ten, and one a day for thirty days."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportdesk.storage.atomic import save
from reportdesk.storage.backups import Backups, Version, unwanted

NOW = datetime(2026, 3, 17, 12, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path):
    return Backups(tmp_path / "data" / "backups")


def versions(*ages):
    return [Version(Path(str(age)), NOW - age) for age in ages]


def test_each_save_keeps_what_it_replaces(backups, tmp_path):
    path, digest = tmp_path / "draft.yaml", ""
    for text in (b"one", b"two", b"three"):
        digest = save(path, text, digest, backups.keep)
    assert [one.path.read_bytes() for one in backups.versions(path)] == [b"two", b"one"]


def test_a_save_of_the_same_keeps_nothing(backups, tmp_path):
    path = tmp_path / "draft.yaml"
    save(path, b"one", "", backups.keep)
    save(path, b"one", None, backups.keep)
    assert backups.versions(path) == ()


def test_ten_are_kept_of_a_busy_day(backups, tmp_path):
    path = tmp_path / "draft.yaml"
    for number in range(15):
        save(path, str(number).encode(), None, backups.keep)
    assert [one.path.read_bytes() for one in backups.versions(path)] == [
        str(number).encode() for number in range(13, 3, -1)
    ]


def test_the_last_of_each_day_is_kept_for_thirty_days():
    minutes = [timedelta(minutes=number) for number in range(20)]
    days = [timedelta(days=number, hours=2) for number in range(1, 40)]
    gone = unwanted(versions(*minutes, *days), NOW)
    assert {one.path for one in gone} == {Path(str(age)) for age in [*minutes[10:], *days[29:]]}


@pytest.mark.skipif(sys.platform == "win32", reason="the modes of files say nothing there")
def test_only_the_owner_can_read_them(backups, tmp_path):
    save(tmp_path / "draft.yaml", b"one", "", backups.keep)
    save(tmp_path / "draft.yaml", b"two", None, backups.keep)
    (version,) = backups.versions(tmp_path / "draft.yaml")
    assert version.path.stat().st_mode & 0o077 == 0
    assert version.path.parent.stat().st_mode & 0o077 == 0


def test_a_draft_can_be_forgotten(backups, tmp_path):
    path = tmp_path / "draft.yaml"
    save(path, b"one", "", backups.keep)
    save(path, b"two", None, backups.keep)
    backups.forget(path)
    assert backups.versions(path) == ()
    assert not list(backups.folder.iterdir())


def test_where_they_cannot_be_written_a_copy_is_kept_beside(tmp_path):
    (tmp_path / "data").write_text("a file, not a folder")
    path = tmp_path / "draft.yaml"
    backups = Backups(tmp_path / "data")
    save(path, b"one", "", backups.keep)
    save(path, b"two", None, backups.keep)
    assert (tmp_path / ".draft.yaml.backup").read_bytes() == b"one"
    assert path.read_bytes() == b"two"


def test_two_drafts_of_one_name_do_not_mix(backups, tmp_path):
    (tmp_path / "other").mkdir()
    first, second = tmp_path / "draft.yaml", tmp_path / "other" / "draft.yaml"
    for path in (first, second):
        save(path, b"one", "", backups.keep)
        save(path, path.parent.name.encode(), None, backups.keep)
    assert len(backups.versions(first)) == len(backups.versions(second)) == 1
