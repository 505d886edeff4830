"""Makes small Word files out of XML, part by part."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
KINDS = {
    "styles": ("word/styles.xml", f"{_WORD}.styles+xml"),
    "settings": ("word/settings.xml", f"{_WORD}.settings+xml"),
    "header": ("word/header1.xml", f"{_WORD}.header+xml"),
    "footer": ("word/footer1.xml", f"{_WORD}.footer+xml"),
    "footnotes": ("word/footnotes.xml", f"{_WORD}.footnotes+xml"),
    "endnotes": ("word/endnotes.xml", f"{_WORD}.endnotes+xml"),
    "comments": ("word/comments.xml", f"{_WORD}.comments+xml"),
    "numbering": ("word/numbering.xml", f"{_WORD}.numbering+xml"),
}
STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/>'
    "</w:style></w:styles>"
)
SETTINGS = f'<w:settings {SPACES}><w:zoom w:percent="100"/></w:settings>'
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, properties: str = "") -> str:
    """A run; the text is XML already."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    """A paragraph of runs; what is not XML becomes a run."""
    runs = [text if text.startswith("<") else run(text) for text in inner]
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells; what is not XML becomes a paragraph."""
    made = ""
    for row in rows:
        cells = [cell if cell.startswith("<") else paragraph(cell) for cell in row]
        made += "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    grid = "<w:gridCol/>" * max(map(len, rows), default=1)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def document(body: str, section: str = _SECTION) -> str:
    """The main part around that body."""
    return f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>"


def word_parts(body: str = "<w:p/>", **parts: str) -> dict[str, bytes | str]:
    """The parts of a Word file; ``parts`` gives more by kind: ``header``, ``styles``."""
    given = {"styles": STYLES, "settings": SETTINGS, **parts}
    made: dict[str, bytes | str] = {"word/document.xml": document(body)}
    types = relations = ""
    for number, (kind, xml) in enumerate(given.items(), 1):
        name, content_type = KINDS[kind]
        made[name] = xml
        types += f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        relations += relationship(f"rId{number}", kind, name.removeprefix("word/"))
    made["word/_rels/document.xml.rels"] = relations_xml(relations)
    made["_rels/.rels"] = relations_xml(relationship("rId1", "officeDocument", "word/document.xml"))
    made["[Content_Types].xml"] = types_xml(types)
    return made


def types_xml(overrides: str = "", main: str = f"{_WORD}.document.main+xml") -> str:
    """The list of parts."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
    )


def relationship(id: str, kind: str, target: str, external: bool = False) -> str:
    """One relation; a kind with a slash is a whole type."""
    type = kind if "/" in kind else f"{OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'


def relations_xml(inner: str = "") -> str:
    """A part with relations."""
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def with_relation(
    parts: dict[str, bytes | str], kind: str, target: str, external: bool = False, of: str = ""
) -> dict[str, bytes | str]:
    """The parts with one relation more, of the main part unless another list is named."""
    name = of or "word/_rels/document.xml.rels"
    before = str(parts.get(name, relations_xml()))
    added = relationship(f"rIdMore{len(before)}", kind, target, external)
    return {**parts, name: before.replace("</Relationships>", f"{added}</Relationships>")}


def with_core(parts: dict[str, bytes | str], title: str) -> dict[str, bytes | str]:
    """The parts with core properties that give a title."""
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>A. Clerk</dc:creator></cp:coreProperties>"
    )
    type = "application/vnd.openxmlformats-package.core-properties+xml"
    override = f'<Override PartName="/docProps/core.xml" ContentType="{type}"/></Types>'
    types = str(parts["[Content_Types].xml"]).replace("</Types>", override)
    kind = f"{_RELATIONS}/metadata/core-properties"
    given = {**parts, "docProps/core.xml": core, "[Content_Types].xml": types}
    return with_relation(given, kind, "docProps/core.xml", of="_rels/.rels")


def packed(parts: dict[str, bytes | str], **options: int) -> bytes:
    """The parts as the bytes of a Word file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, **options) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return stream.getvalue()


def word_file(body: str = "<w:p/>", **parts: str) -> bytes:
    """A Word file with that body."""
    return packed(word_parts(body, **parts))
