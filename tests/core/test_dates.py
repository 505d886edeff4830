"""Dates are read in the UK's order and said in full."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.dates import DateRange, long_date, long_range, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-17",
        "17/03/2026",
        "17.3.2026",
        "17 March 2026",
        "17th March 2026",
        "Tuesday 17 Mar 2026",
        " 17-03-2026 ",
    ],
)
def test_every_way_of_writing_a_date(text):
    assert parse_date(text) == date(2026, 3, 17)


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "31/31/2026", "17 Mars 2026", "March", "12:30", "1.10"]
)
def test_what_is_no_date(text):
    assert parse_date(text) is None


@given(st.dates())
def test_a_date_said_in_full_is_read_again(day):
    if day.year >= 1000:
        assert parse_date(long_date(day)) == day


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 2, 10), date(2026, 2, 10), "10 February 2026"),
        (date(2026, 2, 10), date(2026, 2, 11), "10 and 11 February 2026"),
        (date(2026, 2, 10), date(2026, 2, 13), "10 to 13 February 2026"),
        (date(2026, 1, 31), date(2026, 2, 1), "31 January and 1 February 2026"),
        (date(2026, 1, 27), date(2026, 2, 6), "27 January to 6 February 2026"),
        (date(2025, 12, 31), date(2026, 1, 2), "31 December 2025 to 2 January 2026"),
    ],
)
def test_days_are_said_as_councils_say_them(start, end, said):
    assert long_range(DateRange(start, end)) == said
