"""The days of a visit are read in every shape, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_letters import VISITS

from reportdesk.core.dates import DateRange, long_range
from reportdesk.core.letter import Sureness
from reportdesk.letters import read_text
from reportdesk.letters.visits import date_expressions, parse_visit, whole_date


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


@pytest.mark.parametrize(
    ("said", "periods"),
    [
        ("11and 12 October 2022", ((11, 12),)),
        ("11 and12 October 2022", ((11, 12),)),
        ("11/12 October 2022", ((11, 12),)),
        ("11 & 12 Oct 2022", ((11, 12),)),
        ("11 and 12 October, 2022", ((11, 12),)),
        ("the 11th and 12th October 2022", ((11, 12),)),
        ("between 11 and 12 October 2022", ((11, 12),)),
        ("between 11 October and 14 October 2022", ((11, 14),)),
        ("11, 12, 13 and 18 October 2022", ((11, 13), (18, 18))),
        ("11 to 13 and 18 October 2022", ((11, 13), (18, 18))),
    ],
)
def test_every_shape_within_a_sentence(said, periods):
    ((_match, days),) = date_expressions(f"the focused visit to Marl on {said}. It")
    october = [DateRange(date(2022, 10, a), date(2022, 10, b)) for a, b in periods]
    assert list(days.periods) == october


@pytest.mark.parametrize(
    "said",
    [
        "in the week of 11 October 2022",
        "in the week commencing 11 October 2022",
        "on 11 and 12 October 2022, and 40 days after 1 May 2021",
        "on 9 and 10 October 2022 and 1 and 2 Mai 2023",
        "since 11 October 2022",
    ],
)
def test_what_may_be_other_days_is_not_sure(said):
    text = f"Dear Alex\n\nFocused visit to Marl\n\nThis letter summarises the visit to Marl {said}."
    visit = read_text(text, "letter").visit
    assert visit is None or visit.sureness is not Sureness.SURE


@pytest.mark.parametrize("said", ["11 and 12 October 20221", "11 and 12 Ocotber 2022"])
def test_what_is_no_date_is_not_read(said):
    assert list(date_expressions(said)) == []
