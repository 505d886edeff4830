"""Dictionary and lists together, and words that officers add."""

import sys
from pathlib import Path

import pytest

from reportdesk.services.spelling import Loaded, Spelling, SpellingFiles

RESOURCES = Path(__file__).parents[2] / "resources"


class Knows:
    """A speller of two words."""

    def knows(self, word):
        return word in ("good", "words")

    def suggestions(self, word):
        return ("words",)


@pytest.fixture
def files(tmp_path):
    lists = (RESOURCES / "words" / "sector.txt", tmp_path / "council.txt")
    return SpellingFiles(RESOURCES / "dictionaries", lists, tmp_path / "mine" / "words.txt")


def flaws(spelling, text):
    return [word.text for word in spelling.flaws(text)]


def test_before_it_is_loaded_every_word_is_right():
    assert flaws(Spelling(), "xqz") == []


def test_words_of_neither_dictionary_nor_list_are_flaws():
    spelling = Spelling()
    spelling.use(Loaded(Knows(), ("coproduction",)))
    assert flaws(spelling, "good wrods, coproduction") == ["wrods"]


def test_a_listed_word_is_suggested_first():
    spelling = Spelling()
    spelling.use(Loaded(Knows(), ("coproduction",)))
    assert spelling.suggestions("coprodution") == ("coproduction", "words")


def test_an_accepted_word_is_right_from_now_on():
    spelling = Spelling()
    spelling.use(Loaded(Knows(), ()))
    spelling.accept("wrods")
    assert flaws(spelling, "wrods") == []


def test_an_added_word_is_there_after_the_next_start(files):
    files.add("Zorbly")
    files.add("abbrevo")
    assert files.load().words[-2:] == ("abbrevo", "Zorbly")


@pytest.mark.skipif(sys.platform == "win32", reason="the modes of files say nothing there")
def test_the_own_list_is_private(files):
    files.add("Zorbly")
    assert files.own.stat().st_mode & 0o077 == 0


def test_the_councils_words_count(files, tmp_path):
    (tmp_path / "council.txt").write_text("# ours\nExampleshire\n", "utf-8")
    assert "Exampleshire" in files.load().words
