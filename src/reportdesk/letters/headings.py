"""Knows the headings of inspectorates' letters and reports, however they are spelt."""

from __future__ import annotations

import re
from functools import lru_cache

from reportdesk.core.letter import SectionKind
from reportdesk.letters.joining import clean

_TAIL = re.compile(r"[\s:?.]*\d{0,2}[\s:?.]*$")
_GRADED = re.compile(
    r"\s*:\s*(outstanding|good|requires improvement(?: to be good)?|inadequate)$", re.IGNORECASE
)
_KNOWN: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            SectionKind.OVERVIEW,
            r"overview|headline findings|summary of findings|executive summary|summary"
            r"|overall summary",
        ),
        (SectionKind.PRIORITY, r"(?:areas? for )?priority actions?"),
        (
            SectionKind.IMPROVEMENT,
            r"(?:what|areas?(?: that)?) needs? to (?:improve|be improved)"
            r"(?: in this area(?: of (?:social work )?practice)?)?"
            r"|areas? for improvement|recommendations"
            r"|what (?:does )?(?:the )?(?:local authority|council) needs? to (?:improve|do better)",
        ),
        (
            SectionKind.FINDINGS,
            r"(?:main |key |detailed )?findings(?: and (?:evaluation of )?progress)?"
            r"|evaluation of progress|areas of strength|strengths"
            r"|what (?:is|does) the (?:local )?area partnership"
            r" (?:doing that is effective|need to do better)",
        ),
        (SectionKind.NEXT_STEPS, r"next steps"),
        (
            SectionKind.OTHER,
            r"inspection outcome|information about the (?:local )?area partnership|contents"
            r"|what is it like to be a child or young person with (?:special educational needs"
            r" and/or disabilities(?: \(send\))?|send) in this area"
            r"|practice study(?: ?[:–-].{0,60})?|about this inspection"
            r"|areas? covered by (?:the|this) (?:monitoring |focused )?visit"
            r"|local area partnership details|information about this inspection|inspection details",
        ),
    )
)


@lru_cache(maxsize=512)
def heading_kind(text: str) -> SectionKind | None:
    """Return what a heading of that text opens, or None where it is not a known one."""
    bare = bare_heading(text)
    if _GRADED.search(bare):
        return SectionKind.FINDINGS
    return next((kind for kind, words in _KNOWN if words.fullmatch(bare)), None)


def bare_heading(text: str) -> str:
    """Return a heading's words without question mark, colon and footnote mark at the end."""
    return _TAIL.sub("", clean(text))


def is_known_heading(text: str) -> bool:
    """Return whether the whole text is a heading that letters are known to have."""
    return len(text) < 140 and heading_kind(text) is not None


def heading_grade(text: str) -> tuple[str, str] | None:
    """Return area and grade of a report's heading that repeats its grade, else None."""
    bare = bare_heading(text)
    found = _GRADED.search(bare)
    return (bare[: found.start()].strip(), found[1]) if found else None
