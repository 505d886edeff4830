"""Put a quotation right: the letter's own words in the place of those that differ."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.core.edits import Edit, SetAnswer, answer_at
from reportdesk.core.fields import Answers, Value
from reportdesk.core.quick_dataclasses import replace
from reportdesk.core.quotation import FoundQuote
from reportdesk.core.richtext import Block, RichText, Run, rich
from reportdesk.services.sources import Concern

_EDGE = 4  # words by which a wording may run over the quotation at either end
_MARKS = ".,;:!?()[]'\"“”‘’"


def use_wording(concern: Concern, answers: Answers) -> Edit | None:
    """Return the edit that puts the letter's wording in the quotation's place.

    None where the letter has no wording for it, or the text has changed since it was looked at.
    """
    wording = _fitted(concern.quote.text, " ".join(concern.verdict.wording.split()))
    value = answer_at(answers, concern.path) if wording else None
    if isinstance(value, str):
        return SetAnswer(concern.path, wording) if value == concern.quote.text else None
    return _in_rich(concern, value, wording)


def _fitted(quotation: str, wording: str) -> str:
    """The wording from the quotation's first word to its last, where these stand near its ends."""
    ours, keys, words = _keys(quotation), _keys(wording), wording.split()
    last = len(words)
    starts, ends = range(min(_EDGE + 1, last)), range(last, max(0, last - _EDGE - 1), -1)
    start = next((at for at in starts if ours[:1] == [keys[at]]), 0)
    end = next((at for at in ends if ours[-1:] == [keys[at - 1]]), last)
    if start >= end:
        return wording
    fitted = " ".join(words[start:end])
    return fitted.rstrip(",;:") if end < last and quotation[-1:].isalnum() else fitted


def _keys(text: str) -> list[str]:
    return [word.strip(_MARKS).casefold() for word in text.split()]


def _in_rich(concern: Concern, value: Value, wording: str) -> Edit | None:
    quote = concern.quote
    if not isinstance(value, RichText) or quote.block >= len(value.blocks):
        return None
    block = value.blocks[quote.block]
    if block.text[quote.start : quote.end] != quote.text:
        return None
    mended = replace(block, runs=tuple(_runs(block, quote, wording)))
    blocks = (*value.blocks[: quote.block], mended, *value.blocks[quote.block + 1 :])
    return SetAnswer(concern.path, rich(blocks))


def _runs(block: Block, quote: FoundQuote, wording: str) -> Iterator[Run]:
    """The block's runs; the wording has the looks of what it replaces."""
    at, placed = 0, False
    for run in block.runs:
        end = at + len(run.text)
        yield replace(run, text=run.text[: max(quote.start - at, 0)])
        if not placed and end > quote.start:
            yield replace(run, text=wording)
            placed = True
        yield replace(run, text=run.text[max(quote.end - at, 0) :] if end > quote.end else "")
        at = end
