"""Rich text becomes paragraphs, lists and links in the template's styles."""

import re

import pytest

from reportdesk.core.errors import ExportError
from reportdesk.core.places import Place
from reportdesk.core.richtext import Block, BlockKind, RichText, Run, plain, rich
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.numbering import read_numbering
from reportdesk.word.rich_writer import RichWriter

BULLET, NUMBER = BlockKind.BULLET, BlockKind.NUMBER
HEADING, QUOTATION = BlockKind.HEADING, BlockKind.QUOTATION


def tag_paragraph(style="BodyText", heading=1, inside="") -> Paragraph:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return Paragraph(f"<w:p><w:pPr>{named}{inside}</w:pPr>", (), Place(), style, heading)


def item(kind, level=1, text="x", restart=False) -> Block:
    return Block((Run(text),), kind, level, restart)


def text(*blocks: Block) -> RichText:
    return rich(blocks)


def styles_in(xml: str) -> list[str]:
    return re.findall(r'<w:pStyle w:val="([^"]*)"', xml)


def lists_in(xml: str) -> list[str]:
    return re.findall(r'<w:numId w:val="([^"]*)"', xml)


def test_a_plain_text_is_the_tags_paragraph_with_a_run(writer):
    xml = writer.blocks(plain("Hello"), tag_paragraph(), "")
    assert xml == (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">Hello</w:t></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (item(BULLET), "ListBullet"),
        (item(NUMBER), "ListNumber"),
        (item(QUOTATION), "Quote"),
        (item(HEADING, 1), "Heading2"),
        (item(HEADING, 2), "Heading3"),
    ],
)
def test_each_kind_takes_the_templates_style(writer, block, style):
    assert styles_in(writer.blocks(text(block), tag_paragraph(), "")) == [style]


def test_deeper_items_take_the_deeper_styles(writer):
    items = [item(BULLET, 1), item(BULLET, 2), item(NUMBER, 3)]
    xml = writer.blocks(text(*items), tag_paragraph(), "")
    assert styles_in(xml) == ["ListBullet", "ListBullet2", "ListNumber3"]


def test_paragraphs_under_a_heading_are_numbered_one_level_deeper(writer):
    blocks = [item(BlockKind.PARAGRAPH), item(HEADING), item(BlockKind.PARAGRAPH)]
    xml = writer.blocks(text(*blocks), tag_paragraph("Numbered2"), "")
    assert styles_in(xml) == ["Numbered2", "Heading2", "Numbered3"]


def test_numbering_stops_at_the_deepest_style_there_is(writer):
    blocks = [item(HEADING, 2), item(BlockKind.PARAGRAPH)]
    xml = writer.blocks(text(*blocks), tag_paragraph("Numbered2", heading=0), "")
    assert styles_in(xml)[1] == "Numbered3"


def test_each_list_of_numbers_is_a_list_of_its_own(writer):
    one = text(item(NUMBER), item(NUMBER))
    first = lists_in(writer.blocks(one, tag_paragraph(), ""))
    second = lists_in(writer.blocks(one, tag_paragraph(), ""))
    assert first == [first[0]] * 2
    assert second == [second[0]] * 2
    assert first[0] != second[0]


def test_a_restart_begins_a_new_list_and_the_next_goes_on_with_it(writer):
    blocks = [item(NUMBER), item(NUMBER, restart=True), item(NUMBER)]
    first, second, third = lists_in(writer.blocks(text(*blocks), tag_paragraph(), ""))
    assert first != second == third


def test_a_list_goes_on_after_a_list_below_it(writer):
    blocks = [item(NUMBER), item(NUMBER, 2), item(NUMBER), item(NUMBER, 2)]
    first, below, again, anew = lists_in(writer.blocks(text(*blocks), tag_paragraph(), ""))
    assert first == again
    assert len({first, below, anew}) == 3


