"""Reports with grades, and letters of the other kinds, give what they state and no more."""

from datetime import date

import pytest
from made_reports import BEFORE_2023, ILACS, IMPROVE, SIF, ilacs, jtai, send, sif

from reportdesk.core.dates import DateRange
from reportdesk.core.letter import LetterKind, SectionKind, Sureness
from reportdesk.letters import read_letter


@pytest.fixture
def read(tmp_path):
    def reading(data):
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        return read_letter(path)

    return reading


def judged(letter):
    return [(one.area, one.grade) for one in letter.judgements]


def improvements(letter):
    return tuple(item.text for item in letter.items(SectionKind.IMPROVEMENT))


@pytest.mark.parametrize("grades", [ILACS, BEFORE_2023])
@pytest.mark.parametrize("above", [False, True])
def test_a_table_whose_cells_wrap(read, grades, above):
    letter = read(ilacs(grades=grades, above=above))
    assert judged(letter) == list(grades)
    sure = [one.area for one in letter.judgements if one.sureness is Sureness.SURE]
    assert sure == [area for area, _grade in grades[:-1]]


def test_a_grade_that_does_not_come_out_even_is_not_read(read):
    odd = (*ILACS[:2], (ILACS[2][0], "Fair"), *ILACS[3:])
    assert read(ilacs(grades=odd)).judgements != ()
    assert ILACS[2][0] not in {
        one.area for one in read(ilacs(grades=odd)).judgements if one.sureness is Sureness.SURE
    }


def test_what_a_report_says_besides(read):
    letter = read(ilacs())
    assert letter.authority.value == "Marlshire"
    assert improvements(letter) == IMPROVE
    findings = [item.number for item in letter.items(SectionKind.FINDINGS)]
    assert findings == [str(number) for number in range(1, 13)]
    assert letter.letter_date is None


@pytest.mark.parametrize(
    ("said", "start", "end", "kind"),
    [
        ("27 November to 8 December 2023", (2023, 11, 27), (2023, 12, 8), "ILACS_STANDARD"),
        ("3 June 2019 to 14 June 2019", (2019, 6, 3), (2019, 6, 14), "ILACS_STANDARD"),
        ("9\u201320 September 2019", (2019, 9, 9), (2019, 9, 20), "ILACS_STANDARD"),
        ("30 January to 3 February 2023", (2023, 1, 30), (2023, 2, 3), "ILACS_SHORT"),
        ("21 to 25 June 2021 and 5 to 9 July 2021", (2021, 6, 21), (2021, 7, 9), "ILACS"),
    ],
)
def test_days_on_site(read, said, start, end, kind):
    letter = read(ilacs(said))
    assert (letter.visit.value.start, letter.visit.value.end) == (date(*start), date(*end))
    assert letter.kind.value is LetterKind[kind]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Lead inspector: Ann Marlowe, HMI",), ("Ann Marlowe",)),
        (("Lead inspector: Ann Marlowe", "His Majesty\u2019s Inspector"), ("Ann Marlowe",)),
        (("Lead inspectors: Ann Marlowe and Jo McBride, HMIs",), ("Ann Marlowe", "Jo McBride")),
        ((), None),
    ],
)
def test_lead_inspector(read, lines, names):
    inspectors = read(ilacs(lead=lines)).inspectors
    assert (inspectors and inspectors.value) == names


def test_single_framework(read):
    letter = read(sif())
    assert letter.kind.value is LetterKind.SIF
    assert (letter.authority.value, letter.authority.sureness) == ("Marlshire", Sureness.LIKELY)
    assert letter.visit.value.periods == (DateRange(date(2017, 6, 13), date(2017, 7, 6)),)
    assert [grade for _area, grade in judged(letter)] == [grade for _area, grade in SIF]
    assert improvements(letter) == IMPROVE


def test_joint_targeted_area_inspection(read):
    letter = read(jtai())
    assert letter.kind.value is LetterKind.JTAI
    assert letter.letter_date.value == date(2024, 3, 14)
    assert letter.visit.value.periods == (DateRange(date(2024, 1, 29), date(2024, 2, 2)),)
    assert improvements(letter) == IMPROVE
    assert [item.text for item in letter.items(SectionKind.NEXT_STEPS)] == [
        "Marlshire Council should prepare a written statement by 24 June 2024."
    ]


def test_area_send(read):
    letter = read(send())
    assert letter.kind.value is LetterKind.SEND
    assert len(letter.items(SectionKind.FINDINGS)) == 2
    told = letter.items(SectionKind.IMPROVEMENT)
    assert {item.sureness for item in told} == {Sureness.UNSURE}
