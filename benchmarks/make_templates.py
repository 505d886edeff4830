"""Makes the Word templates of the peers and of ReportDesk: one look, each with its own tags."""

from __future__ import annotations

import copy
import io
import random
import struct
import sys
import zlib
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

sys.path.insert(0, str(Path(__file__).parent / "peers"))
from common import CONTACTS, DETAILS, STEPS

OURS = "benchmark"
_NUMBERED = (("Heading1", "%1."), ("NumberedPara", "%1.%2"))
_LEVEL = (
    '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:pStyle w:val="{style}"/>'
    '<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
)


def make_templates(folder: Path) -> None:
    """Write base.docx, docxtpl.docx and the folder of ReportDesk's template."""
    base = _base()
    base.save(str(folder / "base.docx"))
    _body(copy.deepcopy(base), _Docxtpl(), folder / "docxtpl.docx")
    ours = folder / OURS
    ours.mkdir()
    _body(copy.deepcopy(base), _ReportDesk(), ours / "report.docx")
    (ours / "template.yaml").write_text(_our_fields(), "utf-8")


class _ReportDesk:
    """Rich text is one answer of several paragraphs; a loop tag takes its paragraph or row."""

    def value(self, name: str) -> str:
        return f"{{{{ {name.replace('.', '_')} }}}}"

    def rich_list(self, document: Any, name: str, style: str) -> None:
        _paragraph(document, f"{{{{ {name} }}}}", style)

    def advice(self, document: Any) -> None:
        _paragraph(document, "{% for r in advice %}")
        _paragraph(document, "{{ r.text }}", "Numbered Para")
        _paragraph(document, "{% endfor %}")

    def findings(self, document: Any) -> None:
        _paragraph(document, "{% for f in points %}")
        _paragraph(document, "{{ f.code }} {{ f.heading }}", "Heading 2")
        self.rich_list(document, "f.paragraphs", "Numbered Para")
        _quotation(document)
        self.rich_list(document, "f.bullets", "List Bullet")
        _paragraph(document, "{% endfor %}")

    def year(self, at: int) -> str:
        return f"{{{{ years[{at}].name }}}}"

    def loop(self, name: str) -> tuple[str, str]:
        return f"{{% for x in {name} %}}", "{% endfor %}"


class _Docxtpl:
    """Its prefixes p, tr and r, and a loop for each list of paragraphs."""

    def value(self, name: str) -> str:
        return f"{{{{ {name} }}}}"

    def rich_list(self, document: Any, name: str, style: str) -> None:
        _paragraph(document, f"{{%p for item in {name} %}}")
        _paragraph(document, "{{r item }}", style)
        _paragraph(document, "{%p endfor %}")

    def advice(self, document: Any) -> None:
        self.rich_list(document, "advice", "Numbered Para")

    def findings(self, document: Any) -> None:
        _paragraph(document, "{%p for f in points %}")
        _paragraph(document, "{{ f.code }} {{ f.heading }}", "Heading 2")
        self.rich_list(document, "f.paragraphs", "Numbered Para")
        _quotation(document)
        self.rich_list(document, "f.bullets", "List Bullet")
        _paragraph(document, "{%p endfor %}")

    def year(self, at: int) -> str:
        return f"{{{{ years[{at}] }}}}"

    def loop(self, name: str) -> tuple[str, str]:
        return f"{{%tr for x in {name} %}}", "{%tr endfor %}"


_Tags = _ReportDesk | _Docxtpl


def _body(document: Any, tags: _Tags, path: Path) -> None:
    value = tags.value
    _paragraph(document, value("meta.title"), "Title")
    details = _table(document, 2)
    for label, key in DETAILS.items():
        cells = _row(details, [label, value(f"meta.{key}")])
        cells[0].paragraphs[0].runs[0].bold = True
    _paragraph(document, "Summary", "Heading 1")
    tags.rich_list(document, "overview", "Numbered Para")
    _paragraph(document, "Findings", "Heading 1")
    tags.findings(document)
    _paragraph(document, "Next steps", "Heading 1")
    _looped(document, tags, "steps", STEPS)
    _paragraph(document, "Recommendations", "Heading 1")
    tags.advice(document)
    _paragraph(document, "Financial summary", "Heading 1")
    years = {tags.year(at): f"y{at + 1}" for at in range(3)}
    _looped(document, tags, "amounts", {"Item": "label", **years}, right_from=1)
    _paragraph(document, "Contacts", "Heading 1")
    _looped(document, tags, "people", CONTACTS)
    document.save(str(path))