def test_levels_of_one_definition_share_a_list(house_of):
    """The template's own multilevel list restarts its levels by itself."""
    writer = RichWriter(house_of(("Normal", "List Number"), numbering=False))
    blocks = [item(NUMBER), item(NUMBER, 2), item(NUMBER), item(NUMBER, 2)]
    assert len(set(lists_in(writer.blocks(text(*blocks), tag_paragraph(), "")))) == 1


def test_begun_lists_stand_in_the_numbering_part_and_restart(writer):
    used = lists_in(writer.blocks(text(item(NUMBER)), tag_paragraph(), ""))[0]
    numbering = read_numbering(writer.finished()["word/numbering.xml"])
    assert numbering.nums[used].starts == {0: 1}
    assert numbering.definition(used) == "11"


def test_what_needs_no_list_changes_no_part(writer):
    writer.blocks(text(item(BULLET), item(BULLET, 2)), tag_paragraph(), "")
    assert writer.finished() == {}


def test_a_template_without_lists_gets_ours_and_all_that_makes_them_known(house_of):
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/_rels/document.xml.rels": b"<Relationships></Relationships>",
    }
    writer = RichWriter(house_of(("Normal",), parts, numbering=False))
    used = lists_in(writer.blocks(text(item(BULLET), item(NUMBER)), tag_paragraph(), ""))
    made = writer.finished()
    assert set(read_numbering(made["word/numbering.xml"]).nums) == set(used)
    assert b"/word/numbering.xml" in made["[Content_Types].xml"]
    assert b"numbering.xml" in made["word/_rels/document.xml.rels"]


def test_a_missing_deeper_style_falls_back_and_is_told(house_of):
    house = house_of(("Normal", "List Bullet"))
    xml = RichWriter(house).blocks(text(item(BULLET), item(BULLET, 2)), tag_paragraph(), "")
    assert styles_in(xml) == ["ListBullet", "ListBullet"]
    assert '<w:ilvl w:val="1"/><w:numId w:val="1"/>' in xml
    assert house.notices == (
        "The template has no style “List Bullet 2”; “List Bullet” is used instead.",
    )


def test_what_a_template_has_is_not_told(house, writer):
    blocks = [item(kind, 1) for kind in BlockKind]
    writer.blocks(text(*blocks), tag_paragraph(), "")
    assert house.notices == ()


def test_a_heading_without_a_style_is_bold(house_of):
    writer = RichWriter(house_of(("Normal",)))
    assert "<w:b/>" in writer.blocks(text(item(HEADING)), tag_paragraph(""), "")


@pytest.mark.parametrize(
    ("run", "looks"),
    [
        (Run("x", bold=True), "<w:b/>"),
        (Run("x", italic=True), "<w:i/>"),
        (Run("x", bold=True, italic=True), "<w:b/><w:i/>"),
        (Run("x", superscript=True), '<w:vertAlign w:val="superscript"/>'),
    ],
)
def test_looks_become_run_properties(writer, run, looks):
    xml = writer.inline(text(Block((run,))), "")
    assert xml == f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">x</w:t></w:r>'


def test_the_tags_looks_stay_and_stand_in_the_schemas_order(writer):
    base = '<w:rPr><w:rFonts w:ascii="Arial"/><w:i/><w:sz w:val="28"/></w:rPr>'
    run = Run("x", bold=True, superscript=True)
    xml = writer.blocks(text(Block((run,))), tag_paragraph(), base)
    assert re.findall(r"<w:(rFonts|b|i|sz|vertAlign)\b", xml) == [
        "rFonts",
        "b",
        "i",
        "sz",
        "vertAlign",
    ]


def test_headings_look_as_their_style_says(writer):
    base = '<w:rPr><w:sz w:val="28"/></w:rPr>'
    assert "w:sz" not in writer.blocks(text(item(HEADING)), tag_paragraph(), base)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("]]>", "]]&gt;"),
        ("&amp;", "&amp;amp;"),
        ("a\nb", 'a</w:t><w:br/><w:t xml:space="preserve">b'),
        ("a\r\nb", 'a</w:t><w:br/><w:t xml:space="preserve">b'),
        ("a\tb", 'a</w:t><w:tab/><w:t xml:space="preserve">b'),
        ("10\u00a0am co\u00adop", "10\u00a0am co\u00adop"),
    ],
)
def test_letters_are_escaped(writer, given, written):
    assert writer.run(given, "") == f'<w:r><w:t xml:space="preserve">{written}</w:t></w:r>'


