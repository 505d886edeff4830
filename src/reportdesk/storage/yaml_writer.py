"""YAML out: small diffs, and the same texts in every reader, old and new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportdesk.core.reading import Raw

# Words that YAML 1.1 readers take for something else than text.
_NOT_TEXT = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none"}
)
_INDENT = "  "

# A text that may stand bare: it begins with a letter, an opening bracket or quotation mark, or £.
_BARE = re.compile(
    r"[^\W\d_][\w .,;()/£€%+=’‘“”–—…'?!&*@~^$-]*(?<!\s)$|[(£“‘][\w .,;()/£€%’‘“”–—…?!-]*(?<!\s)$"
)
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ENDS_WITH_SPACE = re.compile(r"[ \t](\n|$)")
_BLANK = re.compile(r"\n +(?=\n)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(mapping: Mapping[str, Raw]) -> str:
    """Return the mapping as YAML; ``read_yaml`` gives the same again.

    None is written as a name without an answer, which reads as an empty text.
    """
    return "".join(_mapping(mapping, ""))


def _mapping(mapping: Mapping[str, Raw], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        yield f"{indent}{_key(key)}:"
        yield from _value(value, indent)


def _sequence(items: Sequence[Raw], indent: str) -> Iterator[str]:
    inner = indent + _INDENT
    for item in items:
        yield f"{indent}-"
        if isinstance(item, dict) and item:
            # The row's first entry stands behind the dash.
            rows = _mapping(item, inner)
            yield " " + next(rows).lstrip(" ")
            yield from rows
        elif isinstance(item, list) and item:
            yield "\n"
            yield from _sequence(item, inner)
        else:
            yield from _value(item, indent)


def _value(value: Raw, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield _scalar(value, indent + _INDENT)
    elif value is None:
        yield "\n"
    elif not value:
        yield " {}\n" if isinstance(value, dict) else " []\n"
    elif isinstance(value, dict):
        yield "\n"
        yield from _mapping(value, indent + _INDENT)
    else:
        yield "\n"
        yield from _sequence(value, indent + _INDENT)


def _scalar(text: str, indent: str) -> str:
    if "\n" in text:
        return _block(text, indent) if _fits_block(text) else f" {_double(text)}\n"
    if _BARE.match(text) and text.isprintable() and text.lower() not in _NOT_TEXT:
        return f" {text}\n"
    return f" {_quoted(text)}\n"


def _key(text: str) -> str:
    if _KEY.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if text.isprintable() else _double(text)


def _fits_block(text: str) -> bool:
    """Whether every reader gives these lines back from a block: printable, no space at an end."""
    return (
        text[0] not in " \t\n"
        and not _ENDS_WITH_SPACE.search(text)
        and text.replace("\n", "").isprintable()
    )


def _block(text: str, indent: str) -> str:
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
    lines = _BLANK.sub("\n", body.replace("\n", "\n" + indent))
    return f" {sign}\n{indent}{lines}\n" + "\n" * (ends - 1 if ends else 0)


def _double(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
