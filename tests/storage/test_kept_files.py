"""Kept data comes back whole or not at all, and never stops any work."""

import os

import pytest

from reportdesk.storage.kept_files import KeptFiles, key_of

DATA = [1, "£ – \ud800", [True, None], []]
KEY = key_of(b"a")


@pytest.fixture
def kept(tmp_path):
    return KeptFiles(tmp_path / "kept")


@pytest.fixture
def path(kept, tmp_path):
    kept.write(KEY, DATA)
    return next((tmp_path / "kept").iterdir())


def test_what_was_kept_comes_back(kept):
    kept.write(KEY, DATA)
    assert kept.read(KEY) == DATA


def test_nothing_is_there_before(kept):
    assert kept.read(KEY) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"true", b"null"),
        lambda data: b"0" + data[1:],
        lambda data: data.partition(b"\n")[2],
        lambda data: b"\xff" * 200,
    ],
)
def test_what_is_not_whole_counts_as_not_there(kept, path, spoil):
    path.write_bytes(spoil(path.read_bytes()))
    assert kept.read(KEY) is None


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    kept = KeptFiles(tmp_path / "file" / "kept")
    kept.write(KEY, DATA)
    assert kept.read(KEY) is None


def test_the_oldest_make_room(kept, tmp_path):
    keys = [key_of(bytes([number])) for number in range(45)]
    for age, key in enumerate(keys):
        kept.write(key, DATA)
        os.utime(tmp_path / "kept" / f"{key}.json", (age, age))
    assert [kept.read(key) is not None for key in keys] == [False] * 5 + [True] * 40


def test_others_cannot_read_it(path):
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_keys_tell_the_parts_apart():
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")
