"""The word lists: sorted, without doubles, and in the shape that their readme names."""

from __future__ import annotations

from pathlib import Path

import pytest

WORDS = Path(__file__).parents[2] / "resources" / "words"
LISTS = sorted(path.name for path in WORDS.glob("*.t*"))
TABLES = [name for name in LISTS if name.endswith(".tsv")]


def entries(name: str) -> list[str]:
    """Return the lines that are no remarks."""
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def sorting(line: str) -> tuple[str, ...]:
    """Return what lines are sorted by: each column whatever its case, then as it stands."""
    return (*line.casefold().split("\t"), line)


def test_the_readme_names_them_all():
    readme = (WORDS / "README.md").read_text(encoding="utf-8")
    assert [name for name in LISTS if name not in readme] == []
    assert len(LISTS) == 3


@pytest.mark.parametrize("name", LISTS)
def test_they_are_sorted_without_doubles(name):
    lines = entries(name)
    assert lines == sorted(set(lines), key=sorting)


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_is_empty_or_has_loose_spaces(name):
    cells = [cell for line in entries(name) for cell in line.split("\t")]
    assert [cell for cell in cells if not cell or cell != cell.strip()] == []


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_two_columns(name):
    assert {line.count("\t") for line in entries(name)} == {1}


def test_a_word_is_one_word():
    assert [word for word in entries("sector.txt") if " " in word or "\t" in word] == []


def test_plain_words_are_not_themselves_heavy():
    pairs = [line.split("\t") for line in entries("plain-english.tsv")]
    heavy = {pair[0] for pair in pairs}
    plain = {word.strip() for pair in pairs for word in pair[1].split(";")}
    assert heavy & plain == set()
