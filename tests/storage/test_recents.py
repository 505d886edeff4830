"""The list of recent drafts."""

from pathlib import Path

import pytest

from reportdesk.storage.recents import MOST, opened, read_recents, write_recents


def test_the_list_reads_back(tmp_path):
    drafts = (Path("/a/b é.yaml"), Path("/c.yaml"))
    write_recents(tmp_path / "new" / "recent.json", drafts)
    assert read_recents(tmp_path / "new" / "recent.json") == drafts


@pytest.mark.parametrize("data", [b"", b"{", b'{"a": 1}', b"[1, null]", b"\xff", b"[" * 9000])
def test_a_broken_list_is_empty(tmp_path, data):
    (tmp_path / "recent.json").write_bytes(data)
    assert read_recents(tmp_path / "recent.json") == ()


def test_what_was_opened_last_stands_first_and_once():
    drafts = tuple(Path(f"{number}.yaml") for number in range(MOST))
    now = opened(drafts, Path("5.yaml"))
    assert now[0] == Path("5.yaml")
    assert len(now) == len(set(now)) == MOST
