"""Recovered text comes back whole, over the draft's own place, and only when asked."""

import pytest
from left_behind import leave_behind

from reportdesk.core.edits import SetAnswer
from reportdesk.services.desk import Desk
from reportdesk.services.differences import differences
from reportdesk.services.folders import template_folders
from reportdesk.services.recovery import Safekeeper, bring_back


@pytest.fixture(scope="module")
def desk():
    return Desk(template_folders([]))


@pytest.fixture
def draft(desk, tmp_path):
    path = tmp_path / "draft.yaml"
    desk.save(desk.open(template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"), path)
    return path


def crashed(desk, draft, folder):
    """A window that typed a title and died; return what it left."""
    session = desk.open(draft)
    session.apply(SetAnswer(("report_title",), "Typed, never saved"))
    leave_behind(session, folder)
    (found,) = Safekeeper(folder).found()
    return found


def test_the_typed_text_comes_back_and_the_draft_is_as_it_was(desk, draft, tmp_path):
    before = draft.read_bytes()
    session, saved = bring_back(desk, crashed(desk, draft, tmp_path / "recovery"))
    assert draft.read_bytes() == before
    assert session.answers == {**saved.answers, "report_title": "Typed, never saved"}
    assert session.dirty


def test_the_recovered_draft_saves_to_its_own_place(desk, draft, tmp_path):
    session, _saved = bring_back(desk, crashed(desk, draft, tmp_path / "recovery"))
    desk.save(session, session.path)
    assert desk.open(draft).answers["report_title"] == "Typed, never saved"


def test_a_draft_that_is_gone_still_comes_back(desk, draft, tmp_path):
    found = crashed(desk, draft, tmp_path / "recovery")
    draft.unlink()
    session, saved = bring_back(desk, found)
    assert saved is None
    assert session.answers["report_title"] == "Typed, never saved"
    assert session.path is None


def test_only_what_differs_is_shown_to_compare(desk, draft, tmp_path):
    session, saved = bring_back(desk, crashed(desk, draft, tmp_path / "recovery"))
    (row,) = differences(session.template, saved.answers, session.answers)
    assert row.right == "Typed, never saved"


def test_saving_lets_the_kept_text_go(desk, draft, tmp_path):
    keeper = Safekeeper(tmp_path / "recovery")
    session = desk.open(draft)
    keep = keeper.keeping(session)
    keep()
    keeper.forget()
    keep()
    assert list((tmp_path / "recovery").iterdir()) == []
