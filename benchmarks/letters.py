"""Reads every letter of a folder and prints what was recognised as a Markdown table.

    python benchmarks/letters.py FOLDER [--truth FILE.csv] [--names]

The truth is a CSV file with the columns file, date, authority, visit, inspectors, items:
dates as 2026-03-17, visit days as 2026-02-10/2026-02-11 (several periods parted by a space),
inspectors and items parted by `` | ``. What differs from it is listed below the table, and the
exit code is 1.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from reportdesk.core.errors import LetterError
from reportdesk.core.letter import Fact, Letter, SectionKind, SourceText, Sureness
from reportdesk.letters import index_of, read_letter, verify

_COLUMNS = (
    "Letter",
    "Date",
    "Authority",
    "Visit",
    "Inspectors",
    "Priority",
    "Improve",
    "Findings",
    "Sections",
    "Not sure",
    "ms",
)
_LETTERS = {
    SectionKind.OVERVIEW: "O",
    SectionKind.PRIORITY: "P",
    SectionKind.IMPROVEMENT: "W",
    SectionKind.FINDINGS: "F",
    SectionKind.NEXT_STEPS: "N",
    SectionKind.OTHER: "x",
}


def main() -> int:
    """Print the table; return 1 where a letter cannot be read or differs from the truth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--names", action="store_true", help="print the inspectors' names")
    options = parser.parse_args()
    truth = _truth(options.truth) if options.truth else {}
    print("| " + " | ".join(_COLUMNS) + " |")
    print("|" + "---|" * len(_COLUMNS))
    wrong: list[str] = []
    letters: list[Letter] = []
    files = sorted(path for path in options.folder.iterdir() if path.suffix in (".pdf", ".txt"))
    for path in files:
        began = time.perf_counter()
        try:
            letter = read_letter(path)
        except LetterError as error:
            wrong.append(str(error))
            continue
        letters.append(letter)
        took = (time.perf_counter() - began) * 1000
        print("| " + " | ".join((*_row(path, letter, names=options.names), f"{took:.0f}")) + " |")
        wrong += _differences(letter, truth.get(path.name))
    print(f"\n{len(letters)} of {len(files)} read; {_quotations(letters)}")
    print("\n".join(f"- {line}" for line in wrong))
    return 1 if wrong else 0


def _row(path: Path, letter: Letter, *, names: bool) -> tuple[str, ...]:
    sections = "".join(_LETTERS[section.kind] for section in letter.sections)
    return (
        path.stem,
        _said(letter.letter_date),
        _said(letter.authority),
        _visit(letter).replace("/", " to "),
        _people(letter, names=names),
        _count(letter, SectionKind.PRIORITY),
        _count(letter, SectionKind.IMPROVEMENT),
        _count(letter, SectionKind.FINDINGS),
        sections,
        _doubts(letter),
    )


def _people(letter: Letter, *, names: bool) -> str:
    people = letter.inspectors.value if letter.inspectors else ()
    return (", ".join(people) if names else str(len(people))) if people else "not stated"


def _said(fact: Fact[object] | None) -> str:
    return str(fact.value) if fact else "not stated"


def _visit(letter: Letter) -> str:
    periods = letter.visit.value.periods if letter.visit else ()
    return " ".join(f"{period.start}/{period.end}" for period in periods)


def _count(letter: Letter, kind: SectionKind) -> str:
    if letter.states_none(kind):
        return "none"
    held = any(section.kind is kind for section in letter.sections)
    return str(len(letter.items(kind))) if held else "–"


def _doubts(letter: Letter) -> str:
    facts = {
        "date": letter.letter_date,
        "authority": letter.authority,
        "visit": letter.visit,
        "inspectors": letter.inspectors,
        "addressee": letter.addressee,
    }
    doubts = [name for name, fact in facts.items() if fact and fact.sureness is not Sureness.SURE]
    unsure = sum(
        item.sureness is not Sureness.SURE for section in letter.sections for item in section.items
    )
    return ", ".join([*doubts, *([f"{unsure} paragraph ends"] if unsure else [])]) or "–"


def _truth(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def _differences(letter: Letter, truth: dict[str, str] | None) -> Iterator[str]:
    if truth is None:
        return
    items = [item.text for item in letter.items(SectionKind.IMPROVEMENT)]
    read = {
        "date": _said(letter.letter_date),
        "authority": _said(letter.authority),
        "visit": _visit(letter),
        "inspectors": " | ".join(letter.inspectors.value) if letter.inspectors else "",
        "items": " | ".join(items),
    }
    for name, value in read.items():
        if name in truth and truth[name] != value:
            yield f"{letter.source.name}: {name}: read {value!r}, should be {truth[name]!r}"


def _quotations(letters: list[Letter]) -> str:
    """Look up 500 stretches of the letters as one source, every fifth with two words changed."""
    if not letters:
        return "no quotations looked up"
    pages = tuple(page for letter in letters[:8] for page in letter.source.pages)
    index = index_of(SourceText("letters", pages))
    words = index.text.split()
    quotes: list[str] = []
    for number in range(500):
        start = number * 19 % (len(words) - 30)
        cut = words[start : start + 8 + number % 20]
        if number % 5 == 0:
            cut[1], cut[-2] = "zebra", "lion"
        quotes.append(" ".join(cut))
    began = time.perf_counter()
    found = Counter(verify(quote, [index]).match.value for quote in quotes)
    took = time.perf_counter() - began
    told = ", ".join(f"{count} {match}" for match, count in found.items())
    return f"500 quotations against {len(words):,} words in {took:.2f} s ({told})"


if __name__ == "__main__":
    sys.exit(main())
