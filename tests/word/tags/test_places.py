"""Tags are found wherever text stands, and each says where."""

from __future__ import annotations

import pytest
from word_files import SPACES, paragraph, run, table, with_core, word_parts
from word_skeletons import each, groups, paragraphs, skeleton, skeleton_of, tags

from reportdesk.core.places import Cell
from reportdesk.core.skeleton import Group, Role, Tag

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
    f"{paragraph('{{ boxed }}')}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{paragraph('{{ boxed }}')}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def note(kind: str, text: str) -> str:
    return f'<w:{kind}s {SPACES}><w:{kind} w:id="2">{paragraph(text)}</w:{kind}></w:{kind}s>'


WHERE = {
    "body": (paragraph("{{ a }}"), {}, "body, paragraph 1"),
    "second paragraph": (paragraph("x") + paragraph("{{ a }}"), {}, "body, paragraph 2"),
    "table": (
        table(("a", "b"), ("c", "{{ a }}")),
        {},
        "body, table 1, row 2, cell 2, paragraph 1",
    ),
    "second table": (
        table(("a",)) + paragraph("x") + table((paragraph("x") + paragraph("{{ a }}"),)),
        {},
        "body, table 2, row 1, cell 1, paragraph 2",
    ),
    "nested table": (
        table(("x", table(("{{ a }}",)) + paragraph("x"))),
        {},
        "body, table 1, row 1, cell 2, table 1, row 1, cell 1, paragraph 1",
    ),
    "after a table": (table(("x",)) + paragraph("{{ a }}"), {}, "body, paragraph 1"),
    "header": ("", {"header": f"<w:hdr {SPACES}>{paragraph('{{ a }}')}</w:hdr>"}, "header 1"),
    "footer": ("", {"footer": f"<w:ftr {SPACES}>{paragraph('{{ a }}')}</w:ftr>"}, "footer 1"),
    "footnotes": ("", {"footnotes": note("footnote", "{{ a }}")}, "footnotes"),
    "endnotes": ("", {"endnotes": note("endnote", "{{ a }}")}, "endnotes"),
    "comments": ("", {"comments": note("comment", "{{ a }}")}, "comments"),
    "content control": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('{{ a }}')}</w:sdtContent></w:sdt>",
        {},
        "body, paragraph 1",
    ),
    "row in a content control": (
        table(("x",)).replace(
            "</w:tbl>",
            f"<w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('{{ a }}')}</w:tc></w:tr>"
            "</w:sdtContent></w:sdt></w:tbl>",
        ),
        {},
        "body, table 1, row 2, cell 1, paragraph 1",
    ),
    "text within a content control": (
        paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ a }}')}</w:sdtContent></w:sdt>"),
        {},
        "body, paragraph 1",
    ),
    "hyperlink": (
        paragraph(f'<w:hyperlink w:anchor="x">{run("{{ a }}")}</w:hyperlink>'),
        {},
        "body, paragraph 1",
    ),
    "simple field": (
        paragraph(f'<w:fldSimple w:instr=" PAGE ">{run("{{ a }}")}</w:fldSimple>'),
        {},
        "body, paragraph 1",
    ),
}


@pytest.mark.parametrize(("body", "parts", "place"), WHERE.values(), ids=WHERE.keys())
def test_a_tag_says_where_it_stands(body, parts, place):
    (tag,) = tags(skeleton(body or "<w:p/>", **parts))
    assert str(tag.place).startswith(f"t.docx: {place}")
    assert tag.place.tag == "{{ a }}"


def test_cells_are_told_from_the_outermost():
    (tag,) = tags(skeleton(WHERE["nested table"][0]))
    assert tag.place.cells == (Cell(1, 1, 2), Cell(1, 1, 1))


def test_both_forms_of_a_text_box_hold_the_tag_at_one_place():
    first, second = tags(skeleton(paragraph("x", BOX)))
    assert first.place == second.place


def test_a_text_box_holds_blocks():
    roles = [group.role for group in groups(skeleton(paragraph("x", BOX)))]
    assert roles.count(Role.BLOCKS) == 3


def test_a_paragraph_around_a_text_box_is_one_node():
    outer = paragraphs(skeleton(paragraph("x", BOX)))[0]
    assert [tag.source for tag in each(outer.nodes) if isinstance(tag, Tag)] == ["{{ boxed }}"] * 2


def test_tables_rows_and_cells_are_groups():
    body = table(("{{ a }}", "x"))
    roles = [group.role for group in groups(skeleton(body))]
    assert roles == [Role.BLOCKS, Role.TABLE, Role.ROW, Role.CELL]


def test_paragraphs_without_tags_are_one_node():
    body = paragraph("a") * 50 + paragraph("{{ x }}") + paragraph("b") * 50
    (root,) = skeleton(body).parts[0].nodes
    assert isinstance(root, Group)
    assert len(root.nodes) == 3


def test_properties_hold_tags():
    (tag,) = tags(skeleton_of(with_core(word_parts(), "{{ report_title }} x")))
    assert (tag.source, tag.bare, tag.place.part) == (
        "{{ report_title }}",
        True,
        "document properties",
    )


def test_a_field_instruction_holds_bare_tags():
    codes = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://a.example/{{ p</w:instrText></w:r>'
        '<w:r><w:instrText>age }}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (tag,) = tags(skeleton(paragraph(codes)))
    assert (tag.source, tag.bare) == ("{{ page }}", True)


STYLED = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
LEVEL = '<w:outlineLvl w:val="{}"/>'
HEADED = [
    (paragraph("x"), 0),
    (paragraph("x", properties=STYLED.format("H1")), 1),
    (paragraph("x", properties=STYLED.format("Own")), 2),
    (paragraph("x", properties='<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'), 4),
    (
        paragraph("x", properties='<w:pPr><w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/></w:pPr>'),
        0,
    ),
]


@pytest.mark.parametrize(("before", "level"), HEADED)
def test_a_paragraph_knows_the_heading_above(before, level):
    assert paragraphs(skeleton(before + paragraph("{{ a }}")))[0].heading == level


def test_a_heading_with_a_tag_stands_under_the_one_before():
    body = paragraph("{{ a }}", properties=STYLED.format("H1")) + paragraph("{{ b }}")
    assert [one.heading for one in paragraphs(skeleton(body))] == [0, 1]


def test_a_paragraph_knows_its_style():
    body = paragraph("{{ a }}", properties=STYLED.format("Own"))
    (made,) = paragraphs(skeleton(body))
    assert (made.style, made.open) == ("Own", f"<w:p>{STYLED.format('Own')}")


def test_any_prefix_is_understood():
    other = word_parts(paragraph("{{ a }}"))
    main = str(other["word/document.xml"]).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=")
    found = skeleton_of({**other, "word/document.xml": main})
    assert isinstance(found.parts[0].nodes[0], Group)
    assert found.parts[0].nodes[0].open.endswith("<w:body>")
    assert [tag.source for tag in tags(found)] == ["{{ a }}"]


def test_other_encodings_are_understood():
    other = word_parts(paragraph("{{ a }}"))
    main = f'<?xml version="1.0" encoding="UTF-16"?>{other["word/document.xml"]}'.encode("utf-16")
    assert len(tags(skeleton_of({**other, "word/document.xml": main}))) == 1


def test_a_document_without_tags_has_no_parts():
    assert skeleton(paragraph("a {b} c")).parts == ()
