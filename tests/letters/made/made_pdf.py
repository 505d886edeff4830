"""Writes small PDFs by hand: type in columns of one width, so that wrapping is exact."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
GLYPHS = "\u25fc\uf06e\uf0b7\u23af"


@dataclass(frozen=True)
class Ink:
    """One line of type at its place."""

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False


def pdf(pages: list[list[Ink]], *, extra: bytes = b"") -> bytes:
    """Return a PDF with that ink on its pages."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    objects[3] = _font("Courier", 80, 0)
    objects[4] = _font("Courier-Bold", 180, 262144)
    objects[5] = _glyph_font()
    kids = []
    for number, page in enumerate(pages):
        at = 10 + 2 * number
        kids.append(f"{at} 0 R")
        stream = zlib.compress("\n".join(_ink(ink) for ink in page).encode("latin-1"))
        objects[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {at + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>"
        ).encode()
        objects[at + 1] = (
            f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
            + stream
            + b"\nendstream"
        )
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[6] = _descriptor("Courier", 80, 0)
    objects[7] = _descriptor("Courier-Bold", 180, 262144)
    objects[8] = _cmap()
    return _file(objects, extra)


def _font(name: str, stem: int, flags: int) -> bytes:
    descriptor = 7 if "Bold" in name else 6
    widths = " ".join(["600"] * 224)
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding "
        f"/FirstChar 32 /LastChar 255 /Widths [{widths}] /FontDescriptor {descriptor} 0 R >>"
    ).encode()


def _descriptor(name: str, stem: int, flags: int) -> bytes:
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags + 33} /StemV {stem} "
        "/ItalicAngle 0 /Ascent 629 /Descent -157 /CapHeight 562 /FontBBox [-12 -237 650 811] >>"
    ).encode()


def _glyph_font() -> bytes:
    widths = " ".join(["600"] * 10)
    return (
        "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats /FirstChar 65 /LastChar 74 "
        f"/Widths [{widths}] /ToUnicode 8 0 R >>"
    ).encode()


def _cmap() -> bytes:
    rows = "\n".join(f"<{65 + at:02X}> <{ord(glyph):04X}>" for at, glyph in enumerate(GLYPHS))
    text = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /G def\n"
        "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(GLYPHS)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    ).encode()
    return f"<< /Length {len(text)} >>\nstream\n".encode() + text + b"\nendstream"


def _ink(ink: Ink) -> str:
    font = "/F2" if ink.bold else "/F1"
    text, glyph = ink.text, ""
    if text[:1] in GLYPHS and text:
        code = chr(65 + GLYPHS.index(text[0]))
        glyph = f"BT /F3 {ink.size} Tf {ink.x} {ink.y} Td ({code}) Tj ET\n"
        shift = ink.size * 0.6
        text, x = text[1:], ink.x + shift
    else:
        x = ink.x
    data = text.encode("cp1252", "replace").decode("latin-1")
    data = data.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"{glyph}BT {font} {ink.size} Tf {x} {ink.y} Td ({data}) Tj ET"


def _file(objects: dict[int, bytes], extra: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start, top = len(out), max(objects) + 1
    out += f"xref\n0 {top}\n0000000000 65535 f \n".encode()
    for number in range(1, top):
        kind = "00000 n" if number in places else "65535 f"
        out += f"{places.get(number, 0):010d} {kind} \n".encode()
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (top, extra)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
