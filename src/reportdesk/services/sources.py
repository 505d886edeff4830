"""The sources of a draft: the letters kept beside it, and quotations held against them."""

from __future__ import annotations

from pathlib import Path

from reportdesk.checks.quotations import quotation_check
from reportdesk.checks.runner import Check
from reportdesk.core.letter import SourceText
from reportdesk.core.quotation import Verdict
from reportdesk.letters import find_quotes, index_of, verify
from reportdesk.storage.sources import load_source


class Sources:
    """What the draft's quotations are looked up in."""

    def __init__(self, texts: tuple[SourceText, ...]) -> None:
        self.texts = texts
        self._indexes = tuple(index_of(text) for text in texts)

    def verify(self, quotation: str) -> Verdict:
        """Return how a quotation stands to the source that fits it best."""
        return verify(quotation, self._indexes)

    def check(self) -> Check:
        """Return the check of all quotations of a draft."""
        return quotation_check(self.verify, find_quotes)


def load_sources(draft: Path, paths: tuple[str, ...]) -> Sources:
    """Return the sources at those paths from the draft's folder; raises LetterError."""
    return Sources(tuple(load_source(draft, path) for path in paths))
