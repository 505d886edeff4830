"""The sources of a draft: the letters kept beside it, and quotations held against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdesk.checks.memory import Memory
from reportdesk.checks.quotations import problem_of, quotations_in
from reportdesk.checks.runner import run_checks
from reportdesk.checks.walk import Piece
from reportdesk.core.fields import Answers
from reportdesk.core.letter import SourceText
from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.core.quotation import FoundQuote, Verdict
from reportdesk.core.template import Template
from reportdesk.letters import find_quotes, index_of, read_kept, verify
from reportdesk.services.letter_checks import letter_checks, older_check
from reportdesk.storage.sources import carry_source, load_source

_MOST_SEEN = 5_000  # verdicts kept, so that one changed quotation costs one look-up


@dataclass(frozen=True, slots=True)
class Concern:
    """A quotation that differs from its source.

    Attributes:
        path: the field that it stands in.
    """

    path: FieldPath
    quote: FoundQuote
    verdict: Verdict
    problem: Problem


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at one look: the quotations that differ, and every problem."""

    concerns: tuple[Concern, ...] = ()
    problems: tuple[Problem, ...] = ()


class Sources:
    """What the draft's quotations are looked up in."""

    def __init__(self, texts: tuple[SourceText, ...]) -> None:
        self.texts = texts
        letters = tuple(read_kept(text) for text in texts)
        self._indexes = tuple(index_of(letter) for letter in letters)
        self._others = (*letter_checks(letters), older_check(letters))
        self._seen: dict[str, Verdict] = {}
        self._concerns = Memory(self._concerns_in)

    def verify(self, quotation: str) -> Verdict:
        """Return how a quotation stands to the source that fits it best."""
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        if quotation not in self._seen:
            self._seen[quotation] = verify(quotation, self._indexes)
        return self._seen[quotation]

    def look(self, template: Template, answers: Answers) -> Found:
        """Return all that is wrong with the draft by its letters and its inspection's rules."""
        concerns = tuple(self._concerns.look(template, answers)) if self.texts else ()
        others = run_checks(self._others, template, answers)
        return Found(concerns, (*(one.problem for one in concerns), *others))

    def _concerns_in(self, piece: Piece) -> Iterator[Concern]:
        for asked, quote in quotations_in(piece, find_quotes):
            verdict = self.verify(quote.text)
            problem = problem_of(asked, quote.text, verdict)
            if problem is not None:
                yield Concern(asked.path, quote, verdict, problem)


def carry_sources(sources: Sources, draft: Path, paths: tuple[str, ...]) -> None:
    """Write the sources into the folder of a draft that was saved elsewhere; raises SaveError."""
    for text, path in zip(sources.texts, paths, strict=True):
        carry_source(text, draft, path)


def load_sources(draft: Path, paths: tuple[str, ...]) -> Sources:
    """Return the sources at those paths from the draft's folder; raises LetterError."""
    return Sources(tuple(load_source(draft, path) for path in paths))
