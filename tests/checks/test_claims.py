"""Dates, names and claims of a draft are held against its letter."""

from datetime import date

import pytest
from one_section import asking

from reportdesk.checks.claims import claims_check
from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Field, Kind
from reportdesk.core.letter import (
    Fact,
    Item,
    Letter,
    Section,
    SectionKind,
    SourceText,
    Span,
    Sureness,
    VisitDates,
)
from reportdesk.core.richtext import plain

FIELDS = (
    Field("inspection_dates", "Dates of the inspection", Kind.DATES),
    Field("letter_date", "Date of the letter", Kind.DATE),
    Field("inspectors", "Inspectors", Kind.ROWS),
    Field("background", "Background", Kind.RICH),
)
TEMPLATE = asking(*FIELDS)
VISIT = DateRange(date(2026, 2, 10), date(2026, 2, 11))
AT = (Span(2, 0, 4),)


def letter(*sections, sureness=Sureness.SURE):
    source = SourceText("letter.pdf", ("The inspectors were Rosalind\nPeake and Tobias O’Nwosu.",))
    return Letter(
        source,
        (),
        sections,
        visit=Fact(VisitDates((VISIT,)), AT, sureness),
        letter_date=Fact(date(2026, 3, 12), AT, sureness),
        inspectors=Fact(("Rosalind Peake", "Tobias O’Nwosu"), AT),
    )


def found(answers, *letters):
    problems = claims_check(letters or (letter(),))(TEMPLATE, answers)
    return [(one.code, one.place.label, one.place.page) for one in problems]


def said(text, *sections):
    return [code for code, *_ in found({"background": plain(text)}, letter(*sections))]


def test_the_letters_own_dates_and_names_are_fine():
    names = ({"name": "Rosalind Peake"}, {"name": "Tobias O'Nwosu"})
    answers = {"inspection_dates": VISIT, "letter_date": date(2026, 3, 12), "inspectors": names}
    assert found(answers) == []


def test_another_inspection_date_is_told_with_both_places():
    days = DateRange(date(2026, 2, 10), date(2026, 2, 12))
    expected = [("letter-differs", "Dates of the inspection", 2)]
    assert found({"inspection_dates": days}) == expected


def test_another_letter_date_is_told():
    assert found({"letter_date": date(2026, 3, 13)}) == [
        ("letter-differs", "Date of the letter", 2)
    ]


def test_what_the_letter_does_not_say_surely_is_not_held_against_the_draft():
    unsure = letter(sureness=Sureness.LIKELY)
    assert found({"letter_date": date(2026, 3, 13)}, unsure) == []


def test_a_misspelt_inspector_is_told_with_the_letters_name():
    check = claims_check((letter(),))
    (problem,) = check(TEMPLATE, {"inspectors": ({"name": "Rosalynd Peak"},)})
    assert problem.code == "letter-differs"
    assert "Rosalind Peake" in problem.message


def test_an_inspector_of_whom_the_letter_knows_nothing_is_told():
    assert found({"inspectors": ({"name": "Xu Qi"},)}) == [("letter-name", "Inspectors, row 1", 2)]


PRIORITY = Section(SectionKind.PRIORITY, "Areas for priority action", (), (Item("Act.", AT),))
NONE = Section(SectionKind.PRIORITY, "Areas for priority action", (), none_stated=True)


@pytest.mark.parametrize(
    ("text", "sections", "codes"),
    [
        ("Inspectors found no areas for priority action.", (), ["claim-priority"]),
        ("They did not identify any priority actions.", (PRIORITY,), ["claim-priority"]),
        ("Inspectors found no areas for priority action.", (NONE,), []),
        ("The letter names no areas for priority action.", (), []),
        ("The letter names no areas for priority action.", (PRIORITY,), ["claim-priority"]),
        ("A member said: “no priority action”.", (), []),
        ("There is one area for priority action.", (PRIORITY,), []),
    ],
)
def test_no_priority_action_is_claimed_only_where_the_letter_does(text, sections, codes):
    assert said(text, *sections) == codes


def test_without_a_letter_nothing_is_claimed_of_one():
    assert list(claims_check(())(TEMPLATE, {"letter_date": date(2020, 1, 1)})) == []
