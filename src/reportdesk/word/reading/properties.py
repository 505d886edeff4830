"""Run and paragraph properties as the attributes of looks and layouts that they set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

from reportdesk.core.document import Alignment, Border, Borders
from reportdesk.word.reading.tree import VAL, colour, points, switched_on, w

Properties: TypeAlias = dict[str, object]

_HIGHLIGHTS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "black": "000000",
    "white": "FFFFFF",
}
_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
}
_SINGLE_LINE = 240
_EIGHTHS = 8.0


def alignment(element: Element) -> Alignment:
    """Return what a ``w:jc`` says."""
    return _ALIGNMENTS.get(element.get(VAL, ""), Alignment.LEFT)


def shading(element: Element) -> str:
    """Return the colour that a ``w:shd`` fills with, or empty."""
    return colour(element.get(w("fill")))


def borders(element: Element) -> Borders:
    """Return the lines of a ``w:pBdr``, ``w:tcBorders`` or ``w:tblBorders``."""
    lines = {child.tag: _border(child) for child in element}
    return Borders(
        lines.get(w("top")),
        lines.get(w("right")) or lines.get(w("end")),
        lines.get(w("bottom")),
        lines.get(w("left")) or lines.get(w("start")),
        lines.get(w("insideH")),
        lines.get(w("insideV")),
    )


def _border(element: Element) -> Border | None:
    kind = element.get(VAL, "nil")
    if kind in ("nil", "none"):
        return None
    eighths = element.get(w("sz"), "4")
    width = int(eighths) / _EIGHTHS if eighths.isdecimal() else 0.5
    return Border(kind, width, colour(element.get(w("color"))))


def _switch(name: str) -> Callable[[Element], Properties]:
    return lambda element: {name: switched_on(element)}


def _font(element: Element) -> Properties:
    theme = element.get(w("asciiTheme"))
    if theme:
        return {"font": f"+{'major' if theme.startswith('major') else 'minor'}"}
    name = element.get(w("ascii")) or element.get(w("hAnsi"))
    return {"font": name} if name else {}


def _size(element: Element) -> Properties:
    size = element.get(VAL, "")
    return {"size": int(size) / 2} if size.isdecimal() else {}


def _raised(element: Element) -> Properties:
    value = element.get(VAL, "")
    return {"superscript": value == "superscript", "subscript": value == "subscript"}


def _indent(element: Element) -> Properties:
    said: Properties = {}
    for name, other in (("left", "start"), ("right", "end")):
        value = element.get(w(name)) or element.get(w(other))
        if value:
            said[name] = points(value)
    hanging, first = element.get(w("hanging")), element.get(w("firstLine"))
    if hanging:
        said["first"] = -points(hanging)
    elif first:
        said["first"] = points(first)
    return said


def _spacing(element: Element) -> Properties:
    said: Properties = {}
    for name in ("before", "after"):
        value = element.get(w(name))
        if value:
            said[name] = points(value)
    line = element.get(w("line"), "")
    if line.isdecimal() and element.get(w("lineRule"), "auto") == "auto":
        said["line"] = int(line) / _SINGLE_LINE
    return said


_RUN: Mapping[str, Callable[[Element], Properties]] = {
    w("rFonts"): _font,
    w("sz"): _size,
    w("b"): _switch("bold"),
    w("i"): _switch("italic"),
    w("strike"): _switch("strike"),
    w("caps"): _switch("caps"),
    w("smallCaps"): _switch("small_caps"),
    w("vanish"): _switch("hidden"),
    w("u"): lambda element: {"underline": element.get(VAL, "single") != "none"},
    w("vertAlign"): _raised,
    w("color"): lambda element: {"colour": colour(element.get(VAL))},
    w("highlight"): lambda element: {"highlight": _HIGHLIGHTS.get(element.get(VAL, ""), "")},
    w("shd"): lambda element: {"highlight": shading(element)},
}
_PARAGRAPH: Mapping[str, Callable[[Element], Properties]] = {
    w("jc"): lambda element: {"alignment": alignment(element)},
    w("ind"): _indent,
    w("spacing"): _spacing,
    w("contextualSpacing"): _switch("contextual"),
    w("keepNext"): _switch("keep_with_next"),
    w("pageBreakBefore"): _switch("page_break"),
    w("pBdr"): lambda element: {"borders": borders(element)},
    w("shd"): lambda element: {"shading": shading(element)},
}


def run_properties(element: Element | None) -> Properties:
    """Return what a ``w:rPr`` sets of a look; also ``hidden``."""
    return _gathered(element, _RUN)


def paragraph_properties(element: Element | None) -> Properties:
    """Return what a ``w:pPr`` sets of a layout."""
    return _gathered(element, _PARAGRAPH)


def _gathered(
    element: Element | None, readers: Mapping[str, Callable[[Element], Properties]]
) -> Properties:
    said: Properties = {}
    for child in element if element is not None else ():
        reader = readers.get(child.tag)
        if reader:
            said.update(reader(child))
    return said
