"""Drafts of older formats, lifted by small pure steps that are never changed again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportdesk.core.reading import Raw

FORMAT = 1
_HEAD = ("template", "template_version", "answers")

Step = Callable[[Mapping[str, Raw]], dict[str, Raw]]


def lift(raw: Mapping[str, Raw], format: int) -> dict[str, Raw]:
    """Return the draft of that format as one of today's."""
    lifted = dict(raw)
    for number in range(format, FORMAT):
        lifted = _STEPS[number](lifted)
    return lifted


def _from_0(raw: Mapping[str, Raw]) -> dict[str, Raw]:
    """Format 0 did not name itself; its answers stood beside the template's id."""
    answers = raw.get("answers")
    if isinstance(answers, dict) or answers == "":
        return {"format": "1", **raw}
    head = {name: raw[name] for name in _HEAD[:2] if name in raw}
    rest = {name: value for name, value in raw.items() if name not in _HEAD[:2]}
    return {"format": "1", **head, "answers": rest}


_STEPS: Mapping[int, Step] = {0: _from_0}
