"""Words in little memory are the words that spylls itself reads."""

import tracemalloc
from io import StringIO

import pytest
from spelling.test_dictionary import FOLDER
from spylls.hunspell import Dictionary, readers
from spylls.hunspell.readers.file_reader import BaseReader

from reportdesk.spelling.compact_words import CompactDictionary, read_words
from reportdesk.spelling.dictionary import HunspellSpeller

WORDS = """
    organisation ORGANISATION Organisation MCDONALD McDonald iphone IPHONE children childrens
    safeguarding SEND b B can't recieve towards ofsted Ofsted OFSTED 21st reorganise color
"""


class Lines(BaseReader):
    """A file's lines from memory; spylls' own reader leaves its file open."""

    def reset_encoding(self, _encoding):
        pass


@pytest.fixture(scope="module")
def both():
    aff, dic = (FOLDER / f"en_GB.{ending}" for ending in ("aff", "dic"))
    rules, context = readers.read_aff(Lines(StringIO(aff.read_text("utf-8"))))
    lines = Lines(StringIO(dic.read_text("utf-8")))
    theirs = readers.read_dic(lines, aff=rules, context=context)
    with dic.open(encoding="utf-8") as lines:
        return rules, read_words(lines, rules, context), theirs


def told(words):
    return [(word.stem, set(word.flags), word.captype, word.data) for word in words]


def test_the_words_are_the_same(both):
    _rules, ours, theirs = both
    assert told(ours.words) == told(theirs.words)
    assert not any(word.alt_spellings for word in theirs.words)


def test_they_are_found_by_the_same_stems(both):
    _rules, ours, theirs = both
    assert all(told(ours.homonyms(stem)) == told(found) for stem, found in theirs.index.items())
    assert not ours.homonyms("nosuchword")


@pytest.mark.parametrize("word", WORDS.split())
def test_what_is_known_and_suggested_is_the_same(both, word):
    rules, ours, theirs = both
    one = HunspellSpeller(CompactDictionary(rules, ours))
    other = HunspellSpeller(Dictionary(rules, theirs))
    assert one.knows(word) == other.knows(word)
    assert one.suggestions(word) == other.suggestions(word)


def test_they_take_little_memory(both):
    rules, ours, _theirs = both
    text = "".join(f"{word.stem}/{''.join(word.flags)}\n" for word in ours.words)
    tracemalloc.start()
    again = read_words(StringIO(f"count\n{text}"), rules, Letters())
    held, _most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(list(again.words)) == len(list(ours.words))
    assert held < 4 * len(text)


class Letters:
    """Where each letter is a flag."""

    parse_flags = staticmethod(frozenset)
