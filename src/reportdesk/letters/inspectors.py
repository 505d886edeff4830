"""Reads the inspectors' names from the sentences that introduce them."""

from __future__ import annotations

import re

from reportdesk.core.letter import Sureness

_OFFICE = (
    r"(?:(?:(?:Senior\s+)?H(?:er|is)\s+Majesty[’'`]?s[’']?\s+(?:Senior\s+)?Inspectors?)"
    r"|(?:Senior\s+)?HMIs?|Ofsted\s+Inspectors?"
    r"|(?:Social\s+Care\s+)?(?:Compliance|Regulatory)\s+(?:Inspectors?|Inspection\s+Managers?)"
    r"|Regional\s+Director|(?:Schools?|Education|Social\s+Care)\s+HMIs?)"
)
_TITLE = re.compile(rf"\(?\b{_OFFICE}\b\)?(?:\s*\(?\bHMIs?\b\)?)?", re.IGNORECASE)
_VERB = re.compile(
    r"^.*?\b(?:were|was)\b(?:\s+(?:undertaken|carried\s+out|conducted|led|completed|made))?"
    r"(?:\s+by\b)?\s*:?",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    rf"(?:\b(?:the|lead)\s+inspectors?\b|^inspectors?\s+(?:were|was)\b|\b{_OFFICE}\b"
    r"|\bthis visit was (?:led|carried out) by\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"Lead inspectors?\s*:?\s*", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(two|three|four|five|six|seven)\b(?:\s+of)?(?:\s+(?:our|the))?\s*$", re.IGNORECASE
)
_PARTING = re.compile(r"\s*(?:,|;|\band\b|&|\bwith\b|\baccompanied\s+by\b|\|)\s*")
_PARTICLE = r"(?:de|da|del|di|du|la|le|van|von|der|den|bin|al|el|ap|O)"
_WORD = r"(?:Mc|Mac|O[’'])?[^\W\d_a-z][\w’'-]*(?:-[^\W\d_][\w’']*)*"
_NAME = re.compile(rf"{_WORD}\.?(?:\s+(?:{_PARTICLE}\s+){{0,2}}(?:{_WORD}|[A-Z])\.?){{1,3}}")
_SENTENCE = re.compile(r"(?:(?<=[a-z\d)])(?<!\bSt)|(?<=HMI))\.\s+(?=[A-Z])")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NOT_NAMES = re.compile(
    r"\b(?:Inspectors?|Inspections?|Majesty|Council|Services?|Authority|Visit|Director|Ofsted|Letter"
    r"|Local|Managers?|Officers?|Heads?|Leads?|Team|Specialists?|Assistants?|Advis[eo]rs?|Social|Care"
    r"|Senior|Regional|Quality|Assurance|Education|Schools?|Regulatory|Trainees?|Chief|Deputy|Principal"
    r"|Associates?|Observers?|Analysts?|Early|Years|Further|Skills|Data|Probation|Constabulary|Nurse"
    r"|Commission|Children|HMI|HMCI|CQC|HMIP|HMICFRS|Her|His|The)\b"
)


def inspectors_in(text: str) -> tuple[tuple[str, ...], Sureness] | None:
    """Return the names that the text introduces as inspectors, None where there are none.

    Sure only where every word of the sentence is accounted for, as name, title or joint.
    """
    for sentence in _SENTENCE.split(text):
        if _INTRODUCES.search(sentence) and re.search(r"\b(?:was|were)\b", sentence):
            found = _names(sentence)
            if found:
                return found
    return None


def lead_inspectors(line: str, after: str = "") -> tuple[tuple[str, ...], Sureness] | None:
    """Return the names on a report's line ``Lead inspector: …``, whose title may be below it."""
    head = _LEAD.match(line)
    if head is None:
        return None
    below = after if _TITLE.fullmatch(after.strip(" .,")) else ""
    return _named(f"{line[head.end() :]} {below}")


def _names(sentence: str) -> tuple[tuple[str, ...], Sureness] | None:
    head = _VERB.match(sentence)
    return _named(sentence[head.end() :]) if head else None


def _named(words_after: str) -> tuple[tuple[str, ...], Sureness] | None:
    rest = _TITLE.sub("|", words_after).strip(" .")
    chunks = [chunk for chunk in (piece.strip(" .,") for piece in _PARTING.split(rest)) if chunk]
    count = next((_NUMBERS[found[1].lower()] for c in chunks if (found := _COUNT.fullmatch(c))), 0)
    words = [chunk for chunk in chunks if not _COUNT.fullmatch(chunk)]
    names = tuple(chunk for chunk in words if _is_name(chunk))
    if not names or words[0] != names[0]:
        return None
    whole = len(names) == len(words) and count in (0, len(names)) and len(set(names)) == len(names)
    return names, Sureness.SURE if whole else Sureness.LIKELY


def _is_name(chunk: str) -> bool:
    return bool(_NAME.fullmatch(chunk)) and not _NOT_NAMES.search(chunk)
