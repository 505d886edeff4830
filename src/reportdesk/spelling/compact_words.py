"""The words of a dictionary in a third of the memory that spylls gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from spylls.hunspell.algo.capitalization import Type as CapType
from spylls.hunspell.data.dic import Dic


class CompactWord:
    """A word as spylls' own: our dictionaries give no data and no other spellings of it."""

    __slots__ = ("captype", "flags", "stem")
    alt_spellings: Sequence[str] = ()
    data: Mapping[str, Sequence[str]] = {}

    def __init__(self, stem: str, flags: frozenset[str], captype: CapType) -> None:
        self.stem, self.flags, self.captype = stem, flags, captype

    def __lt__(self, other: CompactWord) -> bool:
        return (self.stem, sorted(self.flags)) < (other.stem, sorted(other.flags))


class CompactWords(Dic):  # type: ignore[misc]  # spylls has no types
    """A list of words, found by their stems; a stem that is there once costs no list."""

    def __init__(self, words: Iterable[CompactWord], casing: Any) -> None:
        self.words = list(words)
        self.index: dict[str, tuple[CompactWord, ...] | CompactWord] = {}
        self.lowercase_index: dict[str, tuple[CompactWord, ...] | CompactWord] = {}
        for word in self.words:
            _put(self.index, word.stem, word)
            if word.captype != CapType.NO:
                for lower in casing.lower(word.stem):
                    _put(self.lowercase_index, lower, word)

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> Sequence[CompactWord]:
        found = (self.lowercase_index if ignorecase else self.index).get(stem, ())
        return found if isinstance(found, tuple) else (found,)


def read_words(lines: Iterable[str], rules: Any, context: Any) -> CompactWords:
    """Return the words of a dictionary's lines: first their count, then stems with their flags."""
    shared: dict[str, frozenset[str]] = {}
    words = []
    for line in islice(lines, 1, None):
        stem, _slash, flags = line.rstrip("\r\n").partition("/")
        if stem:
            known = shared.get(flags)
            if known is None:
                known = shared[flags] = frozenset(context.parse_flags(flags))
            words.append(CompactWord(stem, known, rules.casing.guess(stem)))
    return CompactWords(words, rules.casing)


def _put(
    index: dict[str, tuple[CompactWord, ...] | CompactWord], stem: str, word: CompactWord
) -> None:
    known = index.get(stem)
    if known is None:
        index[stem] = word
    else:
        index[stem] = (*known, word) if isinstance(known, tuple) else (known, word)
