"""Which words of a text have a spelling to look at, and what a speller is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

_LETTER = r"(?:[^\W\d_]|[\u00ad\u0300-\u036f])"
_TOKEN = re.compile(
    # Addresses and whatever holds a digit have no spelling; the bounds keep long texts quick.
    r"(?P<skipped>(?:https?://|www\.)\S*|[^\s@]{1,64}@\S+|\w{0,40}\d[\w'’-]*)"
    rf"|(?P<word>{_LETTER}+(?:['’\-\u2010\u2011]{_LETTER}+)*)"
)
_AS_TYPED = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})
_LONGEST = 60


class Speller(Protocol):
    """Knows a language's words."""

    def knows(self, word: str) -> bool:
        """Return whether the word is spelt as it should be."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first; this may take a second."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        start: index of its first character; ``end`` is that after its last.
        text: the word as it stands there.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Index after its last character."""
        return self.start + len(self.text)


class WordList:
    """Words that are right besides the dictionary's: of the sector, the council, the officer."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words: set[str] = set()
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Take the word in; one in small letters is right with a capital too."""
        plain = plain_word(word)
        self._words.update((plain, plain.upper()))
        if plain.islower():
            self._words.add(plain[:1].upper() + plain[1:])

    def __contains__(self, word: str) -> bool:
        plain = plain_word(word)
        return plain in self._words or plain.removesuffix("'s") in self._words


def words_in(text: str) -> Iterator[Word]:
    """Yield the words that have a spelling: no addresses, numbers or abbreviations in capitals."""
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if word and len(word) <= _LONGEST and not _is_acronym(word):
            yield Word(found.start(), word)


def plain_word(word: str) -> str:
    """Return the word as dictionaries spell it: typewriter apostrophes, composed accents."""
    return unicodedata.normalize("NFC", word.translate(_AS_TYPED))


def like(word: str, suggestion: str) -> str:
    """Return the suggestion with the apostrophes that the word has."""
    return suggestion.replace("'", "’") if "’" in word else suggestion


def _is_acronym(word: str) -> bool:
    """Whether it is an abbreviation in capitals: SEND, EHCPs, LA's."""
    stem = plain_word(word).removesuffix("'s").removesuffix("s")
    return len(stem) > 1 and stem.isupper()
