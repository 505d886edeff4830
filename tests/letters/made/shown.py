"""What of a letter's source no part of it holds."""

from __future__ import annotations

from reportdesk.core.letter import Letter


def uncovered(letter: Letter) -> str:
    """Return the characters that show and belong to no part."""
    left = [list(page) for page in letter.source.pages]
    for part in letter.parts:
        for span in part.spans:
            left[span.page - 1][span.start : span.end] = " " * (span.end - span.start)
    return "".join("".join(page) for page in left).replace("\n", "").replace(" ", "")
