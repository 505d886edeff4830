"""Older drafts are lifted to today's format, with their lines and a copy kept."""

import pytest

from reportdesk.core.errors import DraftError
from reportdesk.core.problems import Severity
from reportdesk.storage.backups import Backups
from reportdesk.storage.draft_writing import draft_text, save_draft
from reportdesk.storage.drafts import answers_for, parse_draft, read_draft
from reportdesk.storage.lifting import FORMAT, lift

OLD = b"template: brackwater-scrutiny\nreport_title: A title\ncost: 12\n"


def test_answers_beside_the_template_move_below_answers():
    assert lift({"template": "t", "a": "b"}, 0) == {
        "format": "1",
        "template": "t",
        "answers": {"a": "b"},
    }


def test_answers_that_stand_below_answers_stay():
    assert lift({"template": "t", "answers": {"a": "b"}}, 0)["answers"] == {"a": "b"}


def test_a_draft_of_today_is_left_alone():
    raw = {"format": str(FORMAT), "template": "t", "answers": {}}
    assert lift(raw, FORMAT) == raw


def test_an_old_draft_opens_and_says_so(template):
    file = parse_draft(OLD, "draft.yaml")
    answers, _kept, problems = answers_for(file, template)
    assert answers["report_title"] == "A title"
    assert [(one.code, one.severity) for one in problems] == [("older-format", Severity.NOTE)]


def test_faults_of_an_old_draft_have_its_own_lines(template):
    with pytest.raises(DraftError) as caught:
        answers_for(parse_draft(OLD.replace(b"12", b"much"), "draft.yaml"), template)
    assert [one.place.line for one in caught.value.problems if one.code == "money"] == [3]


def test_the_old_file_is_kept_when_it_is_saved(template, tmp_path):
    path, backups = tmp_path / "draft.yaml", Backups(tmp_path / "data")
    path.write_bytes(OLD)
    file = read_draft(path)
    answers, kept, _problems = answers_for(file, template)
    save_draft(path, draft_text(template, answers, kept), file.digest, backups.keep)
    assert [version.path.read_bytes() for version in backups.versions(path)] == [OLD]
    assert read_draft(path).format == FORMAT
