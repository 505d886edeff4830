"""Small parts of Word files that the tests of this room share."""

import pytest

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
    "heading 2": (5, 1),
    "Numbered 2": (5, 1),
    "Numbered 3": (5, 2),
}
_OTHERS = ("Normal", "heading 3", "Quote", "List Paragraph", "Body Text")


def style_xml(name: str) -> str:
    """A style named as given, numbered if its name is a list's."""
    style_id = name.replace(" ", "").capitalize() if name.startswith("heading") else name
    style_id = style_id.replace(" ", "")
    num, level = _LISTS.get(name, (0, 0))
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    paragraph = f"<w:pPr>{numbering}</w:pPr>" if num else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{paragraph}</w:style>'
    )


def styles_part(names) -> bytes:
    """A styles.xml with those paragraph styles and the character styles Hyperlink and Gap."""
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Hyperlink", "Gap")
        if name in names
    )
    paragraphs = "".join(style_xml(n) for n in names if n not in ("Hyperlink", "Gap"))
    return f"<w:styles {W}>{paragraphs}{characters}</w:styles>".encode()


def level_xml(level: int, number_format: str, text: str) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering_part_xml() -> bytes:
    """Lists 1 to 5: bullets, three single numberings, legal numbering on three levels."""
    bullets = "".join(level_xml(at, "bullet", sign) for at, sign in enumerate("•–▪"))
    singles = [
        level_xml(0, "decimal", "%1."),
        level_xml(0, "lowerLetter", "(%1)"),
        level_xml(0, "lowerRoman", "(%1)"),
    ]
    legal = "".join(
        level_xml(n - 1, "decimal", ".".join(f"%{k}" for k in range(1, n + 1))) for n in (1, 2, 3)
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


@pytest.fixture
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
