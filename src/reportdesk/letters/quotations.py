"""Verifies quotations: each is exact, altered in a way that is named, or not in the sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from reportdesk.core.quotation import Change, Match, Verdict, WordChange
from reportdesk.letters.index import Index, Keyed
from reportdesk.letters.normal import Word, key_of, plain_text, words_of

_ELLIPSIS = re.compile(r"\s*[\[(]\s*\.\s?\.\s?\.\s*[\])]\s*|\s*\.\s?\.\s?\.+\s*")
_INITIAL = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_BRACKET = re.compile(r"\s*\[[^\[\]]{1,80}\]\s*")
_INNER = re.compile(r"\w[-']\w|\d[.,]\d")
_EDGES = "\"' "
_TAIL = ".,;:"
_MAX_GAP = 3000
_TRIES = 2
_ENOUGH = 0.6
_ORDER = (
    Match.PUNCTUATION,
    Match.BRACKETED,
    Match.SHORTENED,
    Match.CHANGED,
)
Run = tuple[int, int, int]
_NOT_FOUND = Verdict(Match.NOT_FOUND)


def verify(quotation: str, sources: Sequence[Index]) -> Verdict:
    """Return how the quotation stands to the best matching source.

    Exact means the same words in the same order with the same case and punctuation;
    only typography (shape of marks and dashes, spaces, line ends) and a stop or comma
    at the quotation's very end may differ.
    """
    text = plain_text(quotation).strip(_EDGES)
    if not any(character.isalnum() for character in text):
        return _NOT_FOUND
    for source in sources:
        if found := _exact(text, source):
            return _verdict(Match.EXACT, source, *found)
    verdicts = [_altered_in(text, source) for source in sources]
    return min(verdicts, key=_rank, default=_NOT_FOUND)


def _rank(verdict: Verdict) -> int:
    return _ORDER.index(verdict.match) if verdict.match in _ORDER else len(_ORDER)


def _altered_in(text: str, source: Index) -> Verdict:
    pieces = _pieces(text)
    if pieces and (verdict := _altered(text, *pieces, source)):
        return verdict
    if found := _spelt(text, source):
        return _with_changes(_verdict(Match.PUNCTUATION, source, *found), text)
    return _changed(_without_marks(text), source)


def _verdict(match: Match, source: Index, start: int, end: int) -> Verdict:
    spans = source.spans(start, end)
    return Verdict(match, source.name, spans, source.wording(spans))


def _exact(text: str, source: Index, after: int = 0) -> tuple[int, int] | None:
    for words in dict.fromkeys((text, text.rstrip(_TAIL))):
        if found := _whole(words, source.text, after):
            return found
    return None


def _whole(words: str, text: str, after: int) -> tuple[int, int] | None:
    """Find the words where they neither start nor end within a word or number."""
    at = text.find(words, after) if words else -1
    while at >= 0:
        end = at + len(words)
        if not _cuts(text, at) and not _cuts(text, end):
            return at, end
        at = text.find(words, at + 1)
    return None


def _cuts(text: str, at: int) -> bool:
    """Whether a cut at this place parts a word, a compound or a number."""
    around = text[max(at - 2, 0) : at + 2]
    if at == 0 or at == len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    if before.isdigit() and after == "%":
        return True
    return bool(_INNER.search(around)) and (before.isalnum() or after.isalnum())


def _spelt(text: str, source: Index, after: int = 0) -> tuple[int, int] | None:
    """Find the same words whatever their case, punctuation and spelling, from a place on."""
    for keyed, parted in ((source.joined, False), (source.parted, True)):
        words = _words(text, parted and "-" in text)
        wanted = " ".join(word.key for word in words)
        found = keyed.find(wanted, _key_place(keyed, after)) if wanted else None
        if found:
            first, last = keyed.words[found[0]], keyed.words[found[1] - 1]
            return first.start, _with_stop(text, source, last.end)
    return None


def _with_stop(text: str, source: Index, end: int) -> int:
    """Take in the mark after the last word where the quotation ends with the same one."""
    mark = text[-1:]
    return end + (not mark.isalnum() and source.text[end : end + 1] == mark)


@lru_cache(maxsize=64)
def _words(text: str, parted: bool) -> tuple[Word, ...]:
    """The words of a quotation, which several steps ask for in turn."""
    return words_of(text, parted=parted)


def _key_place(keyed: Keyed, after: int) -> int:
    if not after:
        return 0
    for number, word in enumerate(keyed.words):
        if word.start >= after:
            return max(keyed.starts[number] - 1, 0)
    return len(keyed.keys)


def _pieces(text: str) -> tuple[list[str], bool] | None:
    """Return the stretches between ellipses and brackets, and whether there are brackets."""
    plain = _INITIAL.sub(r"\1", text)
    bracketed = plain != text or bool(_BRACKET.search(_ELLIPSIS.sub(" ", plain)))
    parts = [part for whole in _ELLIPSIS.split(plain) for part in _BRACKET.split(whole)]
    pieces = [part.strip(" ,;:") for part in parts if words_of(part)]
    if not pieces or not (bracketed or _ELLIPSIS.search(plain)):
        return None
    return pieces, bracketed


def _altered(text: str, pieces: list[str], bracketed: bool, source: Index) -> Verdict | None:
    """The pieces in their order, near each other: shortened, or with words in brackets."""
    match = Match.BRACKETED if bracketed else Match.SHORTENED
    after = 0
    for _ in range(20):
        start = _spelt(pieces[0], source, after)
        if start is None:
            return None
        ends = _chain(pieces[1:], start, source)
        if ends:
            verdict = _verdict(match, source, start[0], ends)
            return _with_changes(verdict, _without_marks(text))
        after = start[1]
    return None


def _chain(pieces: Sequence[str], start: tuple[int, int], source: Index) -> int:
    """Return where the last piece ends, each found after the one before; 0 if one is missing."""
    end = start[1]
    for piece in pieces:
        found = _spelt(piece, source, end)
        if found is None or found[0] - end > _MAX_GAP:
            return 0
        end = found[1]
    return end


def _without_marks(text: str) -> str:
    plain = _INITIAL.sub(r"\1", text)
    return " ".join(_ELLIPSIS.sub(" ", plain).replace("[", "").replace("]", "").split())


def _changed(text: str, source: Index) -> Verdict:
    """The nearest wording, if enough of the quotation's words stand there in order."""
    words = _words(text, False)
    best, best_share = _NOT_FOUND, _ENOUGH
    for diagonal in _diagonals(words, source):
        window = _window(words, diagonal, source)
        if window is None:
            continue
        start, end, share = window
        end = _with_stop(text, source, end)
        if share > best_share or (best is _NOT_FOUND and share >= best_share):
            best, best_share = _verdict(Match.CHANGED, source, start, end), share
    return _with_changes(best, text) if best is not _NOT_FOUND else best


