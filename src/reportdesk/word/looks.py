"""The looks of letters as run properties, in the order that the schema demands (CT_RPr)."""

from __future__ import annotations

import re
from itertools import product

_NAMES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
    " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDER = {name: at for at, name in enumerate(_NAMES.split())}
_CHILD = re.compile(r"<([\w:]+)(?:\s[^>]*?)?(?:/>|>.*?</\1>)", re.DOTALL)
_OUTER = re.compile(r"\A\s*<w:rPr\b[^>]*?>(.*)</w:rPr>\s*\Z", re.DOTALL)
_BOLD = "<w:b/>"
_ITALIC = "<w:i/>"
_SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'


def with_properties(properties: str, *added: str) -> str:
    """Return the ``w:rPr`` with more properties; those of the same name are replaced."""
    outer = _OUTER.match(properties)
    given = _CHILD.finditer((outer[1] if outer else "") + "".join(added))
    by_name = {found[1].removeprefix("w:"): found[0] for found in given}
    by_name.pop("rPrChange", None)
    names = sorted(by_name, key=lambda name: _ORDER.get(name, len(_ORDER)))
    inside = "".join(by_name[name] for name in names)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def eight_looks(properties: str) -> tuple[str, ...]:
    """Return the ``w:rPr`` for plain, bold, italic, both, and the same as superscript.

    The place is ``bold + 2 * italic + 4 * superscript``.
    """
    return tuple(
        with_properties(properties, _BOLD * bold, _ITALIC * italic, _SUPERSCRIPT * superscript)
        for superscript, italic, bold in product((0, 1), repeat=3)
    )
