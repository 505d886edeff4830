"""The days of a visit are read in every shape, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_letters import VISITS

from reportdesk.core.dates import DateRange, long_range
from reportdesk.letters.visits import parse_visit, whole_date


@pytest.mark.parametrize("text", VISITS)
def test_every_shape(text):
    assert parse_visit(text).periods == tuple(DateRange(*days) for days in VISITS[text])


@pytest.mark.parametrize(
    "text",
    [
        "17 and 18 October",
        "October 2018",
        "31 and 32 October 2018",
        "18 and 17 October 2018",
        "30 February 2021",
        "17 and 18",
        "",
    ],
)
def test_what_is_not_whole_is_not_read(text):
    assert parse_visit(text) is None


@given(st.dates(date(2005, 1, 1), date(2035, 12, 1)), st.integers(0, 20))
def test_what_we_write_is_read(start, length):
    days = DateRange(start, date.fromordinal(start.toordinal() + length))
    assert parse_visit(long_range(days)).periods == (days,)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("17 January 2019", date(2019, 1, 17)),
        ("Date: 17th January 2019", date(2019, 1, 17)),
        ("Thursday 17 January 2019", date(2019, 1, 17)),
        ("on 17 January 2019", None),
        ("17/01/2019 14:00", None),
        ("Dear Alex", None),
    ],
)
def test_a_date_alone(text, read):
    assert whole_date(text) == read