@pytest.mark.parametrize("bad", ["a\x07b", "\x00", "\ud800", "\ufffe", "\x1f"])
def test_characters_that_word_cannot_hold_are_refused(writer, bad):
    with pytest.raises(ExportError, match=r"U\+"):
        writer.run(bad, "")


def test_bare_text_stands_on_one_line_and_fits_an_attribute(writer):
    assert writer.bare('a "b"\n<c>') == "a &quot;b&quot; &lt;c&gt;"


def test_a_gap_takes_the_gap_style_or_a_highlight(writer, house_of):
    assert '<w:rStyle w:val="Gap"/>' in writer.gap("[Ward]", "")
    assert "w:highlight" in RichWriter(house_of(("Normal",))).gap("[Ward]", "")


def test_a_link_is_a_relation_of_the_open_part(writer):
    writer.open_part("word/header1.xml")
    run = Run("the report", link="https://example.org/?a=1&b=2")
    xml = writer.inline(text(Block((run,))), "")
    made = writer.finished()["word/_rels/header1.xml.rels"].decode()
    assert re.findall(r'r:id="(\w+)"', xml) == re.findall(r' Id="(\w+)"', made)
    assert 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in made
    assert '<w:rStyle w:val="Hyperlink"/>' in xml


def test_runs_of_one_link_stand_in_one_link(writer):
    runs = (Run("a", link="mailto:a@example.org"), Run("b", bold=True, link="mailto:a@example.org"))
    assert writer.inline(text(Block(runs)), "").count("<w:hyperlink") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "x", "http://"])
def test_other_addresses_stay_text(writer, address):
    xml = writer.inline(text(Block((Run("x", link=address),))), "")
    assert xml == '<w:r><w:t xml:space="preserve">x</w:t></w:r>'
    assert writer.finished() == {}


def test_rich_text_inside_a_line_keeps_its_lines_and_marks(writer):
    xml = writer.inline(text(item(BULLET, text="a"), item(NUMBER, text="b")), "")
    assert re.sub(r"<w:br/>", "|", xml).count("|") == 1
    assert re.sub(r"<[^>]*>", "", xml) == "• a1. b"


def test_a_section_break_and_a_page_break_stand_once(writer):
    inside = "<w:pageBreakBefore/><w:sectPr><w:type/></w:sectPr>"
    xml = writer.blocks(plain("a\nb"), tag_paragraph(inside=inside), "")
    first, second = xml.split("</w:p>")[:2]
    assert ("pageBreakBefore" in first, "sectPr" in first) == (True, False)
    assert ("pageBreakBefore" in second, "sectPr" in second) == (False, True)


def test_paragraph_ids_are_not_repeated(writer):
    tag = Paragraph('<w:p w14:paraId="1A2B3C4D" w:rsidR="00A1">', (), Place())
    assert "1A2B3C4D" not in writer.blocks(plain("a\nb"), tag, "")


def passage(writer) -> str:
    runs = (Run("see "), Run("here", link="https://example.org"))
    return writer.blocks(text(item(NUMBER), Block(runs)), tag_paragraph(), "")


def test_what_is_replayed_has_the_same_effect_as_writing_it_anew(house):
    anew, replayed = RichWriter(house), RichWriter(house)
    mark = anew.mark()
    passage(anew)
    recorded = anew.since(mark)
    assert replayed.mark() == mark
    replayed.replay(recorded)
    assert passage(replayed) == passage(anew)
    assert replayed.finished() == anew.finished()


def test_a_mark_differs_once_a_list_was_begun_or_another_part_opened(writer):
    marks = [writer.mark()]
    passage(writer)
    marks.append(writer.mark())
    writer.open_part("word/footer1.xml")
    marks.append(writer.mark())
    assert len(set(marks)) == 3
