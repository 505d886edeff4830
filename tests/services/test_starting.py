"""A draft begins with the officer's particulars, or with an earlier draft's text."""

from datetime import date

import pytest

from reportdesk.core.fields import Field, Kind
from reportdesk.core.settings import Settings
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.starting import from_earlier, new_draft, timeless

FIELDS = (
    Field("title", "Title", Kind.LINE),
    Field("meeting_date", "Date", Kind.DATE),
    Field("signed_by", "Signed by", Kind.PERSON),
    Field("steps", "Steps", Kind.ROWS, fields=(Field("by", "By", Kind.DATE),)),
)


@pytest.fixture(scope="module")
def desk():
    return Desk(template_folders([]))


def test_dates_and_sign_offs_stay_behind():
    answers = {
        "title": "Visit",
        "meeting_date": date(2026, 3, 17),
        "signed_by": {"name": "A"},
        "steps": ({"by": date(2026, 3, 17)},),
    }
    assert timeless(FIELDS, answers) == {"title": "Visit"}


def test_an_earlier_draft_gives_its_text_and_is_not_saved(desk):
    path = template_folders([])[-1] / "england-standard" / "sample.yaml"
    session = from_earlier(desk, path)
    assert session.answers["report_title"] == desk.open(path).answers["report_title"]
    assert "meeting_date" not in session.answers
    assert session.path is None
    assert session.dirty


def test_the_officers_particulars_stand_in_a_new_draft(desk):
    settings = Settings(council="Anyshire Council", contact={"name": "A. Person"})
    session = new_draft(desk, "england-standard", settings)
    assert session.answers["council_name"] == "Anyshire Council"
    assert session.answers["contacts"] == ({"name": "A. Person"},)
    assert not session.dirty
