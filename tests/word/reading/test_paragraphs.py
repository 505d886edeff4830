"""What stands in a paragraph is read as Word shows it."""

import pytest

from reportdesk.core.document import Alignment, Table


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    instructed = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{marks[0]}{instructed}{marks[1]}{result}{marks[2]}"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("a") + run("b"), "ab"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:br w:type="page"/></w:r>', "\f"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>", "a\u2011\u00ad"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        (f"<w:ins>{run('new')}</w:ins>", "new"),
        ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", ""),
        (f"<w:moveTo>{run('here')}</w:moveTo><w:moveFrom>{run('there')}</w:moveFrom>", "here"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('control')}</w:sdtContent></w:sdt>", "control"),
        (f"<w:smartTag>{run('tag')}</w:smartTag>", "tag"),
        (field("PAGE", run("7")), "7"),
        (f'<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>', "9"),
        (field(f"IF {field('PAGE', run('x'))} = 1", run("yes")), "yes"),
        (run("seen") + run("hidden", "<w:vanish/>"), "seen"),
        (run("{{ report_title }}"), "{{ report_title }}"),
    ],
)
def test_text_is_read_as_shown(read, inside, text):
    assert read(paragraph(inside)).text == text


def test_runs_that_look_alike_are_one(read):
    (only,) = read(paragraph(run("a", '<w:lang w:val="en-GB"/>') + run("b"))).blocks
    assert [one.text for one in only.runs] == ["ab"]


def test_looks_are_kept_apart_from_those_of_the_style(read, house):
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/>'
        "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>"
    )
    body = paragraph(run("a") + run("b", "<w:i/>"), '<w:pStyle w:val="S"/>')
    plain, italic = read(body, styles=styles_with(styles)).blocks[0].runs
    assert (plain.bold, plain.look.bold, plain.look.size) == (False, True, 14.0)
    assert (italic.italic, italic.look.italic, italic.look.bold) == (True, True, True)


def styles_with(inner: str) -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:styles xmlns:w="{namespace}">{inner}</w:styles>'


def test_a_character_style_on_a_bold_style_turns_bold_off(read):
    """Toggle properties of two styles cancel each other (ECMA-376 part 1, 17.7.3)."""
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        for kind, key in (("paragraph", "P"), ("character", "C"))
    )
    body = paragraph(run("a", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>')
    assert not read(body, styles=styles_with(styles)).blocks[0].runs[0].look.bold


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ('<w:hyperlink r:id="rIdX">{}</w:hyperlink>', "https://example.org/"),
        ('<w:hyperlink w:anchor="place">{}</w:hyperlink>', "#place"),
    ],
)
def test_links_are_read(read, inside, link):
    body = paragraph(inside.format(run("here")) + run(" after"))
    linked, after = read(body, links=[("rIdX", "https://example.org/")]).blocks[0].runs
    assert (linked.text, linked.link, after.link) == ("here", link, "")


def test_link_fields_are_links(read):
    body = paragraph(field('HYPERLINK "https://example.org/"', run("here")))
    assert read(body).blocks[0].runs[0].link == "https://example.org/"


def test_the_field_of_a_result_is_named(read):
    assert (
        read(paragraph(field(" page  \\* MERGEFORMAT", run("7")))).blocks[0].runs[0].field == "PAGE"
    )


def test_a_deleted_paragraph_end_joins_it_to_the_next(read):
    deleted = paragraph(run("a"), "<w:rPr><w:del/></w:rPr>")
    assert read(deleted + paragraph(run("b"))).text == "ab"


def test_text_boxes_follow_their_paragraph(read):
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<a:graphic><a:graphicData><wps:txbx><w:txbxContent>{paragraph(run('boxed'))}"
        "</w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{paragraph(run('boxed'))}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(paragraph(run("anchor") + box)).text == "anchor\nboxed"


def test_pictures_have_their_words_and_size(read):
    body = paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/>'
        '<wp:docPr id="1" name="x" descr="The crest"/><a:graphic><a:graphicData><pic:pic>'
        '<pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    picture = read(body).blocks[0].runs[0].picture
    assert (picture.part, picture.alternative) == ("word/media/p.png", "The crest")
    assert (picture.width, picture.height) == (72.0, 36.0)


def test_how_a_paragraph_stands(read):
    properties = (
        '<w:pageBreakBefore/><w:spacing w:before="240" w:line="360" w:lineRule="auto"/>'
        '<w:ind w:left="720" w:hanging="360"/><w:jc w:val="center"/>'
    )
    layout = read(paragraph(run("a"), properties)).blocks[0].layout
    assert (layout.alignment, layout.left, layout.first) == (Alignment.CENTRE, 36.0, -18.0)
    assert (layout.before, layout.line, layout.page_break) == (12.0, 1.5, True)


def test_footnotes_are_numbered_in_the_order_of_the_text(read, part):
    notes = "".join(
        f'<w:footnote w:id="{key}">{paragraph(run(text))}</w:footnote>'
        for key, text in ((1, "second"), (2, "first"), (3, "unused"))
    )
    references = "".join(f'<w:r><w:footnoteReference w:id="{key}"/></w:r>' for key in (2, 1))
    document = read(paragraph(references), footnotes=part("footnotes", notes))
    assert [(note.label, note.blocks[0].text) for note in document.notes] == [
        ("1", "first"),
        ("2", "second"),
    ]
    assert [one.note for one in document.blocks[0].runs] == ["1", "2"]


def test_what_was_passed_over_is_told(read):
    body = paragraph(f"<w:ins>{run('a')}</w:ins><w:r><w:commentReference w:id='1'/></w:r>")
    said = " ".join(problem.message for problem in read(body).notices)
    assert "1 comment was not read" in said
    assert "1 tracked change was read as accepted" in said


def test_headers_and_page_size_belong_to_sections(read, part):
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:left="720"/></w:sectPr>'
    )
    header = part("hdr", paragraph(run("Council")))
    (only,) = read(paragraph(run("a")) + section, header=header).sections
    assert (only.width, only.height, only.top, only.left) == (595.3, 841.9, 72.0, 36.0)
    assert only.headers[0].blocks[0].text == "Council"
    assert only.end == 1


def test_the_title_and_language_are_read(read):
    styles = styles_with(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    document = read("", title="The report", styles=styles)
    assert (document.title, document.language) == ("The report", "en-GB")


def test_blocks_in_controls_are_read_in_place(read):
    inner = f"{paragraph(run('a'))}<w:tbl><w:tr><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>"
    first, second = read(f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>").blocks
    assert first.text == "a"
    assert isinstance(second, Table)
