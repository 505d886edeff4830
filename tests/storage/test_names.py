"""File names: the same verdict on every system, and none that leaves its folder."""

import unicodedata
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice
from reportdesk.core.richtext import plain
from reportdesk.storage.names import (
    MAX_BYTES,
    is_safe_name,
    name_fault,
    safe_name,
    suggested_name,
)

DEVICES = ["con", "PRN", "aux", "nul", "com1", "COM9", "lpt1", "LPT9", "conin$", "CONOUT$"]
DEVICES += ["com¹", "lpt²", "com0"]
DEVICE_NAMES = [f"{name}{ending}" for name in DEVICES for ending in ("", ".docx", ".a.docx")]
LEAVING = [
    "..",
    ".",
    "../a",
    "a/b",
    "/etc/passwd",
    "\\\\server\\share",
    "a\\b",
    "C:\\a",
    "C:a",
    "~/a/",
]
LEAVING += ["\\\\?\\C:\\a", "\\\\.\\nul", "//server/share/a", "a:stream", "file:///a", "a/../../b"]
UNFIT = ["a<b", "a>b", 'a"b', "a|b", "a?b", "a*b", "a\nb", "a\tb", "a\0b", "a\x1fb", "a\x7fb"]
UNSEEN = ["a\u202eb", "a\u200fb", "a\u200bb", "\ufeffa", "a\u2066b", "a\u00adb", "a\ud800b"]
EDGES = ["", " ", "a ", " a", "a.", "a...", "a. .", ".hidden", "e\u0301", "x" * 201, "é" * 101]
BAD = [*DEVICE_NAMES, *LEAVING, *UNFIT, *UNSEEN, *EDGES]
GOOD = ["report.docx", "2026-03-17 Scrutiny - Outcome.docx", "É – ü “x” £5.docx", "console.docx"]
GOOD += ["a.b.c", "報告.docx", "x" * 200, "com10.docx", "a-b_c", "R&D (2).docx", "#1 100%.docx"]


def test_the_table_is_as_long_as_the_goal_asks():
    assert len(BAD) >= 82


@pytest.mark.parametrize("name", BAD, ids=ascii)
def test_a_bad_name_is_told_and_made_good(name):
    assert not is_safe_name(name)
    assert is_safe_name(safe_name(name, ".docx"))


@pytest.mark.parametrize("name", GOOD, ids=ascii)
def test_a_good_name_stays(name):
    assert is_safe_name(name)
    assert safe_name(name) == name


@given(st.text(), st.sampled_from(["", ".docx", ".yaml"]))
def test_any_text_becomes_a_name(text, ending):
    name = safe_name(text, ending)
    assert is_safe_name(name)
    assert name.endswith(ending)
    assert len(name.encode()) <= MAX_BYTES
    assert unicodedata.is_normalized("NFC", name)
    assert safe_name(name) == name


@given(st.text())
def test_windows_sees_one_name_in_one_folder(text):
    assert PureWindowsPath(safe_name(text, ".docx")).parts == (safe_name(text, ".docx"),)


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (
            {
                "meeting_date": date(2026, 3, 7),
                "committee_name": "Scrutiny",
                "report_title": "Front door: outcome",
            },
            "2026-03-07 Scrutiny - Front door - outcome.docx",
        ),
        ({"committee_name": "Scrutiny", "report_title": "T"}, "Scrutiny - T.docx"),
        ({"meeting_date": date(2026, 3, 7), "report_title": "T"}, "2026-03-07 - T.docx"),
        ({"report_title": "T"}, "T.docx"),
        ({"committee_name": "C"}, "C.docx"),
        ({}, "report.docx"),
        ({"document": "Response"}, "Response.docx"),
        ({"report_title": "../../etc/passwd"}, "etc-passwd.docx"),
        ({"report_title": "con"}, "_con.docx"),
    ],
)
def test_a_name_is_suggested_from_the_answers(answers, name):
    pattern = "{meeting_date} {committee_name} - {report_title}"
    assert suggested_name(pattern, answers, ".docx") == name


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (DateRange(date(2026, 2, 10), date(2026, 2, 11)), "2026-02-10"),
        (Choice("a", "Label A"), "Label A"),
        (plain("rich"), "rich"),
        (12, "12"),
        (("x",), "report"),
        (None, "report"),
    ],
)
def test_answers_of_every_kind_can_stand_in_a_name(value, said):
    assert suggested_name("{a}", {"a": value}, ".docx") == f"{said}.docx"


@pytest.mark.parametrize(
    "name", [*DEVICE_NAMES, *UNFIT, *UNSEEN, "a:stream", "a ", "a.", "C:a"], ids=ascii
)
def test_why_a_name_is_unfit_is_told_on_every_system(name):
    assert name_fault(name)


@pytest.mark.parametrize("name", [*GOOD, ".hidden", " a", "x" * 250, "e\u0301"], ids=ascii)
def test_a_name_that_every_system_takes_for_what_it_is_has_no_fault(name):
    assert name_fault(name) == ""
