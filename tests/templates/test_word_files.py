"""Every shipped Word file: sound, accessible, and right on A4."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator
from PIL import Image

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
WHITE = "FFFFFF"


def test_validators_report_nothing(word_file):
    assert list(OpenXmlValidator().validate(str(word_file.path)).errors) == []
    assert list(check(str(word_file.path))) == []


def test_it_is_in_british_english(word_file, house):
    language = word_file.tree("word/styles.xml").find(f".//{house.W}rPrDefault//{house.W}lang")
    theme = word_file.tree("word/settings.xml").find(f"{house.W}themeFontLang")
    assert language.get(f"{house.W}val") == theme.get(f"{house.W}val") == "en-GB"


def test_its_title_is_a_tag(word_file):
    title = word_file.tree("docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    assert TAG.fullmatch(title.text)


def test_it_is_a4_and_upright(word_file, house):
    for page in word_file.body.iter(f"{house.W}pgSz"):
        assert (page.get(f"{house.W}w"), page.get(f"{house.W}h")) == ("11906", "16838")


def test_it_carries_nobodys_name_and_nothing_hidden(word_file):
    core = "".join(word_file.tree("docProps/core.xml").itertext())
    assert TAG.sub("", core).strip() in ("", "en-GB")
    unwanted = re.compile("customXml|stylesWithEffects|thumbnail|vbaProject|comments|embeddings")
    assert not [name for name in word_file.parts if unwanted.search(name)]


def test_no_text_boxes_and_no_floating_pictures(word_file, house):
    for part in word_file.story():
        names = {element.tag.rpartition("}")[2] for element in part.iter("{*}*")}
        assert not names & {"txbxContent", "anchor", "pict", "framePr"}


def test_pictures_are_described(word_file):
    pictures = [
        picture
        for part in word_file.story()
        for picture in part.iter("{*}docPr")
        if not picture.get("descr")
    ]
    assert pictures == []


def test_no_empty_paragraphs(word_file, house):
    for part in word_file.story():
        for row in list(part.iter(f"{house.W}tr")):
            if is_control(row, house):
                row.getparent().remove(row)
        assert not [
            paragraph for paragraph in part.iter(f"{house.W}p") if is_empty(paragraph, house)
        ]


def is_empty(element, house) -> bool:
    drawn = element.find(f".//{house.W}drawing") is not None
    return not drawn and not house.words_of(element).strip()


def is_control(row, house) -> bool:
    """Whether the row holds a control tag alone, so that it never comes to be printed."""
    return re.fullmatch(r"(\s*{%[^%]*%})+\s*", house.words_of(row)) is not None


def test_no_cell_is_empty(word_file, house):
    for row in word_file.body.iter(f"{house.W}tr"):
        cells = [] if is_control(row, house) else row.iter(f"{house.W}tc")
        assert not [cell for cell in cells if is_empty(cell, house)]


def test_tables_with_a_header_row_mark_it(word_file, house):
    for table in word_file.body.iter(f"{house.W}tbl"):
        look = table.find(f"{house.W}tblPr/{house.W}tblLook")
        first = table.find(f"{house.W}tr")
        marked = first.find(f"{house.W}trPr/{house.W}tblHeader") is not None
        assert marked == (look.get(f"{house.W}firstRow") == "1")


def test_rows_do_not_break_over_pages(word_file, house):
    for row in word_file.body.iter(f"{house.W}tr"):
        assert row.find(f"{house.W}trPr/{house.W}cantSplit") is not None


def test_tables_are_described(word_file, house):
    for table in word_file.body.iter(f"{house.W}tbl"):
        assert table.find(f"{house.W}tblPr/{house.W}tblCaption") is not None


def test_tables_take_a_style_and_fit_the_page(word_file, house):
    for table in word_file.body.iter(f"{house.W}tbl"):
        columns = [int(c.get(f"{house.W}w")) for c in table.iter(f"{house.W}gridCol")]
        assert table.find(f"{house.W}tblPr/{house.W}tblStyle") is not None
        assert sum(columns) <= text_width(word_file, house)


def text_width(word_file, house) -> int:
    size = word_file.body.find(f".//{house.W}pgSz").get(f"{house.W}w")
    margins = word_file.body.find(f".//{house.W}pgMar")
    return int(size) - sum(int(margins.get(f"{house.W}{side}")) for side in ("left", "right"))


def test_every_style_used_is_defined(word_file, house):
    used = {
        style.get(f"{house.W}val")
        for part in word_file.story()
        for style in part.iter(f"{house.W}pStyle", f"{house.W}rStyle", f"{house.W}tblStyle")
    }
    assert used <= word_file.styles.keys()


WANTED = """normal|title|heading 1|heading 2|heading 3|heading 4|list bullet|list bullet 2
list bullet 3|list number|list number 2|list number 3|quote|hyperlink|header|footer"""


@pytest.mark.parametrize("name", WANTED.replace("\n", "|").split("|"))
def test_the_styles_that_rich_text_takes_are_there(word_file, house, name):
    names = {s.find(f"{house.W}name").get(f"{house.W}val") for s in word_file.styles.values()}
    assert name in {name.casefold() for name in names}


def test_list_styles_hang_on_real_numbering(word_file, house):
    for id in ("ListBullet", "ListBullet2", "ListBullet3", "ListNumber", "ListNumber2"):
        assert word_file.styles[id].find(f"{house.W}pPr/{house.W}numPr/{house.W}numId") is not None


def test_headings_are_real_and_skip_no_level(word_file, house):
    before = 0
    for level in heading_levels(word_file, house):
        assert level <= before + 1
        before = level
    assert before


def heading_levels(word_file, house) -> list[int]:
    styles = [house.style_of(par) for par in word_file.body.iter(f"{house.W}p")]
    levels = [level_of(word_file, house, style) for style in styles]
    return [level for level in levels if level]


def level_of(word_file, house, id: str) -> int:
    while id in word_file.styles:
        style = word_file.styles[id]
        outline = style.find(f"{house.W}pPr/{house.W}outlineLvl")
        if outline is not None:
            return int(outline.get(f"{house.W}val")) + 1
        based = style.find(f"{house.W}basedOn")
        id = "" if based is None else based.get(f"{house.W}val")
    return 0


def test_no_heading_is_typed_in_capitals_or_with_its_number(word_file, house):
    for paragraph in word_file.body.iter(f"{house.W}p"):
        if level_of(word_file, house, house.style_of(paragraph)):
            words = TAG.sub("", house.words_of(paragraph))
            assert not words or words != words.upper() or len(words) < 3
            assert not re.match(r"\d", words)


def test_the_footer_says_page_x_of_y(word_file, house):
    for name in (name for name in word_file.parts if name.startswith("word/footer")):
        footer = word_file.tree(name)
        fields = "".join(i.text for i in footer.iter(f"{house.W}instrText"))
        fields += "".join(f.get(f"{house.W}instr") for f in footer.iter(f"{house.W}fldSimple"))
        assert re.search(r"\bPAGE\b.*\bNUMPAGES\b", fields)


def test_type_is_twelve_point_without_serifs_and_left_aligned(word_file, house):
    defaults = word_file.tree("word/styles.xml").find(f"{house.W}docDefaults")
    assert defaults.find(f".//{house.W}sz").get(f"{house.W}val") == "24"
    assert defaults.find(f".//{house.W}rFonts").get(f"{house.W}ascii") == "Arial"
    assert b'<w:jc w:val="both"' not in word_file.parts["word/styles.xml"]


def test_all_colours_of_text_can_be_read(word_file, house):
    for id, style in word_file.styles.items():
        fills = [f.get(f"{house.W}fill") for f in style.iter(f"{house.W}shd")] or [WHITE]
        for colour in style.iter(f"{house.W}color"):
            if colour.getparent().tag == f"{house.W}rPr":
                for fill in fills:
                    assert contrast(colour.get(f"{house.W}val"), fill) >= 4.5, id


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_crest_is_a_small_picture_of_our_own(word_file):
    for name in (name for name in word_file.parts if name.startswith("word/media/")):
        assert max(Image.open(BytesIO(word_file.parts[name])).size) <= 600
