"""A draft that is forgotten leaves nothing on this computer but its own file."""

from dataclasses import replace

import pytest
from left_behind import leave_behind

from reportdesk.core.edits import SetAnswer
from reportdesk.core.errors import SaveError
from reportdesk.core.letter import SourceText
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.forgetting import clear_names, forget_draft, kept_of
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places
from reportdesk.storage.sources import save_source

MARKER = "Never to be found again"


@pytest.fixture
def home(tmp_path):
    mine = {"data": tmp_path / "data", "settings": tmp_path / "settings"}
    return open_home(replace(find_places(), **mine))


@pytest.fixture
def desk(home):
    return Desk(template_folders([]), home.backups)


@pytest.fixture
def draft(desk, home, tmp_path):
    """A draft with a version, a recovered text, a source and a line among the recent ones."""
    path = tmp_path / "papers" / "paper.yaml"
    path.parent.mkdir()
    session = desk.open(template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml")
    desk.save(session, path)
    session.apply(SetAnswer(("report_title",), MARKER))
    desk.save(session, path)
    session.apply(SetAnswer(("report_title",), f"{MARKER}, changed"))
    desk.save(session, path)
    home.recents.add(path)
    leave_behind(session, tmp_path / "data" / "recovery")
    save_source(SourceText("letter.pdf", (MARKER,), "0" * 64), path)
    return path


def holding(folder):
    return [one for one in folder.rglob("*") if one.is_file() and MARKER in one.read_text("utf-8")]


def test_what_is_kept_is_told_beforehand(desk, home, draft):
    kept = kept_of(desk, home, draft)
    assert (kept.versions, kept.recovered, kept.sources) == (2, 1, ("letter",))


def test_nothing_is_left_but_the_draft(desk, home, draft, tmp_path):
    assert len(holding(tmp_path)) > 3
    forget_draft(desk, home, draft, sources=True)
    assert holding(tmp_path) == [draft]
    assert home.recents.paths() == ()
    assert list(draft.parent.iterdir()) == [draft]


def test_the_sources_may_stay(desk, home, draft):
    forget_draft(desk, home, draft, sources=False)
    assert kept_of(desk, home, draft).sources == ("letter",)


def test_files_of_others_beside_the_sources_stay(desk, home, draft):
    others = draft.with_name("paper sources") / "mine.yaml"
    others.write_text("my: own\n", "utf-8")
    forget_draft(desk, home, draft, sources=True)
    assert others.exists()


def test_other_drafts_are_not_touched(desk, home, draft):
    other = draft.with_name("other.yaml")
    desk.save(desk.open(draft), other)
    home.recents.add(other)
    forget_draft(desk, home, other, sources=True)
    assert kept_of(desk, home, draft).versions == 2
    assert home.recents.paths() == (draft,)


def test_what_cannot_be_removed_is_told_and_keeps_nothing_else(desk, home, draft):
    version = desk.backups.versions(draft)[0].path
    stuck = version.with_name("stuck")
    (stuck / "inner").mkdir(parents=True)
    with pytest.raises(SaveError) as caught:
        forget_draft(desk, home, draft, sources=True)
    assert str(stuck) in {one.place.file for one in caught.value.problems}
    assert not version.exists()
    assert kept_of(desk, home, draft).sources == ()


def test_a_list_that_cannot_be_cleared_keeps_no_other(home, draft, tmp_path):
    home.exports.add(tmp_path / "report.docx", b"data")
    recents = tmp_path / "data" / "recent.json"
    recents.unlink()
    (recents / "inner").mkdir(parents=True)
    with pytest.raises(SaveError):
        clear_names(home)
    assert not (tmp_path / "data" / "exports.json").exists()


def test_names_of_drafts_and_exports_can_be_cleared(home, draft, tmp_path):
    home.exports.add(tmp_path / "report.docx", b"data")
    clear_names(home)
    assert home.recents.paths() == ()
    assert not (tmp_path / "data" / "exports.json").exists()


def test_a_folder_that_cannot_be_looked_through_is_told_with_what_to_do(desk, home, draft):
    unreadable = draft.with_name("x" * 300 + ".yaml")  # longer than any system's names
    with pytest.raises(SaveError) as told:
        forget_draft(desk, home, unreadable, sources=True)
    assert [bool(problem.fix and problem.place.file) for problem in told.value.problems] == [True]
