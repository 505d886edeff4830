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
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from reportdesk.core.errors import LetterError
from reportdesk.core.fields import Value
from reportdesk.core.letter import Fact, Letter, SectionKind, SourceText, Sureness
from reportdesk.core.richtext import plain
from reportdesk.letters import index_of, read_letter, verify
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.sources import Sources

_TEMPLATE = "england-standard"
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
    times: list[float] = []
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
        times.append(took)
        print("| " + " | ".join((*_row(path, letter, names=options.names), f"{took:.0f}")) + " |")
        wrong += _differences(letter, truth.get(path.name))
    print("\n".join((f"\n{len(letters)} of {len(files)} read", *_speeds(letters, times))))
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


def _speeds(letters: list[Letter], milliseconds: list[float]) -> Iterator[str]:
    """Reading, looking up 500 quotations, and one more that changes while an officer types."""
    if not letters:
        return
    yield f"reading a letter: {_told(milliseconds)} (goal 1,000)"
    pages = tuple(page for letter in letters[:8] for page in letter.source.pages)
    source = SourceText("letters", pages)
    index = index_of(source)
    count = len(index.text.split())
    quotes = _some_quotations(index.text.split())
    began = time.perf_counter()
    found = Counter(verify(quote, [index]).match.value for quote in quotes)
    took = (time.perf_counter() - began) * 1000
    told = ", ".join(f"{count} {match}" for match, count in found.items())
    yield f"500 quotations against {count:,} words: {took:.0f} ms (goal 200; {told})"
    yield f"one changed quotation among them: {_told(_typing(source, quotes))} (goal 5)"


def _some_quotations(words: list[str]) -> list[str]:
    """500 stretches of the letters, every fifth with two words changed."""
    quotes: list[str] = []
    for number in range(500):
        start = number * 19 % (len(words) - 30)
        cut = words[start : start + 8 + number % 20]
        if number % 5 == 0:
            cut[1], cut[-2] = "zebra", "lion"
        quotes.append(" ".join(cut))
    return quotes


def _typing(source: SourceText, quotes: list[str]) -> Iterator[float]:
    """Milliseconds of a look at a draft of 500 quotations after a letter is typed in one."""
    sources, template = Sources((source,)), Desk(template_folders([])).new(_TEMPLATE).template
    rows = [_finding(number, quote) for number, quote in enumerate(quotes)]
    sources.look(template, {"findings": tuple(rows)})
    for number in range(0, 500, 10):
        words = quotes[number].split()
        words[len(words) // 2] += "x"
        rows[number] = _finding(number, " ".join(words))
        answers = {"findings": tuple(rows)}
        began = time.perf_counter()
        sources.look(template, answers)
        yield (time.perf_counter() - began) * 1000


def _finding(number: int, quote: str) -> dict[str, Value]:
    return {"id": f"f{number}", "text": plain(f"They found that \u201c{quote}\u201d.")}


def _told(times: Iterable[float]) -> str:
    taken = sorted(times)
    return f"{taken[len(taken) // 2]:.1f} ms, at most {taken[-1]:.1f} of {len(taken)}"


if __name__ == "__main__":
    sys.exit(main())
