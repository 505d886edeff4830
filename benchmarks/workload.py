"""Makes the same report in every size: deterministic made-up text, as plain data.

Texts called rich hold the marks ``**bold**``, ``*italic*`` and ``***both***``.
"""

from __future__ import annotations

import random
from typing import Any

SIZES = {"S": 5, "M": 50, "L": 500, "XL": 5000}
Model = dict[str, Any]

_WORD_LIST = """the of and to in a is that for it was on with as by are this be at from
officer council premises inspection record evidence tenant landlord kitchen surface
refuse storage drainage corridor exit alarm system certificate report visit noted
found cleaned repaired damaged blocked missing expired current suitable adequate
poor good satisfactory urgent required advised agreed confirmed stated provided
supplied reviewed checked tested measured temperature pressure water supply boiler
cable socket lighting stair handrail window door lock ceiling wall floor damp mould
pest control contract invoice budget grant funding payment quarter annual total
schedule plan programme policy procedure training staff manager director resident
visitor child safeguarding register log book entry date signature copy original
letter email telephone response complaint appeal notice order licence permit
condition breach improvement follow action owner deadline review completed
outstanding partial full initial final weekly monthly daily area site building
ground upper lower rear front external internal shared private public access
ramp parking bay signage fence gate boundary tree hedge litter vehicle noise
dust smoke odour waste recycling bin collection contractor supplier quality
standard regulation section guidance code practice risk assessment
hazard likelihood severity measure equipment protective clothing glove
machine guard maintenance service interval engineer specialist consultant survey
sample result laboratory analysis level limit threshold exceeded within below
above between during after before while because although however therefore
which where when who whose all some most several none each every other another
first second third next last early late long short small large new old high low"""
_WORDS = _WORD_LIST.split()
_ODD = [
    "£1,250",
    "– see note –",
    "O’Neill & Sons",
    "5 < 7 °C",
    "“as found”",
    "Zoë",
    "½ day",
    "§ 12(3)",
]
_PEOPLE = [
    "A. Okafor",
    "B. Lindqvist",
    "C. Marsh",
    "D. Pereira",
    "E. Novak",
    "F. Adeyemi",
    "G. Hughes",
    "H. Sato",
]
_LINES = [
    "Core grant",
    "Fees and charges",
    "Donations",
    "Other income",
    "Total income",
    "Staff costs",
    "Premises costs",
    "Supplies and services",
    "Transport",
    "Other expenditure",
    "Total expenditure",
    "Net position",
]
_DETAILS = {
    "site": "Northgate Community Centre",
    "address": "1 Northgate, Exampleton, EX1 2MP",
    "inspected_on": "2026-02-17",
    "inspector": "A. Okafor",
    "officer": "G. Hughes",
    "version": "Draft 3",
}


def make_model(findings: int) -> Model:
    """Return the report with that many findings, the same each time."""
    return _Maker(20240 + findings).model(findings)


class _Maker:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def model(self, count: int) -> Model:
        findings = [self._finding(number) for number in range(1, count + 1)]
        return {
            "meta": {
                "title": f"Inspection report: {_DETAILS['site']}",
                "reference": f"INS/2026/{count:05d}",
                **_DETAILS,
            },
            "overview": [self._rich(60) for _ in range(3)],
            "points": findings,
            "steps": [self._step(at, one["code"]) for at, one in enumerate(findings, 1)],
            "advice": [self._rich(40) for _ in range(max(3, count // 5))],
            "years": ["2023/24", "2024/25", "2025/26"],
            "amounts": [{"label": label, "values": self._values()} for label in _LINES],
            "people": [self._contact(name) for name in _PEOPLE[:6]],
        }

    def _finding(self, number: int) -> Model:
        pick = self._random.randrange
        return {
            "code": f"F{number:04d}",
            "heading": self._label(pick(4, 8)),
            "paragraphs": [self._rich(60) for _ in range(3)],
            "quote": self._plain(28),
            "quote_source": f"letter of {pick(1, 29)} March, page {pick(1, 40)}",
            "bullets": [self._rich(14) for _ in range(2)],
        }

    def _step(self, number: int, finding: str) -> Model:
        pick = self._random.randrange
        return {
            "no": str(number),
            "finding": finding,
            "action": self._plain(12),
            "owner": self._random.choice(_PEOPLE),
            "due": f"2026-{pick(1, 13):02d}-{pick(1, 29):02d}",
        }

    def _contact(self, name: str) -> Model:
        phone = f"01632 960{self._random.randrange(100, 999)}"
        email = name.lower().replace(". ", ".") + "@example.org"
        return {"name": name, "role": self._label(3), "phone": phone, "email": email}

    def _values(self) -> list[str]:
        return [_money(self._random.randrange(-5000, 250000)) for _ in range(3)]

    def _words(self, count: int, odd: float) -> list[str]:
        draw = self._random
        return [
            draw.choice(_ODD)
            if draw.random() < odd
            else _WORDS[min(int(draw.expovariate(1 / 60)), len(_WORDS) - 1)]
            for _ in range(count)
        ]

    def _text(self, count: int, odd: float) -> list[str]:
        words = self._words(count, odd)
        words[0] = words[0][:1].upper() + words[0][1:]
        since = 0
        for at in range(len(words) - 2):
            since += 1
            if since > 11 and self._random.random() < 0.25:
                words[at] += "."
                words[at + 1] = words[at + 1][:1].upper() + words[at + 1][1:]
                since = 0
        return words

    def _rich(self, count: int) -> str:
        """About that many words with a bold, an italic and now and then a bold italic run."""
        words = self._text(count, 0.02)
        third = max(2, count // 3)
        self._mark(words, 0, third - 1, "**")
        self._mark(words, third, 2 * third - 1, "*")
        if self._random.random() < 0.2:
            self._mark(words, 2 * third, count - 1, "***")
        return " ".join(words) + "."

    def _mark(self, words: list[str], low: int, high: int, mark: str) -> None:
        first = self._random.randrange(low, high)
        last = min(first + self._random.randrange(1, 4), high)
        words[first] = mark + words[first]
        words[last] = words[last] + mark

    def _plain(self, count: int) -> str:
        return " ".join(self._text(count, 0)).rstrip(".") + "."

    def _label(self, count: int) -> str:
        text = " ".join(self._words(count, 0))
        return text[:1].upper() + text[1:]


def _money(value: int) -> str:
    return f"-£{-value:,}" if value < 0 else f"£{value:,}"
