"""British English by Hunspell's dictionary files, read by spylls."""

from __future__ import annotations

from functools import lru_cache
from io import StringIO
from pathlib import Path

from spylls.hunspell import Dictionary, readers
from spylls.hunspell.readers.file_reader import BaseReader

from reportdesk.core.i18n import _
from reportdesk.core.spelling import plain_word
from reportdesk.spelling.compact_words import CompactDictionary, read_words

_MOST = 7
_KEPT = 20_000


class HunspellSpeller:
    """A dictionary in memory; it is never changed, so that threads may share it."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.knows = lru_cache(_KEPT)(self._knows)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""
        found: list[str] = []
        for suggestion in self._dictionary.suggest(plain_word(word)):
            found.append(suggestion)
            if len(found) == _MOST:
                break
        return tuple(found)

    def _knows(self, word: str) -> bool:
        return bool(self._dictionary.lookup(plain_word(word)))


def load_dictionary(folder: Path, name: str = "en_GB") -> HunspellSpeller:
    """Return the dictionary of that name; this takes most of a second.

    Raises FileNotFoundError where its files are not there.
    """
    aff, dic = ((folder / name).with_suffix(ending) for ending in (".aff", ".dic"))
    if not (aff.is_file() and dic.is_file()):
        raise FileNotFoundError(_("there is no dictionary “{name}”").format(name=name))
    rules, context = readers.read_aff(_Lines(aff))
    with dic.open(encoding="utf-8") as lines:
        words = read_words(lines, rules, context)
    return HunspellSpeller(CompactDictionary(rules, words))


class _Lines(BaseReader):  # type: ignore[misc]  # spylls has no types
    """A file's lines from memory; spylls' own reader leaves its file open."""

    def __init__(self, path: Path) -> None:
        super().__init__(StringIO(path.read_text(encoding="utf-8")))

    def reset_encoding(self, _encoding: str) -> None:
        """The shipped files are UTF-8."""
