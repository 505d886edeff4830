"""The words of a dictionary in a tenth of the memory that spylls gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import Any

from spylls.hunspell import Dictionary
from spylls.hunspell.algo.capitalization import Type as CapType
from spylls.hunspell.algo.lookup import Lookup
from spylls.hunspell.algo.suggest import Suggest
from spylls.hunspell.data.dic import Dic

_SHELF = 3  # letters that the words of one shelf begin with
_EDGE = "\n"  # about each line of a shelf
_KEPT = 1024  # sets of flags


class CompactWord:
    """A word as spylls' own: our dictionaries give no data and no other spellings of it."""

    __slots__ = ("_guess", "flags", "stem")
    alt_spellings: Sequence[str] = ()
    data: Mapping[str, Sequence[str]] = {}

    def __init__(self, stem: str, flags: frozenset[str], guess: Callable[[str], CapType]) -> None:
        self.stem, self.flags, self._guess = stem, flags, guess

    @property
    def captype(self) -> CapType:
        """How it is written in capitals."""
        return self._guess(self.stem)

    def __lt__(self, other: CompactWord) -> bool:
        return (self.stem, sorted(self.flags)) < (other.stem, sorted(other.flags))


class Shelves:
    """Finds what stands behind a word; a shelf is one text with all that begins alike."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._shelves: dict[str, str] = {}
        for start, some in groupby(lines, lambda line: line[0][:_SHELF]):
            shelf = "\n".join(f"{key}/{rest}" for key, rest in some)
            self._shelves[start] = f"{self._shelves.get(start, _EDGE)}{shelf}\n"

    def find(self, key: str) -> Iterator[str]:
        """Yield what stands behind the key, for each time that it is there."""
        shelf, sought = self._shelves.get(key[:_SHELF], _EDGE), f"\n{key}/"
        at = shelf.find(sought)
        while at >= 0:
            start = at + len(sought)
            yield shelf[start : shelf.index("\n", start)]
            at = shelf.find(sought, start)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for shelf in self._shelves.values():
            for line in shelf[1:-1].split("\n"):
                key, _slash, rest = line.partition("/")
                yield key, rest


class CompactWords(Dic):  # type: ignore[misc]  # spylls has no types
    """A list of words that are made when they are asked for.

    Attributes:
        words: all of them, made anew for each walk.
    """

    def __init__(self, lines: Iterable[tuple[str, str]], rules: Any, context: Any) -> None:
        self._guess = rules.casing.guess
        self._flags = lru_cache(_KEPT)(lambda flags: frozenset(context.parse_flags(flags)))
        self._stems = Shelves(lines)
        self._lowered = Shelves(
            (lower, stem)
            for stem in dict.fromkeys(stem for stem, _flags in self._stems)
            if self._guess(stem) != CapType.NO
            for lower in rules.casing.lower(stem)
        )

    @property
    def words(self) -> Iterator[CompactWord]:
        return (self._word(stem, flags) for stem, flags in self._stems)

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> Sequence[CompactWord]:
        if not ignorecase:
            return [self._word(stem, flags) for flags in self._stems.find(stem)]
        return [word for found in self._lowered.find(stem) for word in self.homonyms(found)]

    def _word(self, stem: str, flags: str) -> CompactWord:
        return CompactWord(stem, self._flags(flags), self._guess)


class CompactDictionary(Dictionary):  # type: ignore[misc]  # spylls has no types
    """spylls' dictionary without its own list of the words that can be suggested."""

    def __init__(self, rules: Any, words: CompactWords) -> None:
        self.aff, self.dic = rules, words
        self.lookuper = Lookup(rules, words)
        self.suggester = _Suggest(rules, words, self.lookuper)


class _Suggest(Suggest):  # type: ignore[misc]  # spylls has no types
    def __init__(self, rules: Any, words: CompactWords, lookup: Lookup) -> None:
        self.aff, self.dic, self.lookup = rules, words, lookup

    @property
    def words_for_ngram(self) -> Iterator[CompactWord]:
        bad = {self.aff.FORBIDDENWORD, self.aff.NOSUGGEST, self.aff.ONLYINCOMPOUND}
        return (word for word in self.dic.words if not bad & word.flags)


def read_words(lines: Iterable[str], rules: Any, context: Any) -> CompactWords:
    """Return the words of a dictionary's lines: first their count, then stems with their flags."""
    parts = (line.rstrip("\r\n").partition("/") for line in islice(lines, 1, None))
    return CompactWords(((stem, flags) for stem, _slash, flags in parts if stem), rules, context)
