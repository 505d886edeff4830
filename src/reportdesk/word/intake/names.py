"""Names in Word files: XML namespaces with the prefixes that we write, parts and elements."""

from __future__ import annotations

_OPEN = "http://schemas.openxmlformats.org/"
_MICROSOFT = "http://schemas.microsoft.com/office/"

W = _OPEN + "wordprocessingml/2006/main"
R = _OPEN + "officeDocument/2006/relationships"
MC = _OPEN + "markup-compatibility/2006"
WP = _OPEN + "drawingml/2006/wordprocessingDrawing"
CORE = _OPEN + "package/2006/metadata/core-properties"
APP = _OPEN + "officeDocument/2006/extended-properties"
DC = "http://purl.org/dc/elements/1.1/"
TYPES = _OPEN + "package/2006/content-types"
RELATIONS = _OPEN + "package/2006/relationships"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
XML = "http://www.w3.org/XML/1998/namespace"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"

PREFIXES = {
    W: "w",
    R: "r",
    MC: "mc",
    WP: "wp",
    CORE: "cp",
    DC: "dc",
    VML: "v",
    OFFICE: "o",
    XML: "xml",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "urn:schemas-microsoft-com:office:word": "w10",
    _OPEN + "drawingml/2006/main": "a",
    _OPEN + "drawingml/2006/picture": "pic",
    _OPEN + "officeDocument/2006/math": "m",
    _OPEN + "officeDocument/2006/docPropsVTypes": "vt",
    _MICROSOFT + "word/2010/wordml": "w14",
    _MICROSOFT + "word/2012/wordml": "w15",
    _MICROSOFT + "word/2010/wordprocessingShape": "wps",
    _MICROSOFT + "word/2010/wordprocessingGroup": "wpg",
    _MICROSOFT + "word/2010/wordprocessingCanvas": "wpc",
    _MICROSOFT + "word/2010/wordprocessingDrawing": "wp14",
}

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN_PART = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"

# Elements with a number or name of their own, which no other in the file may have.
_NUMBERED_WORDS = (
    "wp:docPr w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd"
    " w:commentReference w:footnoteReference w:endnoteReference v:shape v:shapetype v:rect"
    " v:roundrect v:oval v:line v:polyline v:curve v:arc v:group v:image"
)
NUMBERED = tuple(_NUMBERED_WORDS.split())


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relations of that part."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
