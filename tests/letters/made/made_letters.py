"""Makes up letters of a made-up inspectorate's visit, with the quirks that real ones have."""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass, field
from datetime import date

from made_pdf import Ink, pdf

COLUMNS, LINE, TOP, BOTTOM, LEFT = 74, 12, 770, 80, 72
HEADINGS = {
    "O": ("Overview",),
    "H": ("Headline findings", "Headline Findings"),
    "P": ("Areas for priority action", "Area for priority action:"),
    "W": (
        "What needs to improve in this area of social work practice",
        "What needs to improve in this area of social work practice?",
        "What needs to improve in this area of social work practice:",
        "What needs to improve in this area of practice",
        "Areas for improvement",
    ),
    "F": ("Findings",),
    "M": ("Main findings", "Main Findings"),
}
ORDERS = ("OWF", "HWM", "OPWF", "HPWM", "WF", "OFW", "HM", "OF", "PWF")
VISITS = {
    "17 and 18 October 2018": ((date(2018, 10, 17), date(2018, 10, 18)),),
    "31 January and 1 February 2024": ((date(2024, 1, 31), date(2024, 2, 1)),),
    "11 and 12 of October 2022": ((date(2022, 10, 11), date(2022, 10, 12)),),
    "12 to 14 March 2024": ((date(2024, 3, 12), date(2024, 3, 14)),),
    "12\u201313 March 2024": ((date(2024, 3, 12), date(2024, 3, 13)),),
    "23, 24 and 25 March 2021": ((date(2021, 3, 23), date(2021, 3, 25)),),
    "9 June 2021": ((date(2021, 6, 9), date(2021, 6, 9)),),
    "30 November 2020 to 2 December 2020": ((date(2020, 11, 30), date(2020, 12, 2)),),
    "31 December 2019 and 2 January 2020": (
        (date(2019, 12, 31), date(2019, 12, 31)),
        (date(2020, 1, 2), date(2020, 1, 2)),
    ),
    "Tuesday 3rd and Wednesday 4th March 2020": ((date(2020, 3, 3), date(2020, 3, 4)),),
    "31 December and 1 January 2020": ((date(2019, 12, 31), date(2020, 1, 1)),),
}
NAMES = ("Ann\u00e9 Marlowe", "Jo McBride", "Tariq O\u2019Dell", "Ruth Vale-Carter", "Sam Orrin")
COUNCILS = {
    "Marlshire": ("Marlshire", "Marlshire County Council", "Marlshire local authority"),
    "Eastwick upon Tarn": ("Eastwick upon Tarn", "London Borough of Eastwick upon Tarn"),
    "Holme and Netherby": ("Holme and Netherby", "Holme and Netherby Borough Council"),
    "Quorley": ("City of Quorley Council", "Quorley City Council", "Quorley MBC"),
}
_WORDS = re.findall(
    r"\S+",
    "children social workers plans visits timely records managers help care families "
    "reviews purposeful well-being long-term decisions recorded clearly risks are the and "
    "of with their progress partners meetings sensitive assessments needs support changes "
    "direct ambitious ",
)


