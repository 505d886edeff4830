"""Normalises text for comparing: plain marks, whole ligatures, single spaces, word keys."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARKS = {
    "'": "\u2018\u2019\u201a\u201b\u0060\u00b4\u02bc\u2032",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "...": "\u2026",
    "": "\u00ad\u200b\u2060\ufeff",
}
_PLAIN = {mark: plain for plain, marks in _MARKS.items() for mark in marks}
_TABLE = str.maketrans(_PLAIN)
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W_]+(?:['\-][^\W_]+)*")
_SAME_WORD = (
    (re.compile(r"^focuss(?=ed$|es$|ing$)"), "focus"),
    (re.compile(r"(?<=[a-z]{3})iz(?=e$|es$|ed$|ing$|ation$|ations$)"), "is"),
    (re.compile(r"judgment"), "judgement"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a normalised text with its place in it.

    Attributes:
        key: the word without case, apostrophes, hyphens and variants of spelling.
    """

    key: str
    start: int
    end: int


def plain_text(text: str) -> str:
    """Return the text with plain marks and single spaces; case, words, punctuation stay."""
    text = text.translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_TABLE)
    return " ".join(text.split())


@lru_cache(maxsize=512)
def origins_of(text: str) -> tuple[int, ...]:
    """Return for each character of the text's normalised form where it comes from."""
    origins: list[int] = []
    spaced = True
    for at, character in enumerate(text):
        plain = plain_text(character)
        if not plain and not character.isspace():
            continue
        if plain or not spaced:
            origins.extend([at] * max(len(plain), 1))
        spaced = not plain
    return tuple(origins)


def words_of(text: str, *, parted: bool = False) -> tuple[Word, ...]:
    """Return the words of a normalised text; parted makes two words of a hyphenated one."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        if parted and "-" in match[0]:
            found.extend(_halves(match))
        else:
            found.append(Word(key_of(match[0]), match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=16384)
def key_of(word: str) -> str:
    """Return what two spellings of a word have in common."""
    key = word.casefold().replace("'", "").replace("-", "")
    for pattern, plain in _SAME_WORD:
        key = pattern.sub(plain, key)
    return key


def _halves(match: re.Match[str]) -> list[Word]:
    at = match.start()
    halves: list[Word] = []
    for half in match[0].split("-"):
        halves.append(Word(key_of(half), at, at + len(half)))
        at += len(half) + 1
    return halves
