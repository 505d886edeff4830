"""The sources of a draft: the letters kept beside it, and quotations held against them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportdesk.checks.quotations import every_quotation, problem_of, quotation_check
from reportdesk.checks.runner import Check
from reportdesk.core.fields import Answers
from reportdesk.core.letter import SourceText
from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.core.quotation import FoundQuote, Verdict
from reportdesk.core.template import Template
from reportdesk.letters import find_quotes, index_of, verify
from reportdesk.storage.sources import load_source

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


class Sources:
    """What the draft's quotations are looked up in."""

    def __init__(self, texts: tuple[SourceText, ...]) -> None:
        self.texts = texts
        self._indexes = tuple(index_of(text) for text in texts)
        self._seen: dict[str, Verdict] = {}

    def verify(self, quotation: str) -> Verdict:
        """Return how a quotation stands to the source that fits it best."""
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        if quotation not in self._seen:
            self._seen[quotation] = verify(quotation, self._indexes)
        return self._seen[quotation]

    def concerns(self, template: Template, answers: Answers) -> tuple[Concern, ...]:
        """Return every quotation of the draft that differs from the sources."""
        return tuple(
            Concern(asked.path, quote, verdict, problem)
            for asked, quote in every_quotation(template, answers, find_quotes)
            if (verdict := self.verify(quote.text))
            and (problem := problem_of(asked, quote.text, verdict)) is not None
        )

    def check(self) -> Check:
        """Return the check of all quotations of a draft."""
        return quotation_check(self.verify, find_quotes)


def load_sources(draft: Path, paths: tuple[str, ...]) -> Sources:
    """Return the sources at those paths from the draft's folder; raises LetterError."""
    return Sources(tuple(load_source(draft, path) for path in paths))
