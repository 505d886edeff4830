"""Raw answers become values by their field's kind, and every fault is told."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, Field, FileRef, Kind
from reportdesk.core.problems import Severity
from reportdesk.core.reading import Reading, read_answers
from reportdesk.core.richtext import plain
from reportdesk.core.writing import write_answers

COLOURS = (Choice("red", "Red"), Choice("green", "Green light"))
PERSON = (Field("name", "Name", Kind.LINE), Field("email", "Email", Kind.LINE))


def field(kind):
    fields = PERSON if kind in (Kind.ROWS, Kind.GROUP, Kind.PERSON) else ()
    return Field("it", "It", kind, choices=COLOURS, fields=fields, row="Line")


def read(kind, raw):
    reading = Reading(plain)
    value = read_answers((field(kind),), {"it": raw}, reading).get("it")
    return value, reading.problems


GOOD = [
    (Kind.LINE, " No ", "No"),
    (Kind.LINE, "01922 654599", "01922 654599"),
    (Kind.LINE, "12:30", "12:30"),
    (Kind.RICH, "one\ntwo", plain("one\ntwo")),
    (Kind.WHOLE, "1,250", 1250),
    (Kind.WHOLE, "0", 0),
    (Kind.MONEY, "£1,250.50", Decimal("1250.50")),
    (Kind.MONEY, "-20", Decimal(-20)),
    (Kind.MONEY, "0", Decimal(0)),
    (Kind.DATE, "17/03/2026", date(2026, 3, 17)),
    (
        Kind.DATES,
        {"start": "2026-02-10", "end": "2026-02-11"},
        DateRange(date(2026, 2, 10), date(2026, 2, 11)),
    ),
    (
        Kind.DATES,
        "10 February 2026 to 11 February 2026",
        DateRange(date(2026, 2, 10), date(2026, 2, 11)),
    ),
    (Kind.DATES, "2026-02-10", DateRange(date(2026, 2, 10), date(2026, 2, 10))),
    (Kind.CHOICE, "Green light", "green"),
    (Kind.CHOICES, ["red", "green", "red"], ("red", "green")),
    (Kind.YES_NO, "No", False),
    (Kind.YES_NO, "yes", True),
    (Kind.PERSON, {"name": "A"}, {"name": "A"}),
    (
        Kind.ROWS,
        [{"id": "r1", "name": "A"}, {"email": "b@example.org"}],
        ({"id": "r1", "name": "A"}, {"email": "b@example.org"}),
    ),
    (Kind.FILE, "letter.pdf", FileRef("letter.pdf")),
]


@pytest.mark.parametrize(("kind", "raw", "value"), GOOD)
def test_what_suits_is_taken(kind, raw, value):
    assert read(kind, raw) == (value, [])


@pytest.mark.parametrize(("kind", "raw", "_value"), GOOD)
def test_what_was_taken_is_written_so_that_it_reads_the_same(kind, raw, _value):
    value, _ = read(kind, raw)
    written = write_answers({"it": value}, lambda text: text.text)
    assert read(kind, written["it"]) == (value, [])


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        (Kind.LINE, ["a"], "kind"),
        (Kind.LINE, {"a": "b"}, "kind"),
        (Kind.LINE, "bell\x07", "character"),
        (Kind.RICH, "half \ud800", "character"),
        (Kind.RICH, "x" * 1_000_001, "too-long"),
        (Kind.WHOLE, "twelve", "whole"),
        (Kind.WHOLE, "1.5", "whole"),
        (Kind.WHOLE, "٣", "whole"),
        (Kind.MONEY, "£1.234", "money"),
        (Kind.MONEY, "ten pounds", "money"),
        (Kind.DATE, "soon", "date"),
        (Kind.DATES, {"from": "x"}, "dates"),
        (Kind.DATES, {"start": "2026-02-11", "end": "2026-02-10"}, "dates"),
        (Kind.CHOICE, "blue", "choice"),
        (Kind.CHOICES, ["red", "blue"], "choice"),
        (Kind.YES_NO, "maybe", "yes-no"),
        (Kind.PERSON, "A", "kind"),
        (Kind.ROWS, "A", "kind"),
        (Kind.ROWS, [{"id": "a", "name": "x"}, {"id": "a", "name": "y"}], "row-id"),
        (Kind.FILE, ["a"], "file"),
    ],
)
def test_what_does_not_suit_is_told_with_a_way_out(kind, raw, code):
    problem = read(kind, raw)[1][0]
    assert (problem.code, bool(problem.fix), problem.place.label[:2]) == (code, True, "It")


def test_all_faults_come_at_once():
    _, problems = read(Kind.ROWS, [{"name": ["x"]}, {"email": {"a": "b"}}, "z"])
    assert [problem.place.label for problem in problems] == [
        "It, row 1, Name",
        "It, row 2, Email",
        "It, row 3",
    ]


def test_an_unknown_answer_in_a_row_is_warned():
    _, problems = read(Kind.ROWS, [{"name": "A", "nmae": "B"}])
    assert [(p.code, p.severity, p.place.field) for p in problems] == [
        ("unknown-answer", Severity.WARN, ("it", 0, "nmae"))
    ]


def test_a_row_of_one_field_may_be_written_as_a_text():
    one = Field("it", "It", Kind.ROWS, fields=(Field("text", "Text", Kind.LINE),))
    assert read_answers((one,), {"it": ["a", "b"]}, Reading(plain)) == {
        "it": ({"text": "a"}, {"text": "b"})
    }


RAW = st.recursive(
    st.none() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "start", "path", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(Kind), RAW)
def test_any_raw_answer_is_taken_or_told(kind, raw):
    value, problems = read(kind, raw)
    assert value is None or not isinstance(value, str) or problems == [] or kind is not Kind.LINE


@pytest.mark.parametrize("piece", ["<b>", "*a* ", "- a\n", "[a](b) ", "_"])
def test_more_marks_than_any_report_has_are_refused_before_they_are_read(piece):
    value, problems = read(Kind.RICH, piece * 60_000)
    assert (value, [problem.code for problem in problems]) == (None, ["too-many-signs"])


def test_a_long_text_with_few_marks_is_taken():
    text = "A *word* in a long report.\n\n" * 10_000
    assert read(Kind.RICH, text) == (plain(text), [])
