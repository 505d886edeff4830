"""Makes letters that mean harm or are merely broken: each a name and the bytes of a file."""

from __future__ import annotations

import random
import zlib

from made_letters import made, pdf_of, text_of
from made_pdf import Ink, pdf

GOOD = pdf_of(made(1))
PLAIN = text_of(made(1))


def _objects(*bodies: bytes, root: str = "1 0 R") -> bytes:
    """A PDF of these numbered objects, with a right table of places."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(bodies) + 1} /Root {root} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _stream(data: bytes, rules: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), rules) + data + b"\nendstream"


def _with_content(data: bytes, rules: bytes = b"") -> bytes:
    return _objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        _stream(data, rules),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(
            b"/X Do /X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /X 6 0 R >> >>",
        ),
    )


def _flate(data: bytes) -> bytes:
    return _with_content(zlib.compress(data, 9), b"/Filter /FlateDecode")


def _twice(data: bytes) -> bytes:
    packed = zlib.compress(zlib.compress(data, 9), 9)
    return _with_content(packed, b"/Filter [/FlateDecode /FlateDecode]")


def _pages(count: int, *, text: str = "A page") -> bytes:
    return pdf([[Ink(text, 72, 700)] for _ in range(count)])


def _damaged(seed: int) -> bytes:
    luck, data = random.Random(seed), bytearray(GOOD)
    for _ in range(60):
        data[luck.randrange(len(data))] = luck.randrange(256)
    return bytes(data)


def _tree(depth: int) -> bytes:
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    for number in range(2, depth):
        bodies.append(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1))
    return _objects(*bodies)


def _words(count: int) -> bytes:
    return b"BT /F1 9 Tf 9 700 Td " + b"(word word word word) Tj 0 -9 Td " * count + b"ET"


def hostile_pdfs() -> dict[str, bytes]:
    """Return PDFs by name; the parent must live through each."""
    loop = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    return {
        "header only": b"%PDF-1.7\n",
        "no end": GOOD[: len(GOOD) // 2],
        "no start": GOOD[200:],
        "first kilobyte": GOOD[:1024],
        "late header": b" " * 900 + GOOD,
        "noise after header": b"%PDF-1.7\n" + random.Random(7).randbytes(40_000),
        "damaged 1": _damaged(1),
        "damaged 2": _damaged(2),
        "damaged 3": _damaged(3),
        "damaged 4": _damaged(4),
        "table lies": GOOD.replace(b"xref\n0 ", b"xref\n9 "),
        "start lies": GOOD.replace(b"startxref\n", b"startxref\n9"),
        "huge table": GOOD.replace(b"/Size ", b"/Size 99999999"),
        "locked": pdf(
            [[Ink("x", 72, 700)]],
            extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 "
            b"/P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
            b"/ID [<41> <41>]",
        ),
        "odd lock": pdf([[Ink("x", 72, 700)]], extra=b"/Encrypt << /Filter /Odd >>"),
        "no pages": _objects(b"<< /Type /Catalog >>"),
        "pages of themselves": _objects(b"<< /Type /Catalog /Pages 2 0 R >>", loop),
        "deep tree": _tree(3000),
        "count lies": GOOD.replace(b"/Count ", b"/Count 9999"),
        "301 pages": _pages(301),
        "2000 pages": _pages(2000),
        "no text": pdf([[]]),
        "spaces only": pdf([[Ink("   ", 72, 700)]]),
        "picture only": _with_content(b"q 500 0 0 500 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"),
        "form in itself": _with_content(b"/X Do"),
        "inflates to 200 MB": _flate(b" " * 200_000_000),
        "inflates twice": _twice(b" " * 50_000_000),
        "million operators": _flate(b"q Q " * 1_000_000),
        "deep brackets": _flate(b"[" * 500_000),
        "deep saves": _flate(b"q " * 500_000),
        "much text": _flate(_words(120_000)),
        "wrong filter": _with_content(b"abc", b"/Filter /FlateDecode"),
        "unknown filter": _with_content(b"abc", b"/Filter /Mystery"),
        "odd length": _with_content(b"BT /F1 9 Tf (x) Tj ET").replace(b"/Length 2", b"/Length 9"),
        "runs a script": pdf(
            [[Ink("x", 72, 700)]], extra=b"/OpenAction << /S /JavaScript /JS (while(1){}) >>"
        ),
        "zero bytes": b"%PDF-1.7\n" + bytes(100_000),
        "page of size 0": GOOD.replace(b"[0 0 595 842]", b"[0 0 000 000]"),
        "font without name": GOOD.replace(b"/BaseFont /Courier ", b"/BaseFont 12345678 "),
    }


def hostile_texts() -> dict[str, bytes]:
    """Return texts by name, some in disguise."""
    return {
        "empty": b"",
        "white space": b" \n\t \n",
        "zip": b"PK\x03\x04" + bytes(500),
        "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "RTF": b"{\\rtf1 Dear Alex}",
        "noise": random.Random(3).randbytes(50_000),
        "UTF-16": PLAIN.encode("utf-16"),
        "UTF-8 with mark": PLAIN.encode("utf-8-sig"),
        "Windows letters": PLAIN.encode("cp1252", "replace"),
        "too long": b"word " * 500_000,
        "one line": b"x" * 1_900_000,
        "a million short lines": b"a\n" * 900_000,
        "control characters": PLAIN.replace(" ", "\x07", 5).encode(),
        "surrogates": PLAIN.encode() + b"\xed\xa0\x80",
        "right to left": ("\u202e" + PLAIN + " \u05e9\u05dc\u05d5\u05dd").encode(),
        "bullets only": "\u25fc\n".encode() * 11_900,
        "all dates": b"1 January 2020\n" * 11_900,
        "all headings": b"Findings\n" * 11_900,
        "all greetings": b"Dear Alex\nYours sincerely\n" * 5_900,
        "numbers": b"\n".join(b"%d. x" % number for number in range(1, 11_900)),
    }
