"""Who has a draft open is told, and a stale word counts for nothing."""

import json
import subprocess
import sys
import time
from dataclasses import asdict, replace

import pytest

from reportdesk.storage.owners import claim, ourselves, owner_of, release


@pytest.fixture
def draft(tmp_path):
    return tmp_path / "draft.yaml"


def written_by(draft, owner):
    draft.with_name(".draft.yaml.reportdesk-owner").write_text(json.dumps(asdict(owner)), "utf-8")


def test_another_window_is_told(draft):
    other = replace(ourselves(), user="Sam", process=-1)
    written_by(draft, other)
    assert owner_of(draft) == other


def test_we_are_no_stranger_to_ourselves(draft):
    claim(draft)
    assert owner_of(draft) is None


def test_a_stale_word_counts_for_nothing(draft):
    written_by(draft, replace(ourselves(), process=-1, at=time.time() - 1000))
    assert owner_of(draft) is None


def test_a_window_that_died_here_counts_for_nothing(draft):
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    written_by(draft, replace(ourselves(), process=dead.pid))
    assert owner_of(draft) is None


def test_leaving_takes_our_word_back_and_no_other(draft, tmp_path):
    claim(draft)
    release(draft)
    assert list(tmp_path.iterdir()) == []
    written_by(draft, replace(ourselves(), process=-1))
    release(draft)
    assert owner_of(draft)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "[" * 9000),
        '{"user": 1, "host": 2, "process": "x", "at": 0}',
        '{"user": 1, "host": 2, "process": Infinity, "at": 0}',
    ],
)
def test_a_broken_word_is_nobody(draft, text):
    draft.with_name(".draft.yaml.reportdesk-owner").write_text(text, "utf-8")
    assert owner_of(draft) is None
    release(draft)
