"""A part of a Word file as a tree, with the names that readers look for."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from reportdesk.word.intake.names import R, W
from reportdesk.word.start_tags import damaged

VAL = f"{{{W}}}val"
RELATION = f"{{{R}}}id"
_OFF = frozenset({"0", "false", "off", "none"})
_TWENTIETHS = 20.0


def w(name: str) -> str:
    """Return the full name of a name of WordprocessingML."""
    return f"{{{W}}}{name}"


def parsed(xml: bytes) -> Element:
    """Return the root of a part; raises PackageError if it is damaged."""
    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise damaged(error) from error


def switched_on(element: Element) -> bool:
    """Return whether an element that is there turns its property on."""
    return element.get(VAL, "1") not in _OFF


def points(text: str | None) -> float:
    """Return a length in points from twentieths of one, or from ``12pt``, ``2.5cm``; else 0."""
    if not text:
        return 0.0
    factor = _UNITS.get(text[-2:])
    try:
        return float(text[:-2]) * factor if factor else float(text) / _TWENTIETHS
    except ValueError:
        return 0.0


def colour(text: str | None) -> str:
    """Return six hexadecimal digits, or empty for none and automatic."""
    if not text or len(text) != 6:
        return ""
    return text.upper()


_UNITS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pc": 12.0, "pi": 12.0}

Key = tuple[object, ...]


def key_of(element: Element | None) -> Key:
    """Return what an element says, to look up what was made of an equal one before."""
    if element is None:
        return ()
    return (element.tag, *element.items(), *map(key_of, element))
