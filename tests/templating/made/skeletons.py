"""Builds skeletons from lines of text, and has a plain writer to fill them with."""

import re
from dataclasses import dataclass, field, replace
from html import escape
from xml.etree import ElementTree

from reportdesk.core.fields import Field, Kind
from reportdesk.core.places import Cell, Place
from reportdesk.core.richtext import BlockKind
from reportdesk.core.skeleton import Group, Node, Paragraph, Part, Role, Skeleton, Tag, Xml
from reportdesk.templating.compiler import compile_template
from reportdesk.templating.keeping import Kept

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = f'<w:document xmlns:w="{W}" xmlns:w14="urn:w14"><w:body>'
CLOSE = "</w:body></w:document>"
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_PREFIX = re.compile(r"(\{[{%])(tr|tc|p|r)\s")
BODY = "word/document.xml"


@dataclass
class P:
    """A paragraph; its parts are texts with tags, XML or nodes."""

    parts: tuple
    style: str = ""
    heading: int = 0
    open: str = "<w:p>"


@dataclass
class T:
    """A table of rows of cells; a cell is one block or a list of them."""

    rows: tuple
    header: int = 0


@dataclass
class Link:
    """A link around text with tags."""

    text: str


@dataclass
class Box:
    """A text box around blocks."""

    blocks: tuple


def p(*parts, **looks):
    return P(parts, **looks)


def table(*rows, header=0):
    return T(rows, header)


def skeleton(*blocks, file="report.docx"):
    place = Place(file, part="body")
    group = Group(Role.BLOCKS, OPEN, _blocks(blocks, place), CLOSE, place)
    return Skeleton(file, (Part(BODY, "body", (group,)),))


def _blocks(blocks, place):
    counted = iter(range(1, len(blocks) + 1))
    tables = iter(range(1, len(blocks) + 1))
    nodes = []
    for block in blocks:
        if isinstance(block, T):
            nodes.append(_table(block, replace(place, paragraph=0), next(tables)))
        elif isinstance(block, Xml):
            nodes.append(block)
        else:
            nodes.append(_paragraph(block, replace(place, paragraph=next(counted))))
    return tuple(nodes)


def _paragraph(block, place):
    block = P((block,)) if isinstance(block, str) else block
    nodes = tuple(node for part in block.parts for node in _inline(part, place))
    if not any(isinstance(node, (Tag, Group)) for node in nodes):
        xml = "".join(node.xml for node in nodes)
        return Xml(f"{block.open}{xml}</w:p>", "".join(node.text for node in nodes))
    return Paragraph(block.open, nodes, place, block.style, block.heading)


def _inline(part, place) -> tuple[Node, ...]:
    if isinstance(part, Link):
        inner = _inline(part.text, place)
        return (Group(Role.INLINE, "<w:hyperlink>", inner, "</w:hyperlink>", place),)
    if isinstance(part, Box):
        inner = _blocks(part.blocks, replace(place, part=place.part + ", text box"))
        box = Group(Role.BLOCKS, "<w:r><w:pict><w:txbxContent>", inner, _BOX_END, place)
        return (box,)
    if isinstance(part, Xml):
        return (part,)
    pieces = [piece for piece in _TAG.split(part) if piece]
    return tuple(_tag(piece, place) if _TAG.match(piece) else _text(piece) for piece in pieces)


_BOX_END = "</w:txbxContent></w:pict></w:r>"


def _text(text):
    return Xml(f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>', text)


def _tag(text, place):
    found = _PREFIX.match(text)
    source = _PREFIX.sub(r"\1 ", text) if found else text
    return Tag(source, replace(place, tag=text), found[2] if found else "", "<w:rPr/>")


def _table(block, place, number):
    rows = []
    for at, cells in enumerate(block.rows, 1):
        made = [
            _cell(cell, replace(place, cells=(*place.cells, Cell(number, at, nth))))
            for nth, cell in enumerate(cells, 1)
        ]
        looks = "<w:trPr><w:tblHeader/></w:trPr>" if at == block.header else ""
        rows.append(_group(Role.ROW, f"<w:tr>{looks}", made, "</w:tr>", place))
    return _group(Role.TABLE, "<w:tbl><w:tblPr/>", rows, "</w:tbl>", place)


def _cell(content, place):
    blocks = content if isinstance(content, list) else [content]
    return _group(Role.CELL, "<w:tc><w:tcPr/>", _blocks(blocks, place), "</w:tc>", place)


def _group(role, open, nodes, close, place):
    if all(isinstance(node, Xml) for node in nodes):
        xml = "".join(node.xml for node in nodes)
        return Xml(f"{open}{xml}{close}", "".join(node.text for node in nodes))
    return Group(role, open, tuple(nodes), close, place)


@dataclass
class PlainWriter:
    """A small ReportWriter: runs and paragraphs without looks; it counts the lists it began."""

    parts: list = field(default_factory=list)
    begun: int = 0
    written: int = 0

    def open_part(self, name):
        self.parts.append(name)

    def run(self, text, properties):
        self.written += 1
        inner = escape(text, quote=False).replace("\n", "</w:t><w:br/><w:t>")
        return f'<w:r>{properties}<w:t xml:space="preserve">{inner}</w:t></w:r>'

    def bare(self, text):
        return escape(text)

    def gap(self, text, properties):
        return f'<w:r><w:rPr><w:rStyle w:val="Gap"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'

    def inline(self, value, properties):
        return "<w:r><w:br/></w:r>".join(self.run(b.text, properties) for b in value.blocks)

    def blocks(self, value, paragraph, properties):
        return "".join(self._block(block, paragraph, properties) for block in value.blocks)

    def _block(self, block, paragraph, properties):
        looks = ""
        if block.kind is BlockKind.NUMBER:
            self.begun += block.restart
            looks = f'<w:pPr><w:numId w:val="{self.begun}"/></w:pPr>'
        return f"{paragraph.open}{looks}{self.run(block.text, properties)}</w:p>"

    def mark(self):
        return self.begun

    def since(self, mark):
        return self.begun - mark

    def replay(self, recorded):
        self.begun += recorded


def fill(made, fields, context, keep: Kept | None = None, writer=None) -> str:
    program = compile_template(made, fields)
    return body(program.fill(context, writer or PlainWriter(), keep))


def body(filled: dict[str, list[str]]) -> str:
    return "".join(filled[BODY])


def outline(xml: str) -> list:
    """Paragraphs as texts, tables as lists of rows of cells of blocks."""
    root = ElementTree.fromstring(xml)
    return _outline(root.find(f"{{{W}}}body"))


def _outline(element):
    made = []
    for child in element:
        name = child.tag.partition("}")[2]
        if name == "p":
            made.append(_said(child))
        elif name == "tbl":
            rows = child.findall(f"{{{W}}}tr")
            made.append([[_outline(cell) for cell in row.findall(f"{{{W}}}tc")] for row in rows])
    return made


def _said(element):
    words = {f"{{{W}}}br": "\n"}
    return "".join(words.get(node.tag, node.text or "") for node in element.iter())


def filled(blocks, fields, context) -> list:
    return outline(fill(skeleton(*blocks), fields, context))


def rows(id, label, *fields, **more):
    return Field(id, label, Kind.ROWS, fields=fields, **more)


def line(id, label="", **more):
    return Field(id, label or id.replace("_", " ").capitalize(), Kind.LINE, **more)


def of_kind(kind, id, label="", **more):
    return Field(id, label or id.replace("_", " ").capitalize(), kind, **more)
