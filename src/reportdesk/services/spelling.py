"""Spelling: the dictionary with the sector's, the council's and the officer's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from reportdesk.core.fields import Answers
from reportdesk.core.people import people_in
from reportdesk.core.spelling import Speller, Word, WordList, plain_word, words_in
from reportdesk.core.template import Template
from reportdesk.services.search import Match, Passage
from reportdesk.storage import atomic

_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from disk: the dictionary, and the words of all lists."""

    speller: Speller
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpellingFiles:
    """Where dictionary and lists lie.

    Attributes:
        lists: lists of words that ship or that a council keeps; one that is not there is empty.
        own: the officer's own list, which "Add to dictionary" writes.
    """

    dictionaries: Path
    lists: tuple[Path, ...]
    own: Path

    def load(self) -> Loaded:
        """Return dictionary and words; slow, for a worker. Raises OSError."""
        # Not before the window shows: spylls takes a tenth of a second to import.
        from reportdesk.spelling.dictionary import load_dictionary

        words = [word for path in (*self.lists, self.own) for word in _read(path)]
        return Loaded(load_dictionary(self.dictionaries), tuple(words))

    def add(self, word: str) -> None:
        """Write the word into the officer's own list; raises SaveError or OSError."""
        words = sorted({*_read(self.own), plain_word(word)}, key=str.casefold)
        self.own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.save(self.own, ("\n".join(words) + "\n").encode(), None, private=True)


def spelling_files(resources: Path, own: Path, councils: Sequence[Path] = ()) -> SpellingFiles:
    """Return the shipped dictionary and words, the council's lists, and the officer's own list."""
    sector = resources / "words" / "sector.txt"
    return SpellingFiles(resources / "dictionaries", (sector, *councils), own)


class Spelling:
    """Says which words of a text are not known; knows all words until it is loaded."""

    def __init__(self) -> None:
        self._speller: Speller | None = None
        self._listed: tuple[str, ...] = ()
        self._words = WordList()
        self._accepted: list[str] = []
        self._names = WordList()

    @property
    def ready(self) -> bool:
        """Whether a dictionary is at work."""
        return self._speller is not None

    def use(self, loaded: Loaded) -> None:
        """Work with what was loaded from now on, and with the words that were accepted."""
        self._speller = loaded.speller
        self._listed = loaded.words
        self._words = WordList((*loaded.words, *self._accepted))

    def accept(self, word: str) -> None:
        """Take the word as right from now on."""
        self._accepted.append(word)
        self._words.add(word)

    def know_names(self, template: Template, answers: Answers) -> bool:
        """Take the names of the council and of people as right; return whether any is new."""
        told = [str(answers.get("council_name") or "")]
        told += [person.name for person in people_in(template.fields(), answers)]
        names = [word.text for name in told for word in words_in(name)]
        news = any(name not in self._names for name in names)
        self._names = WordList(names)
        return news

    def flawed(self, passages: Iterable[Passage]) -> Iterator[Match]:
        """Yield the words that are not known with the passages that they stand in."""
        for passage in passages:
            for word in self.flaws(passage.text):
                yield Match(passage, word.start, word.end)

    def flaws(self, text: str) -> list[Word]:
        """Return the words of the text that are not known, in order."""
        if self._speller is None:
            return []
        known = self._speller.knows
        return [
            word
            for word in words_in(text)
            if not known(word.text)
            and word.text not in self._words
            and word.text not in self._names
        ]

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant; slow, for a worker."""
        if self._speller is None:
            return ()
        near = get_close_matches(plain_word(word), self._listed, 2, _NEAR)
        return tuple(dict.fromkeys((*near, *self._speller.suggestions(word))))


def _read(path: Path) -> list[str]:
    """Return the words of a list, one a line; remarks begin with ``#``."""
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
