"""How an element of pasted HTML looks: what its name and its style attribute say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from lxml.etree import _Element as Element

from reportdesk.core.addresses import is_linkable

_BOLD_FROM = 600
_UNSEEN = ("MsoCommentReference", "EOP")  # a remark's mark; the end of a paragraph in Word online
_NO_STYLE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look, and how their white space counts.

    Attributes:
        keeps_space: white space stands as it is written.
        symbols: the letters are pictures of a symbol font.
    """

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    keeps_space: bool = False
    symbols: bool = False


def style_of(element: Element) -> Mapping[str, str]:
    """Return the element's style as names and values, all in small letters."""
    written = element.get("style")
    return _parsed(written) if written else _NO_STYLE


def look_within(look: Look, element: Element) -> Look:
    """Return how letters look in the element, which stands among letters of that look."""
    address = (element.get("href") or "").strip() if element.tag == "a" else ""
    return _look_within(look, str(element.tag), address, element.get("style") or "")


def hidden(element: Element) -> bool:
    """Return whether readers do not see the element."""
    written = element.get("style")
    return (written is not None and _hidden(written)) or element.get("class", "") in _UNSEEN


@lru_cache(4096)
def _look_within(look: Look, tag: str, address: str, written: str) -> Look:
    changes: dict[str, bool | str] = dict(_NAMED.get(tag, {}))
    if is_linkable(address):
        changes["link"] = address
    style = _parsed(written)
    weight = style.get("font-weight", "")
    if weight:
        changes["bold"] = weight in ("bold", "bolder") or _number(weight) >= _BOLD_FROM
    if "font-style" in style:
        changes["italic"] = style["font-style"].startswith(("italic", "oblique"))
    if "vertical-align" in style:
        changes["superscript"] = style["vertical-align"].startswith("super")
    if "white-space" in style:
        changes["keeps_space"] = style["white-space"].startswith("pre")
    if "font-family" in style:
        changes["symbols"] = "wingdings" in style["font-family"]
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]  # names it has


@lru_cache(4096)
def _hidden(written: str) -> bool:
    style = _parsed(written)
    return (
        "none" in (style.get("display", ""), style.get("mso-element", ""))
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
    )


@lru_cache(4096)
def _parsed(written: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in written.lower().split(";"))
    return MappingProxyType({name.strip(): value.strip() for name, _colon, value in pairs})


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


_NAMED: Mapping[str, Mapping[str, bool]] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "sup": {"superscript": True},
    "sub": {"superscript": False},
    "pre": {"keeps_space": True},
    "textarea": {"keeps_space": True},
}
