"""Bold, italic, links, breaks and backslashes within one block, where they cannot be mistaken."""

from __future__ import annotations

import re

from reportdesk.core.quick_dataclasses import replace
from reportdesk.core.richtext import Run

_SPECIAL = re.compile(r"[\\*&\n]")
_STARS = re.compile(r"(\*+)")
# An address that ends where the link does, whoever reads it.
ADDRESS = r"(?:https?://|mailto:)[^\s()<>\\*\[\]]+"
_TOKEN = re.compile(
    r"\\(\n|[!-/:-@\[-`{-~])|(\*+)|&(nbsp|shy);|(\n)"
    rf"|(?<!!)\[([^\[\]\\*&<>!`^]+)\]\(({ADDRESS})\)"
)
_NAMED = {"nbsp": "\u00a0", "shy": "\u00ad"}
# Signs that markdown takes for punctuation; of others at a star's outer side we are not sure.
_SIGNS = frozenset("!\"#$%&'()+,-./:;<=>?@[]^`{|}~“”‘’–—…")
_LOOKS = {1: (False, True), 2: (True, False), 3: (True, True)}


class Unsure(Exception):
    """Only the whole dialect can tell what this is."""


def read_runs(source: str) -> list[Run]:
    """Return the runs, not yet in normal form; raises Unsure."""
    linked = "](" in source
    if not linked and not _SPECIAL.search(source):
        return [Run(source)]
    if not linked and "\\" not in source and "&" not in source:
        return _starred_runs(source.replace("\n", " "))
    runs: list[Run] = []
    open_stars: list[int] = []
    at = 0
    for token in _TOKEN.finditer(source):
        runs.append(_run(_literal(source, at, token.start()), open_stars))
        at = token.end()
        if token[2]:
            _turn(source[: token.start()], len(token[2]), source[token.end() :], open_stars)
        elif token[6]:
            text = token[5].replace("\n", " ")
            runs.append(replace(_run(text, open_stars), link=token[6]))
        else:
            runs.append(_run(_letter(token), open_stars))
    runs.append(_run(_literal(source, at, len(source)), open_stars))
    if open_stars:
        raise Unsure
    return runs


def _starred_runs(source: str) -> list[Run]:
    """Return the runs of a text whose only signs are stars."""
    runs: list[Run] = []
    open_stars: list[int] = []
    pieces = _STARS.split(source)
    for at in range(0, len(pieces), 2):
        if at:
            _turn(pieces[at - 2], len(pieces[at - 1]), pieces[at], open_stars)
        if pieces[at]:
            runs.append(_run(pieces[at], open_stars))
    if open_stars:
        raise Unsure
    return runs


def _literal(source: str, start: int, end: int) -> str:
    text = source[start:end]
    if (text.endswith("\\") and end == len(source)) or "](" in text:
        raise Unsure
    return text


def _letter(token: re.Match[str]) -> str:
    if token[3]:
        return _NAMED[token[3]]
    return " " if token[4] else token[1]


def _run(text: str, open_stars: list[int]) -> Run:
    if not open_stars:
        return Run(text)
    if len(open_stars) == 1:
        return Run(text, *_LOOKS[open_stars[0]])
    bold = any(_LOOKS[stars][0] for stars in open_stars)
    italic = any(_LOOKS[stars][1] for stars in open_stars)
    return Run(text, bold, italic)


def _turn(before: str, stars: int, after: str, open_stars: list[int]) -> None:
    """Open or close a look, where the letters around the stars leave no doubt."""
    left, right = before[-1:], after[:1]
    opens = _is_outside(left, right)
    closes = _is_outside(right, left)
    if opens == closes or stars not in _LOOKS:
        raise Unsure
    if opens:
        open_stars.append(stars)
    elif not open_stars or open_stars.pop() != stars:
        raise Unsure


def _is_outside(letter: str, other: str) -> bool:
    """Whether the letter surely is outside of a look whose first or last letter is the other."""
    if other in ("", " ", "\n"):
        return False
    if letter in ("", " ", "\n"):
        return True
    return letter in _SIGNS and other.isalnum()
