"""YAML out: small diffs, and the same texts in every reader, old and new."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportdesk.core.reading import Raw

# Words that YAML 1.1 readers take for something else than text.
_NOT_TEXT = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none"}
)
_INDENT = "  "
_OPENING = ("(", "£", "“", "‘")

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ENDS_WITH_SPACE = re.compile(r"[ \t](\n|$)")
_BLANK = re.compile(r"\n +(?=\n)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(mapping: Mapping[str, Raw]) -> str:
    """Return the mapping as YAML; ``read_yaml`` gives the same again.

    None is written as a name without an answer, which reads as an empty text.
    """
    written: list[str] = []
    _write_mapping(mapping, "", written)
    return "".join(written)


def _write_mapping(mapping: Mapping[str, Raw], indent: str, written: list[str]) -> None:
    for key, value in mapping.items():
        name = key if _KEY.fullmatch(key) and key.lower() not in _NOT_TEXT else _quoted(key)
        if isinstance(value, str):
            written.append(f"{indent}{name}:{_scalar(value, indent)}")
        else:
            written.append(f"{indent}{name}:")
            _write_held(value, indent, written)


def _write_held(value: Raw, indent: str, written: list[str]) -> None:
    """Write what stands on the lines below a name or dash, or the sign that nothing does."""
    if value is None:
        written.append("\n")
    elif not value:
        written.append(" {}\n" if isinstance(value, dict) else " []\n")
    elif isinstance(value, dict):
        written.append("\n")
        _write_mapping(value, indent + _INDENT, written)
    elif isinstance(value, list):
        written.append("\n")
        _write_list(value, indent + _INDENT, written)


def _write_list(items: Sequence[Raw], indent: str, written: list[str]) -> None:
    for item in items:
        if isinstance(item, str):
            written.append(f"{indent}-{_scalar(item, indent)}")
        elif isinstance(item, dict) and item:
            # The row's first entry stands behind the dash.
            first = len(written)
            _write_mapping(item, indent + _INDENT, written)
            written[first] = f"{indent}- {written[first][len(indent) + 2 :]}"
        else:
            written.append(f"{indent}-")
            _write_held(item, indent, written)


def _scalar(text: str, indent: str) -> str:
    if "\n" in text:
        return _block(text, indent + _INDENT) if _fits_block(text) else f" {_double(text)}\n"
    return f" {text}\n" if _may_stand_bare(text) else f" {_quoted(text)}\n"


def _may_stand_bare(text: str) -> bool:
    """Whether every reader takes the text as it stands: it begins like a sentence."""
    return (
        (text[:1].isalpha() or text[:1] in _OPENING)
        and text[-1:] not in ": "
        and ": " not in text
        and " #" not in text
        and text.isprintable()
        and text.lower() not in _NOT_TEXT
    )


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
