"""Which words a speller is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.spelling import WordList, like, plain_word, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Inspectors came twice.", ["Inspectors", "came", "twice"]),
        ("the children’s and tenants' views", ["the", "children’s", "and", "tenants", "views"]),
        ("SEND, EHCPs and the LA's plan", ["and", "the", "plan"]),
        ("on 3rd of 2025/26, s47 and Q4", ["on", "of", "and"]),
        ("see https://example.org/recieve?x=1 now", ["see", "now"]),
        ("write to clark.kennt@example.org today", ["write", "to", "today"]),
        ("www.exampel.org", []),
        ("a well-being board", ["a", "well-being", "board"]),
        ("snake_case", ["snake", "case"]),
        ("“quoted”", ["quoted"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
    ],
)
def test_what_has_a_spelling(text, words):
    assert [word.text for word in words_in(text)] == words


@given(st.text("ab’'-@. 1Z\n\u00ad\u0301"))
def test_each_word_stands_where_it_says(text):
    assert all(text[word.start : word.end] == word.text for word in words_in(text))


def test_a_long_text_without_spaces_is_quick():
    assert sum(1 for _word in words_in("a." * 100_000)) == 100_000


@pytest.mark.parametrize(
    ("listed", "word", "known"),
    [
        ("coproduction", "Coproduction", True),
        ("coproduction", "COPRODUCTION", True),
        ("Cafcass", "cafcass", False),
        ("Cafcass", "Cafcass’s", True),
        ("Awaab’s", "Awaab's", True),
    ],
)
def test_a_listed_word_is_known_in_its_forms(listed, word, known):
    assert (word in WordList([listed])) is known


def test_words_are_looked_up_as_dictionaries_spell_them():
    assert plain_word("cafe\u0301’s co\u00adop non\u2011ex") == "café's coop non-ex"


@pytest.mark.parametrize(("word", "meant"), [("dont’", "don’t"), ("dont", "don't")])
def test_a_suggestion_has_the_apostrophe_of_the_word(word, meant):
    assert like(word, "don't") == meant
