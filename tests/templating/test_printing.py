"""Values and filters print as council papers do."""

from datetime import date
from decimal import Decimal

import pytest

from reportdesk.core.answers import Gap, Standing
from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, FileRef
from reportdesk.core.richtext import plain
from reportdesk.templating.filters import RUNNERS
from reportdesk.templating.printing import CannotPrintError, answered, brackets, holds, money, said
from reportdesk.templating.words import letters, number_words, ordinal_words

DAY = date(2026, 3, 7)
SAID = (
    ("a & b", "a & b"),
    (Choice("a", "Label"), "Label"),
    (True, "Yes"),
    (False, "No"),
    (2026, "2026"),
    (Decimal("1250"), "£1,250"),
    (Decimal("1250.00"), "£1,250"),
    (Decimal("1250.5"), "£1,250.50"),
    (Decimal("-80"), "-£80"),
    (Decimal("0.125"), "£0.125"),
    (DAY, "7 March 2026"),
    (DateRange(date(2026, 2, 10), date(2026, 2, 11)), "10 and 11 February 2026"),
    ((Choice("a"), Choice("b", "B"), Choice("c")), "a, B and c"),
    ((Choice("a"), Choice("b")), "a and b"),
    (plain("a\nb"), "a\nb"),
    (FileRef("files/map.pdf"), "map.pdf"),
    (Gap("[Title: to be completed]"), "[Title: to be completed]"),
    (Standing("None"), "None"),
)


@pytest.mark.parametrize(("value", "wanted"), SAID)
def test_says(value, wanted):
    assert said(value) == wanted


@pytest.mark.parametrize("value", [None, {}, {"a": "b"}, ({"a": "b"},), object(), 1.5])
def test_says_nothing_of_what_has_no_text(value):
    with pytest.raises(CannotPrintError):
        said(value)


def test_brackets_are_for_what_is_below_nought():
    assert [brackets(Decimal(n)) for n in (-80, 0, 80)] == ["(£80)", "£0", "£80"]
    assert money(Decimal("-0")) == "£0"


FILTERED = (
    ("upper", "Ofsted’s letter", "OFSTED’S LETTER"),
    ("lower", "A B", "a b"),
    ("title", "the council’s SEND plan (draft)", "The Council’s SEND Plan (Draft)"),
    ("capitalize", "tHE plan", "The plan"),
    ("sentence", "the SEND plan", "The SEND plan"),
    ("trim", " a ", "a"),
    ("unquote", "“improve it”", "improve it"),
    ("unquote", "say “it”", "say “it”"),
    ("unquote", "“improve it”.", "improve it."),
    ("unquote", "“improve it.”.", "improve it."),
    ("unquote", "“will it?”.", "will it?"),
    (
        "unquote",
        "‘improve children’s ‘front door’ services’",
        "improve children’s ‘front door’ services",
    ),
    ("unquote", "“improve it” and “keep it”", "“improve it” and “keep it”"),
    ("unquote", '"improve it" or "keep it".', '"improve it" or "keep it".'),
    ("unquote", "‘it’, or ‘that’", "‘it’, or ‘that’"),
    ("upper", DAY, "7 MARCH 2026"),
    ("date", DAY, "7 March 2026"),
    ("short_date", DAY, "07/03/2026"),
    ("day", DAY, "Saturday 7 March 2026"),
    ("year", DAY, 2026),
    ("money", 5, "£5"),
    ("number_words", 12, "twelve"),
    ("ordinal_words", 12, "twelfth"),
    ("letter", 2, "B"),
    ("appendix_words", 21, "Twenty-one"),
    ("join", (Choice("a"), Choice("b", "B")), "a, B"),
    ("length", (1, 2), 2),
    ("length", Gap(), 0),
    ("first", (1, 2), 1),
    ("last", (1, 2), 2),
    ("first", (), Gap()),
    ("e", "&", "&"),
    ("default", "x", "x"),
    ("default", Standing("None"), ""),
)


@pytest.mark.parametrize(("name", "value", "wanted"), FILTERED)
def test_filters(name, value, wanted):
    assert RUNNERS[name](value) == wanted


WORDS = (
    (0, "zero", "zeroth"),
    (1, "one", "first"),
    (3, "three", "third"),
    (9, "nine", "ninth"),
    (20, "twenty", "twentieth"),
    (42, "forty-two", "forty-second"),
    (100, "one hundred", "one hundredth"),
    (105, "one hundred and five", "one hundred and fifth"),
    (2_000, "two thousand", "two thousandth"),
    (2_014, "two thousand and fourteen", "two thousand and fourteenth"),
    (
        12_345,
        "twelve thousand three hundred and forty-five",
        "twelve thousand three hundred and forty-fifth",
    ),
    (-4, "minus four", "minus fourth"),
    (1_000_000, "1000000", "1000000"),
)


@pytest.mark.parametrize(("number", "words", "ordinal"), WORDS)
def test_number_words(number, words, ordinal):
    assert (number_words(number), ordinal_words(number)) == (words, ordinal)


def test_letters():
    assert [letters(n) for n in (1, 26, 27, 52, 703, 0)] == ["A", "Z", "AA", "AZ", "AAA", "0"]


TRUE = (True, "x", 5, Decimal(1), {"a": "x"}, {"a": False}, plain("x"), (1,))
FALSE = (False, "", (), Gap(), Standing("x"), {}, {"id": "x"}, {"a": Gap()}, plain(""), None)


def test_truth():
    assert all(map(holds, TRUE))
    assert not any(map(holds, FALSE))


def test_no_and_nought_are_answers():
    assert answered(False)
    assert answered(0)
    assert answered(Decimal(0))
    assert not answered(Gap())
