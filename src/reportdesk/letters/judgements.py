"""Reads the judgements and grades of a report; a letter about a visit has none."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.core.letter import Judgement, Section
from reportdesk.letters.outline import Outline


def judgements_of(outline: Outline, sections: Sequence[Section]) -> tuple[Judgement, ...]:
    return ()
