"""The program as a screen reader finds it, over the accessibility bus of a real screen."""

import shutil
import sys

import bus as reader
import pytest
from bus import bus
from screen import ROOT, missing, screen, wait_until

LACKING = [*missing(), *reader.missing()]
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="an X server is not for Windows"),
    pytest.mark.skipif(
        bool(LACKING), reason=f"not on this machine: {', '.join(LACKING)} (see CONTRIBUTING)"
    ),
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    with screen(tmp_path_factory.mktemp("reader")) as made:
        yield made


@pytest.fixture(scope="module")
def heard(shown):
    """A screen reader, and the program with a draft under it."""
    draft = shown.home / "visit.yaml"
    shutil.copyfile(ROOT / "templates" / "walsall-scrutiny" / "sample.yaml", draft)
    with bus(shown) as made, shown.program(draft) as running:
        shown.look_at("visit –")
        made.wait_for("Meeting: done")
        yield made
        shown.keys("ctrl+q")
        assert running.wait(60) == 0, "it did not end well while it was read"


def test_whatever_takes_the_keys_has_a_name_and_a_role(heard):
    things = [one for one in heard.things() if one.takes_keys]
    assert [one for one in things if not one.name or one.role in ("filler", "unknown")] == []
    assert [one for one in things if one.role == "combo box" and not one.label] == []
    assert {"text", "list", "push button", "document frame"} <= {one.role for one in things}


def test_panes_and_groups_are_found_in_the_order_of_the_screen(heard):
    names = [one.name for one in heard.things()]
    wanted = ["Sections", "Meeting", "Council (required)", "Portfolio holder (required)"]
    assert sorted(wanted, key=names.index) == wanted
    assert names.index("Problems") < names.index("Preview of the report")
    assert {one.role for one in heard.named("Portfolio holder (required)")} == {"label", "panel"}


def test_an_officer_who_cannot_see_hears_what_is_wrong_what_is_saved_and_what_is_read(shown, heard):
    shown.keys("Tab", "Tab", "Tab")
    heard.wait_for_keys("Meeting date (required)")
    shown.keys("ctrl+a")
    shown.type("soon")
    shown.keys("Tab")
    heard.wait_for_keys("Meeting date (required): pick from a calendar")
    wait_until(lambda: described(heard, "“soon” is not a date"), "what is wrong, at its field")
    shown.keys("Tab", "End")
    heard.wait_for_keys("Title (required)")
    shown.type(" again")
    heard.wait_for("Not saved")
    shown.keys("ctrl+s")
    heard.wait_for_saying("Saved")
    shown.keys("F6", "F6")
    heard.wait_for_keys("Preview of the report")
    shown.keys("h")
    wait_until(lambda: described(heard, "Heading 1: "), "a heading of the preview")


def described(heard, words):
    return [one for one in heard.things() if one.description.startswith(words)]