def _diagonals(words: Sequence[Word], source: Index) -> list[int]:
    """Return where in the source the quotation would start, the places with most seeds first."""
    keys = [word.key for word in words]
    votes: Counter[int] = Counter()
    for at, seed in enumerate(zip(keys, keys[1:], keys[2:], strict=False)):
        votes.update(place - at for place in source.seeds.get(seed, ()))
    if not votes:
        for at, key in enumerate(keys):
            votes.update(place - at for place in source.rare.get(key, ()))
    return [place for place, _ in votes.most_common(_TRIES)]


def _window(words: Sequence[Word], diagonal: int, source: Index) -> tuple[int, int, float] | None:
    """Return the stretch of the flow that answers the words, and the share of words in both."""
    slack = max(6, len(words) // 2)
    first = max(diagonal - slack, 0)
    there = source.joined.words[first : diagonal + len(words) + slack]
    ours, theirs = [word.key for word in words], [word.key for word in there]
    ops = [op for op in Levenshtein.opcodes(ours, theirs) if op.tag == "equal"]
    runs = [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in ops]
    if not runs:
        return None
    low, high = _tightened(runs, ours, theirs)
    return there[low].start, there[high - 1].end, sum(run[2] for run in runs) / len(words)


def _tightened(runs: list[Run], ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """Return the stretch that the runs of same words take up, moved as near each other as can be.

    An alignment may put the first word of a quotation far ahead, where it stands too, at no
    more cost than the one beside its neighbours; the longest run stays, the others come to it.
    """
    longest = max(range(len(runs)), key=lambda at: runs[at][2])
    low = runs[longest][1]
    for source, there, length in reversed(runs[:longest]):
        wanted = ours[source : source + length]
        places = range(low - length, there - 1, -1)
        low = next(at for at in places if theirs[at : at + length] == wanted)
    high = runs[longest][1] + runs[longest][2]
    for source, there, length in runs[longest + 1 :]:
        wanted = ours[source : source + length]
        places = range(high, there + 1)
        high = next(at for at in places if theirs[at : at + length] == wanted) + length
    unmatched = len(ours) - runs[-1][0] - runs[-1][2]
    return max(low - runs[0][0], 0), min(high + unmatched, len(theirs))


def _with_changes(verdict: Verdict, text: str) -> Verdict:
    return replace(verdict, changes=tuple(word_changes(text, verdict.wording)))


def word_changes(quotation: str, wording: str) -> Iterator[WordChange]:
    """Yield the quotation against the letter's wording, in stretches of words."""
    ours, theirs = quotation.split(), wording.split()
    ops = Levenshtein.opcodes([_shown(word) for word in ours], [_shown(word) for word in theirs])
    for same, stretch in groupby(ops, lambda op: op.tag == "equal"):
        run = list(stretch)
        here = " ".join(ours[run[0].src_start : run[-1].src_end])
        there = " ".join(theirs[run[0].dest_start : run[-1].dest_end])
        if same:
            yield WordChange(Change.SAME, there)
            continue
        if there:
            yield WordChange(Change.MISSING, there)
        if here:
            yield WordChange(Change.ADDED, here)


def _shown(word: str) -> str:
    """A word as a diff compares it: case and inner punctuation count, stops at its edges too."""
    return plain_text(word) if key_of(word) else ""