def _looped(
    document: Any, tags: _Tags, name: str, columns: dict[str, str], right_from: int = 99
) -> None:
    table = _table(document, len(columns))
    rest = [""] * (len(columns) - 1)
    begin, end = tags.loop(name)
    _row(table, list(columns), bold=True, right_from=right_from)
    _row(table, [begin, *rest])
    _row(table, [f"{{{{ x.{key} }}}}" for key in columns.values()], right_from=right_from)
    _row(table, [end, *rest])


def _paragraph(document: Any, text: str, style: str | None = None) -> None:
    document.add_paragraph(text, style=style)


def _quotation(document: Any) -> None:
    paragraph = document.add_paragraph(style="Quote")
    paragraph.add_run("{{ f.quote }}").italic = True
    paragraph.add_run(" ({{ f.quote_source }})").italic = False


def _table(document: Any, columns: int) -> Any:
    table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    return table


def _row(table: Any, texts: list[str], bold: bool = False, right_from: int = 99) -> Any:
    cells = table.add_row().cells
    for at, text in enumerate(texts):
        paragraph = cells[at].paragraphs[0]
        paragraph.add_run(text).bold = bold or None
        if at >= right_from:
            paragraph.alignment = 2
    return cells


def _base() -> Any:
    """An empty document in a council's look: numbered paragraphs, a logo, page numbers."""
    document = Document()
    body = document.element.body
    for element in [one for one in body if one.tag != qn("w:sectPr")]:
        body.remove(element)
    numbered = document.styles.add_style("Numbered Para", WD_STYLE_TYPE.PARAGRAPH)
    numbered.base_style = document.styles["Normal"]
    numbered.paragraph_format.space_after = Pt(6)
    _number(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(_logo()), width=Cm(4))
    header.add_run("\tExampleton Council\tInspection service")
    footer.add_run("Page ")
    _field(footer, "PAGE")
    return document


def _number(document: Any) -> None:
    levels = "".join(_LEVEL.format(at=at, style=s, text=t) for at, (s, t) in enumerate(_NUMBERED))
    numbering = document.part.numbering_part.element
    numbering.find(qn("w:num")).addprevious(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
    )
    used = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    numbering.append(parse_xml(used))
    for level, name in enumerate(("Heading 1", "Numbered Para")):
        properties = document.styles[name].element.get_or_add_pPr()
        properties._insert_numPr(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            )
        )


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def _logo(width: int = 360, height: int = 90) -> bytes:
    """A picture of some 25 KB that does not compress too well, as a real crest does not."""
    draw = random.Random(1)
    line = [at * 255 // width & 0xF8 for at in range(width)]
    rows = b"".join(b"\0" + bytes(one | draw.randrange(8) for one in line) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _our_fields() -> str:
    lines = "\n".join(f"      - {{id: {id}, label: {id}, kind: line}}" for id in _META)
    return f"""format: 1
id: {OURS}
title: Benchmark
council: Made-up council
version: 1
summary: The report of the benchmark.
body: scrutiny
documents:
  - {{id: report, title: Report, file: report.docx, file_name: Report}}
sections:
  - id: report
    title: Report
    fields:
{lines}
      - {{id: overview, label: Summary, kind: rich}}
{_rows_field("points", "code heading quote quote_source", "paragraphs bullets")}
{_rows_field("steps", " ".join(STEPS.values()))}
{_rows_field("advice", "", "text")}
{_rows_field("years", "name")}
{_rows_field("amounts", "label y1 y2 y3")}
{_rows_field("people", " ".join(CONTACTS.values()))}
"""


_META = ["meta_title", *(f"meta_{key}" for key in DETAILS.values())]


def _rows_field(id: str, lines: str, rich: str = "") -> str:
    kinds = [(name, "line") for name in lines.split()] + [(name, "rich") for name in rich.split()]
    inner = "\n".join(f"          {id}: {{label: {id}, kind: {kind}}}" for id, kind in kinds)
    return f"      - id: {id}\n        label: {id}\n        kind: rows\n        fields:\n{inner}"
