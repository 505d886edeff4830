"""Drawings in a line: pictures with their words, and the text of text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from reportdesk.core.document import Picture
from reportdesk.word.intake.names import VML, WP, R
from reportdesk.word.reading.tree import points, w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EMBED, _ID = f"{{{R}}}embed", f"{{{R}}}id"
_BOX = w("txbxContent")
_EMU = 12700.0
_VML_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+(?:pt|in|cm|mm))")


def text_boxes(element: Element) -> Iterator[Element]:
    """Return the contents of the outermost text boxes in a drawing."""
    for child in element:
        if child.tag == _BOX:
            yield child
        else:
            yield from text_boxes(child)


def picture_of(drawing: Element, parts: Mapping[str, str]) -> Picture | None:
    """Return what a ``w:drawing`` or ``w:pict`` shows, or None for a mere text box.

    ``parts`` are the names of the related parts by relation id.
    """
    if next(text_boxes(drawing), None) is not None:
        return None
    return _drawn(drawing, parts) if drawing.tag == w("drawing") else _vml(drawing, parts)


def _drawn(drawing: Element, parts: Mapping[str, str]) -> Picture:
    blip = next(drawing.iter(f"{_DRAWING}blip"), None)
    about = next(drawing.iter(f"{{{WP}}}docPr"), None)
    extent = next(drawing.iter(f"{{{WP}}}extent"), None)
    width, height = (_length(extent, name) for name in ("cx", "cy"))
    marked = next(drawing.iter(_DECORATIVE), None)
    decorative = marked is not None and marked.get("val") in ("1", "true")
    part = parts.get(blip.get(_EMBED, ""), "") if blip is not None else ""
    words = (about.get("descr") or about.get("title") or "") if about is not None else ""
    return Picture(part, width, height, words, decorative)


def _vml(drawing: Element, parts: Mapping[str, str]) -> Picture | None:
    data = next(drawing.iter(f"{{{VML}}}imagedata"), None)
    if data is None:
        return None
    shape = next(drawing.iter(f"{{{VML}}}shape"), drawing)
    lengths = dict(_VML_LENGTH.findall(shape.get("style", "")))
    width, height = (points(lengths.get(name)) for name in ("width", "height"))
    return Picture(parts.get(data.get(_ID, ""), ""), width, height, shape.get("alt", ""))


def _length(extent: Element | None, name: str) -> float:
    value = extent.get(name, "") if extent is not None else ""
    return int(value) / _EMU if value.isdecimal() else 0.0
