"""Reads from title and first sentences what kind of letter it is, of which authority, and when."""

from __future__ import annotations

import re

from reportdesk.core.letter import Fact, LetterKind, Span, Sureness, VisitDates
from reportdesk.letters.blocks import Block
from reportdesk.letters.visits import date_expressions

_KINDS = (
    (LetterKind.JTAI, r"joint targeted area inspection|\bJTAI\b"),
    (LetterKind.SEND, r"area SEND\b|special educational needs and/?\s?or disabilities"),
    (LetterKind.MONITORING_VISIT, r"monitoring visit"),
    (LetterKind.FOCUSED_VISIT, r"focus+ed visit|assurance visit"),
    (
        LetterKind.SIF,
        r"inspection of services for children in need of help and protection",
    ),
    (LetterKind.ILACS, r"inspection of .{2,80}children.s (?:social care )?services"),
)
_SERVICES = re.compile(
    r"\s*,?\s*(?:local authority(?:[’']s)?|local area(?: partnership)?(?:[’']s)?)?\s*,?\s*"
    r"(?:\bchildren[’'`]?s[’']?\s+(?:social\s+care\s+)?(?:social\s+)?services?\b.*"
    r"|\bservices for children.*)?\s*\.?$",
    re.IGNORECASE,
)
_TITLE_NAME = re.compile(r"(?:visit|inspection)\s+(?:to|of|in)\s+(?:the\s+)?(.+)$", re.IGNORECASE)
_VISITED = re.compile(
    r"\b(?:visit|inspection)\s+(?:to|of)\s+(?:the\s+)?(.+?)\s+(?:on|between|from|over|during|that)\s",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:The\s+)?(?:(?:(?:London|Royal|Metropolitan)\s+)?Borough\s+of"
    r"|City\s+of(?!\s+London\b)|County\s+of|Council\s+of)\s+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"\s+(?:(?:County|City|District|Unitary|Metropolitan|London|Royal)\s+)*"
    r"(?:(?:Borough|City|MBC|MDC|BC|CC|Metropolitan District)\s*)?(?:Council|Authority)?$",
    re.IGNORECASE,
)
_TRUST = re.compile(
    r"\b(?:trust|first|company|together|achieving|futures?|partnership|council|limited|ltd)\b|,$",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"(?:\d\w*\s*(?:and|to|or|,|&|/|[-–—])?"
    r"|\b(?:weeks?|fortnight|month|days?) (?:of|beginning|commencing|ending)"
    r"|\b(?:since|after|before|until|by|following|published|dated)(?: the)?)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:\d|(?:and|to|or|,|&|/|[-–—])\s*(?:\d|on \d))", re.IGNORECASE)
_SHORT, _STANDARD = range(3, 8), range(10, 20)


def kind_of(
    title: str, opening: str, visit: VisitDates | None
) -> tuple[LetterKind, Sureness] | None:
    """Return the kind that title and first sentences name, None where they name none."""
    for text, sureness in ((title, Sureness.SURE), (opening, Sureness.LIKELY)):
        for kind, words in _KINDS:
            if text and re.search(words, text, re.IGNORECASE):
                exact = _ilacs(kind, visit)
                return exact, sureness if exact is kind else Sureness.LIKELY
    return None


def _ilacs(kind: LetterKind, visit: VisitDates | None) -> LetterKind:
    """Standard and short inspections are told apart by their days on site."""
    if kind is not LetterKind.ILACS or visit is None or len(visit.periods) > 1:
        return kind
    days = (visit.end - visit.start).days + 1
    if days in _SHORT:
        return LetterKind.ILACS_SHORT
    return LetterKind.ILACS_STANDARD if days in _STANDARD else kind


def authority(title: Block | None, opening: Block | None) -> Fact[str] | None:
    """Return the authority's short name; sure where title and first sentence agree."""
    named = _named(title, _TITLE_NAME)
    visited = _named(opening, _VISITED)
    if not named and not visited:
        return None
    agreed = bool(named and visited) and _key(named) == _key(visited)
    source = title if named else opening
    spans: tuple[Span, ...] = source.spans if source else ()
    value = named or visited
    sure = agreed and not _TRUST.search(value)
    return Fact(value, spans, Sureness.SURE if sure else Sureness.LIKELY)


def _named(block: Block | None, words: re.Pattern[str]) -> str:
    found = words.search(block.text) if block else None
    return short_name(found[1]) if found else ""


def short_name(name: str) -> str:
    """Return an authority's name without what every authority is called besides."""
    bare = _SERVICES.sub("", name.strip())
    bare = re.sub(r"[’']s?$", "", bare)
    without = _PREFIX.sub("", _SUFFIX.sub("", bare)).strip(" ,.")
    return re.sub(r"^the\s+", "", without) or bare


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name.replace("&", "and")).casefold().strip()


def visit_dates(opening: Block | None) -> Fact[VisitDates] | None:
    """Return the days that the first sentence gives for this visit; sure where it gives one set."""
    if opening is None:
        return None
    sentence = re.split(r"(?<=[a-z\d])(?<!\bSt)\.\s+(?=[A-Z])", opening.text, maxsplit=1)[0]
    found = list(date_expressions(sentence))
    if not found:
        return None
    (match, days), *others = found
    sure = not others and _plain(sentence[: match.start()], sentence[match.end() :])
    return Fact(days, opening.spans, Sureness.SURE if sure else Sureness.UNSURE)


def _plain(before: str, after: str) -> bool:
    """Whether nothing beside the dates says that they are more, or less, than these days."""
    return not _BEGUN.search(before) and not _GOES_ON.match(after)
