"""Makes up reports and letters of the other kinds: ILACS, single framework, JTAI and area SEND."""

from __future__ import annotations

import textwrap

from made_letters import LEFT
from made_pdf import Ink, pdf

RIGHT = 360
LONG = "Children are seen by social workers who know them well and visit them often at home. " * 2
ILACS = (
    (
        "The impact of leaders on social work practice with children and families",
        "Requires improvement to be good",
    ),
    (
        "The experiences and progress of children who need help and protection",
        "Requires improvement to be good",
    ),
    ("The experiences and progress of children in care", "Good"),
    ("The experiences and progress of care leavers", "Outstanding"),
    ("Overall effectiveness", "Requires improvement to be good"),
)
BEFORE_2023 = (
    *ILACS[:2],
    ("The experiences and progress of children in care and care leavers", "Inadequate"),
    ("Overall effectiveness", "Inadequate"),
)
SIF = (
    ("1. Children who need help and protection", "Requires improvement"),
    ("2. Children looked after and achieving permanence", "Good"),
    ("2.1 Adoption performance", "Outstanding"),
    ("2.2 Experiences and progress of care leavers", "Requires improvement"),
    ("3. Leadership, management and governance", "Inadequate"),
)
IMPROVE = (
    "The quality of plans for children in need. (outcome 2, national framework)",
    "The timeliness of visits to children in care, those who live far away included",
)


class Sheets:
    """Sets lines on pages from the top."""

    def __init__(self) -> None:
        self.pages: list[list[Ink]] = [[]]
        self.y = 780.0

    def line(self, text: str, size: float = 10, *, bold: bool = False, x: float = LEFT) -> None:
        if self.y < 80:
            self.pages.append([])
            self.y = 770
        self.pages[-1].append(Ink(text, x, self.y, size, bold))
        self.y -= 1.2 * size

    def block(self, text: str, *, bold: bool = False, mark: str = "") -> None:
        rows = textwrap.wrap(f"{mark} {text}" if mark else text, 74)
        for number, row in enumerate(rows):
            self.line(row, bold=bold, x=LEFT + (18 if mark and number else 0))
        self.y -= 12

    def row(self, area: str, grade: str, *, above: bool = False) -> None:
        """A row of a table, its cells wrapped; the grade may begin above its area."""
        areas, grades = textwrap.wrap(area, 38), textwrap.wrap(grade, 18)
        up = 4 if above and len(areas) > 1 else 0
        for number, words in enumerate(grades):
            lift = up if not number else 0
            self.pages[-1].append(Ink(words, RIGHT, self.y - 12 * number + lift, 10))
        for number, words in enumerate(areas):
            self.pages[-1].append(Ink(words, LEFT, self.y - 12 * number, 10))
        self.y -= 12 * max(len(areas), len(grades)) + 8

    def finished(self, footer: str = "") -> bytes:
        for number, page in enumerate(self.pages, 1):
            page.append(Ink(str(number), 517, 40, 8))
            if footer:
                page.append(Ink(footer, LEFT, 50, 8))
        return pdf(self.pages)


def ilacs(
    dates: str = "27 November to 8 December 2023",
    lead: tuple[str, ...] = ("Lead inspector: Ann Marlowe, His Majesty\u2019s Inspector",),
    grades: tuple[tuple[str, str], ...] = ILACS,
    *,
    above: bool = False,
) -> bytes:
    """Return a report on an inspection of local authority children's services."""
    sheets = Sheets()
    sheets.line("Inspection of Marlshire local authority", 18, bold=True)
    sheets.line("children\u2019s services", 18, bold=True)
    sheets.y -= 12
    for line in (f"Inspection dates: {dates}", *lead):
        sheets.line(line)
    sheets.y -= 20
    for area, grade in (("Judgement", "Grade"), *grades):
        sheets.row(area, grade, above=above)
    sheets.block("Services have improved since 2019, when they were inadequate overall.")
    sheets.block("What needs to improve?", bold=True)
    for item in IMPROVE:
        sheets.block(item, mark="\u25fc")
    number = 1
    for area, grade in grades[:-1]:
        sheets.block(f"{area}: {grade.lower()}", bold=True)
        for _ in range(3):
            sheets.block(LONG, mark=f"{number}.")
            number += 1
    sheets.block("The Office for Standards in Education, Children\u2019s Services and Skills")
    return sheets.finished("Inspection of Marlshire local authority children\u2019s services")


def sif() -> bytes:
    """Return a report of the single inspection framework."""
    sheets = Sheets()
    sheets.line("Marlshire County Council", 16, bold=True)
    sheets.line("Inspection of services for children in need of help and", 14, bold=True)
    sheets.line("protection, children looked after and care leavers", 14, bold=True)
    sheets.y -= 12
    sheets.line("Inspection date: 13 June 2017 \u2013 6 July 2017")
    sheets.y -= 20
    for area, grade in SIF:
        sheets.row(area, grade)
    sheets.block("Executive summary", bold=True)
    sheets.block(LONG)
    sheets.block("Recommendations", bold=True)
    for number, item in enumerate(IMPROVE, 1):
        sheets.block(item, mark=f"{number}.")
    return sheets.finished()


def jtai() -> bytes:
    """Return a letter on a joint targeted area inspection."""
    sheets = Sheets()
    for line in (
        "14 March 2024",
        "Alex Fenn, Director of Children\u2019s Services, Marlshire Council",
        "Bo Lark, Chief Executive, Marlshire Integrated Care Board",
        "Dear Marlshire Safeguarding Children Partnership",
    ):
        sheets.line(line)
        sheets.y -= 12
    sheets.block("Joint targeted area inspection of Marlshire", bold=True)
    sheets.block("This letter summarises the findings of the inspection of Marlshire.")
    sheets.block("This inspection took place from 29 January to 2 February 2024.")
    sheets.block("Headline findings", bold=True)
    sheets.block(LONG)
    sheets.block("What needs to improve?", bold=True)
    for item in IMPROVE:
        sheets.block(item, mark="\u25fc")
    sheets.block("Main findings", bold=True)
    sheets.block(LONG)
    sheets.block("Next steps", bold=True)
    sheets.block("Marlshire Council should prepare a written statement by 24 June 2024.")
    sheets.block("Yours sincerely")
    sheets.line("Yvette Stan")
    return sheets.finished()


def send() -> bytes:
    """Return a report on an area SEND inspection."""
    sheets = Sheets()
    sheets.line("Area SEND inspection of Marlshire Local Area", 18, bold=True)
    sheets.line("Partnership", 18, bold=True)
    sheets.y -= 12
    sheets.line("Inspection dates: 20 to 24 November 2023")
    sheets.y -= 12
    sheets.block("Inspection outcome", bold=True)
    sheets.block(LONG)
    sheets.block("What is the area partnership doing that is effective?", bold=True)
    sheets.block(LONG, mark="\u25fc")
    sheets.block("What does the area partnership need to do better?", bold=True)
    sheets.block(LONG, mark="\u25fc")
    sheets.block("Areas for improvement", bold=True)
    sheets.row("Responsible body", "Areas for improvement")
    sheets.row("Marlshire Council and NHS Marlshire", "Leaders should improve the plans.")
    return sheets.finished()
