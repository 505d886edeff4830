"""Styles are found by name and id, with what they inherit."""

import pytest

from reportdesk.core.errors import PackageError
from reportdesk.word.styles import read_styles

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def styles(*inner: str):
    return read_styles(f"<w:styles {W}>{''.join(inner)}</w:styles>".encode())


def style(style_id, name="", based_on="", properties="", default=""):
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"{default}>'
        f'<w:name w:val="{name or style_id}"/><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


@pytest.mark.parametrize("name", ["heading 2", "Heading 2", "HEADING 2"])
def test_names_are_compared_whatever_their_case(name):
    assert styles(style("H2", "heading 2")).id_of(name) == "H2"


def test_an_unknown_name_has_no_id():
    assert styles(style("A")).id_of("B") == ""


def test_no_id_is_the_default_style():
    assert styles(style("N", "Normal", default=' w:default="1"')).name_of("") == "Normal"


@pytest.mark.parametrize(
    ("given", "level"),
    [
        (style("S", "heading 3"), 3),
        (style("S", "Section", properties='<w:outlineLvl w:val="1"/>'), 2),
        (style("S", "heading 1", properties='<w:outlineLvl w:val="9"/>'), 0),
        (style("S", "Body Text"), 0),
    ],
)
def test_headings_are_known_by_outline_level_or_name(given, level):
    assert styles(given).heading_level("S") == level


def test_a_heading_level_is_inherited():
    assert styles(style("S", based_on="B"), style("B", "heading 2")).heading_level("S") == 2


def test_numbering_is_inherited_with_the_nearest_indent():
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr>'
    base = style("B", properties=numbered + '<w:ind w:left="1"/>')
    near = style("S", based_on="B", properties='<w:ind w:left="720" w:hanging="360"/>')
    assert styles(near, base).numbering_of("S") == (
        "4",
        1,
        '<w:ind w:left="720" w:hanging="360"/>',
    )


def test_list_zero_takes_an_inherited_numbering_away():
    base = style("B", properties='<w:numPr><w:numId w:val="4"/></w:numPr>')
    near = style("S", based_on="B", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert styles(near, base).numbering_of("S")[0] == ""


def test_styles_based_on_each_other_do_no_harm():
    circle = styles(style("A", based_on="B"), style("B", based_on="A"))
    assert circle.heading_level("A") == 0


def test_any_prefix_will_do():
    xml = f"<w:styles {W}>{style('A', 'Quote')}</w:styles>".replace("w:", "x:").replace(
        ":w=", ":x="
    )
    assert read_styles(xml.encode()).id_of("quote") == "A"


def test_damaged_styles_are_refused():
    with pytest.raises(PackageError, match="damaged"):
        read_styles(b"<w:styles")
