"""What a paper made of a letter has to say, and what an officer types into it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

from made_letters import ORDERS, Made, made

from reportdesk.core.dates import long_date
from reportdesk.core.letter import SectionKind
from reportdesk.services.letter_import import read_letter_at

TYPED = {
    "committee_name": "Children’s Services Overview and Scrutiny Committee",
    "meeting_date": date(2026, 6, 16),
    "contacts": ({"id": "c1", "name": "Moira Quill", "email": "moira.quill@example.gov.uk"},),
}
GAP = re.compile(r"to be completed|not given", re.IGNORECASE)
# One letter of each order of sections that letters are known to have.
SEEDS = {order: next(n for n in range(999) if made(n).order == order) for order in ORDERS}
_LISTS = (SectionKind.PRIORITY, SectionKind.IMPROVEMENT, SectionKind.FINDINGS)


def unsaid(report: bytes, pdf: Path, meant: Made) -> list[str]:
    """Return what the letter says and the paper does not."""
    letter, words = read_letter_at(pdf), text_of(report)
    wanted = [long_date(meant.sent), *meant.inspectors]
    wanted += [item.text for kind in _LISTS for item in letter.items(kind)]
    return [each for each in wanted if each not in words]


def text_of(report: bytes) -> str:
    """Return the words of the paper, without its tags."""
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        body = package.read("word/document.xml").decode()
    return re.sub("<[^>]+>", "", body)