@dataclass
class Made:
    """A letter as it was meant, to hold a reading against."""

    authority: str
    named: str
    sent: date
    visit: str
    inspectors: tuple[str, ...]
    form: int
    order: str
    glyph: str = "\u25fc"
    sections: dict[str, list[str]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    bulleted: bool = False
    pages: bool = True


def made(seed: int) -> Made:
    """Return the made-up letter of that number."""
    luck = random.Random(seed)
    authority = luck.choice(sorted(COUNCILS))
    visit = luck.choice(sorted(VISITS))
    order = luck.choice(ORDERS)
    end = VISITS[visit][-1][1]
    letter = Made(
        authority,
        luck.choice(COUNCILS[authority]),
        date.fromordinal(end.toordinal() + luck.randrange(16, 60)),
        visit,
        tuple(luck.sample(NAMES, luck.choice((2, 2, 3, 5)))),
        luck.randrange(6),
        order,
        luck.choice("\u25fc\uf06e\uf0b7\u23af"),
        bulleted=luck.random() < 0.5,
    )
    for key in order:
        letter.headings[key] = luck.choice(HEADINGS[key])
        count = luck.randrange(1, 6) if key in "WP" else luck.randrange(3, 9)
        long = key not in "WP"
        letter.sections[key] = [sentences(luck, long=long) for _ in range(count)]
    return letter


def sentences(luck: random.Random, *, long: bool) -> str:
    """Return a made-up item or paragraph; items may lack a stop, as real ones do."""
    if not long:
        words = luck.choices(_WORDS, k=luck.randrange(4, 30))
        return "The " + " ".join(words) + luck.choice((".", ".", ""))
    many = range(luck.randrange(2, 6))
    return " ".join(
        "Children " + " ".join(luck.choices(_WORDS, k=luck.randrange(8, 25))) + "." for _ in many
    )


def introduced(letter: Made) -> str:
    """Return the sentence that names the inspectors, in one of the forms in use."""
    names = letter.inspectors
    listed = ", ".join(names[:-1]) + " and " + names[-1]
    her = "Her" if letter.sent < date(2022, 9, 9) else "His"
    office = f"{her} Majesty\u2019s Inspector"
    return (
        "The inspectors were "
        + ", ".join(f"{name}, {office}" for name in names[:-1])
        + f", and {names[-1]}, {office}.",
        f"The inspectors were {listed}, {office}s.",
        f"{office}s for this visit were {listed}.",
        "The inspectors were "
        + ", ".join(f"{n}, HMI" for n in names[:-1])
        + f" and {names[-1]}, HMI.",
        f"The inspectors were {listed}, two of {office}s."
        if len(names) == 2
        else f"{office}s were {listed}.",
        "The visit was carried out by " + " and ".join(f"{office}, {name}" for name in names) + ".",
    )[letter.form]


def head(letter: Made) -> list[str]:
    """Return the lines before the first section, a paragraph each; empty ones stand for space."""
    sent = f"{letter.sent.day} {letter.sent:%B %Y}"
    return [
        sent,
        "",
        "Alex Fennimore",
        "Director of Children\u2019s Services",
        letter.named,
        "Town Hall",
        "Fenwick",
        "ZZ9 9ZZ",
        "",
        "Dear Alex",
        "",
    ]


def opening(letter: Made) -> list[str]:
    """Return the paragraphs between title and first heading."""
    service = f"{letter.named} children\u2019s services"
    return [
        f"This letter summarises the findings of the focused visit to {service} on "
        f"{letter.visit}. {introduced(letter)}",
        "Inspectors looked at the local authority\u2019s arrangements for children in care.",
        "This visit was carried out in line with the inspection of local authority children\u2019s "
        "services (ILACS) framework.",
    ]


CLOSE = (
    "Ofsted will take the findings from this focused visit into account when planning the next "
    "inspection or visit."
)


def text_of(letter: Made) -> str:
    """Return the letter as pasted text, a paragraph a line."""
    title = f"Focused visit to {letter.named} children\u2019s services"
    blocks = ["\n".join(head(letter)), title, *opening(letter)]
    for key in letter.order:
        blocks.append(letter.headings[key])
        mark = "- " if key in "WP" or (letter.bulleted and key in "FM") else ""
        blocks += [mark + item for item in letter.sections[key]]
    blocks += [CLOSE, "Yours sincerely", f"{letter.inspectors[0]}\nHis Majesty\u2019s Inspector"]
    return "\n\n".join(blocks)


def pdf_of(letter: Made) -> bytes:
    """Return the letter as a PDF, with letterhead, page numbers and text broken over pages."""
    page = _Pages()
    for line in head(letter):
        page.line(line)
    page.block(f"Focused visit to {letter.named} children\u2019s services", bold=True)
    for paragraph in opening(letter):
        page.block(paragraph)
    for key in letter.order:
        page.block(letter.headings[key], bold=True)
        for item in letter.sections[key]:
            bullet = key in "WP" or (letter.bulleted and key in "FM")
            page.block(item, glyph=letter.glyph if bullet else "")
    for line in (CLOSE, "Yours sincerely"):
        page.block(line)
    page.line("")
    page.line(letter.inspectors[0])
    page.line("His Majesty\u2019s Inspector", bold=True)
    return pdf(page.finished())


class _Pages:
    """Sets lines on pages from the top, and starts the next one where there is no room."""

    def __init__(self) -> None:
        self.pages: list[list[Ink]] = [[]]
        self.y = 640.0

    def line(self, text: str, x: float = LEFT, *, bold: bool = False) -> None:
        if self.y < BOTTOM:
            self.pages.append([])
            self.y = TOP
        if text:
            self.pages[-1].append(Ink(text, x, self.y, 10, bold))
        self.y -= LINE

    def block(self, text: str, *, bold: bool = False, glyph: str = "") -> None:
        width = COLUMNS - (3 if glyph else 0)
        rows = textwrap.wrap(text, width, break_on_hyphens=True, break_long_words=False)
        for number, row in enumerate(rows):
            if glyph and not number:
                self.line(f"{glyph} {row}", LEFT)
            else:
                self.line(row, LEFT + (18 if glyph else 0), bold=bold)
        if self.y < TOP:
            self.y -= LINE

    def finished(self) -> list[list[Ink]]:
        address = ("Ofsted", "Piccadilly Gate", "Store Street", "Manchester", "M1 2WD")
        self.pages[0] += [Ink(word, LEFT, 800 - 11 * n, 8) for n, word in enumerate(address)]
        contact = ("T 0300 123 1231", "enquiries@ofsted.gov.uk", "www.gov.uk/ofsted")
        self.pages[0] += [Ink(word, 185, 800 - 11 * n, 8) for n, word in enumerate(contact)]
        for number, page in enumerate(self.pages[1:], 2):
            page.insert(0, Ink(str(number), 517, 50))
        return self.pages
