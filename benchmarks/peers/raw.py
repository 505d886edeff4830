"""The yardstick: strings joined to document.xml, the template's other parts copied compressed."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from common import CONTACTS, DETAILS, STEPS, Model, Runs, main

_BODY = "word/document.xml"
_TEXT = '<w:t xml:space="preserve">'
_LOOKS = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>")
_RUN = [f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_TEXT}" for look in _LOOKS]
_NOT_ITALIC = f'<w:r><w:rPr><w:i w:val="0"/></w:rPr>{_TEXT}'
_END = "</w:t></w:r></w:p>"
_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"')
Part = tuple[bytes, int, int, int, bytes]


@dataclass(frozen=True, slots=True)
class Template:
    """The empty document around the body, its style ids by name, its other parts."""

    head: str
    tail: str
    ids: dict[str, str]
    parts: list[Part]


def read_template(templates: Path) -> Template:
    path = templates / "base.docx"
    with zipfile.ZipFile(path) as file:
        xml = file.read(_BODY).decode()
        styles = file.read("word/styles.xml").decode()
        listed = file.infolist()
    data = path.read_bytes()
    parts = [_part(data, one) for one in listed if one.filename != _BODY]
    at = xml.index("<w:sectPr")
    ids = {name: id for id, name in _STYLE.findall(styles)}
    return Template(xml[:at], xml[at:], ids, parts)


def make(model: Model, template: Template) -> bytes:
    body = "".join([template.head, *_document(model, template.ids), template.tail]).encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(body) + packer.flush()
    first, *rest = template.parts
    return _zip([first, (_BODY.encode(), zlib.crc32(body), len(body), 8, packed), *rest])


def _document(model: Model, ids: dict[str, str]) -> list[str]:
    out: list[str] = []
    add = out.append
    numbered, grid = ids["Numbered Para"], ids["Table Grid"]
    first, second = ids["heading 1"], ids["heading 2"]
    add(_paragraph(ids["Title"], [(model["meta"]["title"], 0)]))
    details = [[label, model["meta"][key]] for label, key in DETAILS.items()]
    _table(out, grid, details, bold_column=True)
    add(_paragraph(first, [("Summary", 0)]))
    out += [_paragraph(numbered, one) for one in model["overview"]]
    add(_paragraph(first, [("Findings", 0)]))
    for finding in model["points"]:
        add(_paragraph(second, [(f"{finding['code']} {finding['heading']}", 0)]))
        out += [_paragraph(numbered, one) for one in finding["paragraphs"]]
        add(f'<w:p><w:pPr><w:pStyle w:val="{ids["Quote"]}"/></w:pPr>{_RUN[2]}')
        add(_escaped(finding["quote"]))
        add(f"</w:t></w:r>{_NOT_ITALIC} ({_escaped(finding['quote_source'])}){_END}")
        out += [_paragraph(ids["List Bullet"], one) for one in finding["bullets"]]
    add(_paragraph(first, [("Next steps", 0)]))
    _table(out, grid, _rows(STEPS, model["steps"]))
    add(_paragraph(first, [("Recommendations", 0)]))
    out += [_paragraph(numbered, one) for one in model["advice"]]
    add(_paragraph(first, [("Financial summary", 0)]))
    money = [[row["label"], *row["values"]] for row in model["amounts"]]
    _table(out, grid, [["Item", *model["years"]], *money], right_from=1)
    add(_paragraph(first, [("Contacts", 0)]))
    _table(out, grid, _rows(CONTACTS, model["people"]))
    return out


def _rows(columns: dict[str, str], rows: list[Model]) -> list[list[str]]:
    return [list(columns), *([row[key] for key in columns.values()] for row in rows)]


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;") if "<" in text else text


def _paragraph(style: str, runs: Runs) -> str:
    inside = "".join([f"{_RUN[look]}{_escaped(text)}</w:t></w:r>" for text, look in runs])
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _table(
    out: list[str],
    style: str,
    rows: list[list[str]],
    right_from: int = 99,
    bold_column: bool = False,
) -> None:
    count = len(rows[0])
    width = 9300 // count
    head = '<w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:type="auto" w:w="0"/></w:tblPr>'
    columns = f'<w:gridCol w:w="{width}"/>' * count
    out.append(f"<w:tbl>{head.format(style)}<w:tblGrid>{columns}</w:tblGrid>")
    right = '<w:pPr><w:jc w:val="right"/></w:pPr>'
    cell = f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>'
    places = [cell + right * (at >= right_from) for at in range(count)]
    plain = [place + _RUN[bold_column and at == 0] for at, place in enumerate(places)]
    bold = [place + _RUN[1] for place in places]
    for number, row in enumerate(rows):
        starts = plain if number or bold_column else bold
        cells = [
            f"{start}{_escaped(text)}{_END}</w:tc>" for start, text in zip(starts, row, strict=True)
        ]
        out.append(f"<w:tr>{''.join(cells)}</w:tr>")
    out.append("</w:tbl>")


def _part(data: bytes, listed: zipfile.ZipInfo) -> Part:
    names, extra = struct.unpack_from("<HH", data, listed.header_offset + 26)
    at = listed.header_offset + 30 + names + extra
    packed = data[at : at + listed.compress_size]
    name = listed.filename.encode()
    return name, listed.CRC, listed.file_size, listed.compress_type, packed


def _zip(parts: list[Part]) -> bytes:
    out: list[bytes] = []
    central: list[bytes] = []
    at = 0
    for name, crc, size, method, packed in parts:
        about = (20, 0, method, 0, 33, crc, len(packed), size, len(name), 0)
        local = struct.pack("<4s5H3I2H", b"PK\3\4", *about)
        out += (local, name, packed)
        central.append(struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, *about, 0, 0, 0, 0, at) + name)
        at += len(local) + len(name) + len(packed)
    listing = b"".join(central)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), at, 0)
    return b"".join((*out, listing, end))


if __name__ == "__main__":
    main(make, read_template)
