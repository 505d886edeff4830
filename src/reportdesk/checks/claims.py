"""What the draft says of the letter, the letter says too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial

from reportdesk.checks.memory import Memory
from reportdesk.checks.runner import Check
from reportdesk.checks.walk import Piece, answers_in
from reportdesk.core.dates import DateRange, long_date, long_range
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.letter import Letter, SectionKind, Span, Sureness
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.richtext import RichText
from reportdesk.core.template import Template

_NONE = re.compile(
    r"\b(?:no|not (?:identify|find|make|raise|set|name) any|without(?: any)?)"
    r" (?:areas? (?:for|of|requiring) )?priority actions?\b",
    re.IGNORECASE,
)
# That the letter is silent is said of the letter, and is no claim of the inspectors.
_SILENT = re.compile(r"\bletter (?:itself )?(?:names|lists|states|mentions|contains|has|holds) $")
_QUOTED = re.compile('[“‘"][^”’"]*[”’"]')


def claims_check(letters: tuple[Letter, ...]) -> Check:
    """Return the check that holds dates, names and claims of a draft against its letters."""

    texts = [_flat(" ".join(one.source.pages)) for one in letters]
    claims = Memory(partial(_no_priority, letters))

    def check(template: Template, answers: Answers) -> Iterator[Problem]:
        if letters:
            yield from _dates(template, answers, letters)
            yield from _names(template, answers, letters, texts)
            yield from claims.look(template, answers)

    return check


def _dates(template: Template, answers: Answers, letters: tuple[Letter, ...]) -> Iterator[Problem]:
    stated = [one.visit for one in letters if one.visit and one.visit.sureness is Sureness.SURE]
    days = answers.get("inspection_dates")
    visits = [DateRange(one.value.start, one.value.end) for one in stated]
    if stated and isinstance(days, DateRange) and days not in visits:
        place = _place(template, ("inspection_dates",), stated[0].spans)
        yield _differs(long_range(days), long_range(visits[0]), place)
    sent = [one.letter_date for one in letters if one.letter_date]
    sure = [one for one in sent if one.sureness is Sureness.SURE]
    day = answers.get("letter_date")
    if sure and len(sure) == len(letters) and day and day not in [one.value for one in sure]:
        place = _place(template, ("letter_date",), sure[0].spans)
        yield _differs(long_date(day), long_date(sure[0].value), place)  # type: ignore[arg-type]  # a date by its field


def _names(
    template: Template, answers: Answers, letters: tuple[Letter, ...], texts: list[str]
) -> Iterator[Problem]:
    """A name is wrong where no letter holds it anywhere; readers may miss one, texts do not."""
    rows = answers.get("inspectors")
    for at, row in enumerate(rows if isinstance(rows, tuple) else ()):
        name = row.get("name") if isinstance(row, Mapping) else None
        if isinstance(name, str) and name.strip() and not any(_flat(name) in it for it in texts):
            yield _wrong_name(template, at, name, letters)


def _wrong_name(template: Template, at: int, name: str, letters: tuple[Letter, ...]) -> Problem:
    facts = [one.inspectors for one in letters if one.inspectors]
    known = {each: fact.spans for fact in facts for each in fact.value}
    nearest = get_close_matches(name, known, 1, 0.5)
    spans = known[nearest[0]] if nearest else facts[0].spans if facts else ()
    place = _place(template, ("inspectors", at, "name"), spans)
    if nearest:
        return _differs(name, nearest[0], place)
    message = _("the letter does not name “{name}”").format(name=name)
    fix = _("correct the name as it stands in the letter")
    return Problem("letter-name", message, fix, place, Severity.WARN)


def _no_priority(letters: tuple[Letter, ...], piece: Piece) -> Iterator[Problem]:
    if any(one.states_none(SectionKind.PRIORITY) for one in letters):
        return
    named = [item for one in letters for item in one.items(SectionKind.PRIORITY)]
    for asked, value in answers_in(piece):
        if isinstance(value, RichText) and (phrase := _claim(value.text, bool(named))):
            spans = named[0].spans if named else ()
            place = Place(field=asked.path, label=asked.label, page=_page(spans))
            yield _false_claim(phrase, len(named), place)


def _claim(text: str, there_are: bool) -> str:
    for found in _NONE.finditer(_QUOTED.sub("", text)):
        before = _QUOTED.sub("", text)[: found.start()]
        if there_are or not _SILENT.search(before):
            return found[0]
    return ""


def _false_claim(phrase: str, count: int, place: Place) -> Problem:
    if count:
        message = _("the text says “{phrase}”, but the letter names {count}")
        fix = _("correct the text, and list them")
        said = message.format(phrase=phrase, count=count)
        return Problem("claim-priority", said, fix, place, Severity.STOP)
    message = _("the text says “{phrase}”, which the letter does not say")
    fix = _("say that the letter names none, or leave it out")
    return Problem("claim-priority", message.format(phrase=phrase), fix, place, Severity.WARN)


def _differs(ours: str, theirs: str, place: Place) -> Problem:
    message = _("the draft says “{ours}”, the letter says “{theirs}”")
    fix = _("correct the draft, or say in the text why it differs")
    said = message.format(ours=ours, theirs=theirs)
    return Problem("letter-differs", said, fix, place, Severity.WARN)


def _place(template: Template, path: FieldPath, spans: tuple[Span, ...]) -> Place:
    field = template.field(str(path[0]))
    label = field.label if field else str(path[0])
    if len(path) > 1:
        label = _("{label}, row {number}").format(label=label, number=int(path[1]) + 1)
    return Place(field=path, label=label, page=_page(spans))


def _page(spans: tuple[Span, ...]) -> int:
    return spans[0].page if spans else 0


def _flat(text: str) -> str:
    """The letters alone, whatever the marks and line ends between them."""
    return re.sub(r"[\W_]+", " ", text.replace("’", "").replace("'", "")).casefold().strip()
