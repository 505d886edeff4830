"""Quotations say what their source says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportdesk.checks.walk import Piece, answers_in
from reportdesk.core.fields import Kind, Value
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quotation import Change, FoundQuote, Match, QuoteStyle, Verdict
from reportdesk.core.reading import Asked
from reportdesk.core.richtext import RichText

FindQuotes = Callable[[RichText], tuple[FoundQuote, ...]]

_ROWS = "quotations"  # rows of the letter's own words, wherever they stand
_SPOKEN = "spoken_quotations"  # said by a named person, so no letter holds them
_FEW_WORDS = 4  # fewer, and the marks show a term rather than a quotation


def quotations_in(piece: Piece, find: FindQuotes) -> Iterator[tuple[Asked, FoundQuote]]:
    """Yield each quotation of a piece of a draft with its field.

    ``find`` gives the quoted phrases of rich text; a row's own words are block 0, whole.
    """
    for asked, value in answers_in(piece):
        for quote in _quotations(asked, value, find):
            yield asked, quote


def problem_of(asked: Asked, quotation: str, verdict: Verdict) -> Problem | None:
    """Return what is to be told of a quotation in that field, None where it is in order."""
    if verdict.match not in _SAID:
        return None
    if verdict.match is Match.NOT_FOUND and len(quotation.split()) < _FEW_WORDS:
        return None
    code, severity, message, fix = _SAID[verdict.match]
    place = Place(field=asked.path, label=asked.label, page=_page(verdict))
    said = message.format(quotation=quotation, wording=verdict.wording, words=_words(verdict))
    return Problem(code, said, fix, place, severity)


def _quotations(asked: Asked, value: Value, find: FindQuotes) -> Iterator[FoundQuote]:
    if _SPOKEN in asked.path:
        return
    if isinstance(value, RichText):
        yield from find(value)
    elif asked.field.kind is Kind.LINE and _is_quotation_row(asked) and isinstance(value, str):
        yield FoundQuote(0, 0, len(value), value, QuoteStyle.BLOCK)


def _is_quotation_row(asked: Asked) -> bool:
    return asked.path[-1] == "text" and len(asked.path) > 2 and asked.path[-3] == _ROWS


def _page(verdict: Verdict) -> int:
    return verdict.spans[0].page if verdict.spans else 0


def _words(verdict: Verdict) -> str:
    """The words that differ: ``without “for children”, with “very”``."""
    missing = [change.words for change in verdict.changes if change.change is Change.MISSING]
    added = [change.words for change in verdict.changes if change.change is Change.ADDED]
    parts = [_("without “{words}”").format(words=words) for words in missing]
    parts += [_("with “{words}”").format(words=words) for words in added]
    return ", ".join(parts)


_SAID: Mapping[Match, tuple[str, Severity, str, str]] = {
    Match.CHANGED: (
        "quotation-changed",
        Severity.STOP,
        _(
            "the quotation “{quotation}” changes the letter’s words ({words}): "
            "the letter says “{wording}”"
        ),
        _("use the letter’s wording, or take the quotation marks away"),
    ),
    Match.PUNCTUATION: (
        "quotation-punctuation",
        Severity.WARN,
        _(
            "the quotation “{quotation}” differs from the letter in punctuation, case or spelling: "
            "the letter says “{wording}”"
        ),
        _("use the letter’s wording"),
    ),
    Match.NOT_FOUND: (
        "quotation-not-found",
        Severity.WARN,
        _("the quotation “{quotation}” is not in the letter"),
        _("correct it, name who said it, or take the quotation marks away"),
    ),
}
