"""The shipped dictionary spells as British government style does."""

from pathlib import Path

import pytest

from reportdesk.spelling.dictionary import load_dictionary

FOLDER = Path(__file__).parents[2] / "resources" / "dictionaries"


@pytest.fixture(scope="module")
def speller():
    return load_dictionary(FOLDER)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("organisation", True),
        ("organization", False),
        ("colour", True),
        ("color", False),
        ("children’s", True),
        ("well-being", True),
        ("recieve", False),
        ("safegaurding", False),
    ],
)
def test_it_knows_british_words(speller, word, known):
    assert speller.knows(word) is known


def test_it_suggests_what_was_meant(speller):
    assert speller.suggestions("recieve")[0] == "receive"


def test_a_missing_dictionary_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="en_GB"):
        load_dictionary(tmp_path)
