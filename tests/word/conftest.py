"""Small parts of Word files that the tests of this room share."""

import io
import zipfile

import pytest

from reportdesk.word.document_reader import read_document
from reportdesk.word.house_style import HouseStyle
from reportdesk.word.numbering import read_numbering
from reportdesk.word.rich_writer import RichWriter
from reportdesk.word.styles import read_styles

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_LISTS = {
    "List Bullet": (1, 0),
    "List Bullet 2": (1, 1),
    "List Bullet 3": (1, 2),
    "List Number": (2, 0),
    "List Number 2": (3, 0),
    "List Number 3": (4, 0),
    "heading 1": (5, 0),
    "Numbered 2": (5, 1),
    "Numbered 3": (5, 2),
}
_OTHERS = ("Normal", "heading 2", "heading 3", "Quote", "List Paragraph", "Body Text")


def style_xml(name: str) -> str:
    """A style named as given, numbered if its name is a list's."""
    style_id = style_id_of(name)
    num, level = _LISTS.get(name, (0, 0))
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    paragraph = f"<w:pPr>{numbering}</w:pPr>" if num else ""
    default = ' w:default="1"' if name == "Normal" else ""
    base = '<w:basedOn w:val="Numbered2"/>' if name == "heading 2" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{base}{paragraph}</w:style>'
    )


def style_id_of(name: str) -> str:
    """The id that Word gives a style of that name."""
    return name.replace("heading", "Heading").replace(" ", "")


def styles_part(names) -> bytes:
    """A styles.xml with those paragraph styles and the character styles Hyperlink and Gap."""
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Hyperlink", "Gap")
        if name in names
    )
    paragraphs = "".join(style_xml(n) for n in names if n not in ("Hyperlink", "Gap"))
    return f"<w:styles {W}>{paragraphs}{characters}</w:styles>".encode()


def level_xml(level: int, number_format: str, text: str, style: str) -> str:
    """A level of a list, tied to a style."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering_part_xml() -> bytes:
    """Lists 1 to 5: bullets, three single numberings, legal numbering on three levels."""
    styles = ("ListBullet", "ListBullet2", "ListBullet3")
    bullets = "".join(level_xml(at, "bullet", "•–▪"[at], styles[at]) for at in range(3))
    singles = [
        level_xml(0, "decimal", "%1.", "ListNumber"),
        level_xml(0, "lowerLetter", "(%1)", "ListNumber2"),
        level_xml(0, "lowerRoman", "(%1)", "ListNumber3"),
    ]
    legal = (
        level_xml(0, "decimal", "%1", "Heading1")
        + level_xml(1, "decimal", "%1.%2", "Numbered2")
        + level_xml(2, "decimal", "%1.%2.%3", "Numbered3")
    )
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
        for at, levels in enumerate([bullets, *singles, legal], 10)
    )
    nums = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at + 9}"/></w:num>' for at in range(1, 6)
    )
    return f"<w:numbering {W}>{definitions}{nums}</w:numbering>".encode()


ALL_STYLES = (*_OTHERS, *_LISTS, "Hyperlink", "Gap")


@pytest.fixture(scope="session")
def house_of():
    """Make a house style that has the named styles, by default all."""

    def make(names=ALL_STYLES, parts=None, numbering=True) -> HouseStyle:
        lists = read_numbering(numbering_part_xml() if numbering else b"")
        part = "word/numbering.xml" if numbering else ""

        def read(name):
            return (parts or {}).get(name, b"")

        return HouseStyle(read_styles(styles_part(names)), lists, read, numbering_part=part)

    return make


@pytest.fixture
def house(house_of):
    """A house style with all styles."""
    return house_of()


@pytest.fixture
def writer(house):
    """A writer in the house style with all styles."""
    return RichWriter(house)


_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    f'{W} xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments", "theme")


def part_xml(root: str, inner: str) -> str:
    """A part of WordprocessingML."""
    return f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"


def relation_xml(key: str, kind: str, target: str) -> str:
    mode = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def relations_xml(*relations: tuple[str, str, str]) -> str:
    inner = "".join(relation_xml(*relation) for relation in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def content_types(parts) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>'
        for name in parts
    )
    main = f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    core = (
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    )
    defaults = (
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    inner = f"{defaults}{main}{core}{overrides}"
    return f'<Types xmlns="{_PACKAGE}/content-types">{inner}</Types>'


def core_properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "</cp:coreProperties>"
    )


def make_word_file(body="", title="", links=(), **parts) -> bytes:
    """A Word file; ``links`` are (id, address), parts are given by kind, whole or their inside."""
    given = {"styles": styles_part(ALL_STYLES), "numbering": numbering_part_xml(), **parts}
    relations = [(f"rId{kind}", kind, f"{kind}.xml") for kind in given if kind in _KINDS]
    relations += [(key, "hyperlink", address) for key, address in links]
    relations += [("rIdPicture", "image", "media/p.png")] if "rIdPicture" in body else []
    files = {
        "[Content_Types].xml": content_types(given),
        "_rels/.rels": relations_xml(
            ("rId1", "officeDocument", "word/document.xml"),
        ).replace("</R", _core_relation() + "</R"),
        "docProps/core.xml": core_properties(title),
        "word/document.xml": part_xml("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations_xml(*relations),
        **{f"word/{name}.xml": content for name, content in given.items()},
    }
    if "rIdPicture" in body:
        files["word/media/p.png"] = b"\x89PNG\r\n\x1a\n" + bytes(30)
    return zipped(files)


def _core_relation() -> str:
    kind = f"{_PACKAGE}/relationships/metadata/core-properties"
    return f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'


def zipped(files) -> bytes:
    """A zip file of those parts, each text or bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


@pytest.fixture(scope="session")
def word_file():
    """Make the bytes of a Word file: see ``make_word_file``."""
    return make_word_file


@pytest.fixture
def read(word_file):
    """Make a Word file and read it as a document."""

    def make_and_read(body="", **parts):
        return read_document(word_file(body, **parts), "test.docx")

    return make_and_read


@pytest.fixture(scope="session")
def part():
    """Make a part of a Word file from its root's name and its inside."""
    return part_xml
