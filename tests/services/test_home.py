"""The officer's corner."""

import os
import time
from dataclasses import replace

import pytest

from reportdesk.services.home import open_home, tidy
from reportdesk.storage.places import find_places


@pytest.fixture
def home(tmp_path):
    mine = {"data": tmp_path / "data", "settings": tmp_path / "settings"}
    return open_home(replace(find_places(), **mine))


def test_opening_it_writes_nothing(home, tmp_path):
    assert list(tmp_path.iterdir()) == []


def test_what_dead_saves_left_is_removed_beside_recent_drafts(home, tmp_path):
    draft = tmp_path / "drafts" / "paper.yaml"
    draft.parent.mkdir()
    left = draft.with_name(".paper.yaml.0123456789abcdef.reportdesk-tmp")
    for path in (draft, left):
        path.write_text("text", "utf-8")
        os.utime(path, (time.time() - 600,) * 2)
    home.recents.add(draft)
    tidy(home)
    assert list(draft.parent.iterdir()) == [draft]


def test_the_guide_and_the_pictures_are_there(home):
    assert list(home.guide.glob("*.md"))
    assert list((home.resources / "gallery").glob("*.png"))
