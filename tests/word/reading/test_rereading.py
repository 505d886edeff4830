"""A Word file read again after a change reads as it does anew, whatever was kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word.made.word_files import (
    SPACES,
    packed,
    paragraph,
    run,
    table,
    with_relation,
    word_file,
    word_parts,
)

from reportdesk.core.errors import PackageError
from reportdesk.word.document_reader import Rereader, read_document

NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/>'
NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">'
    + "".join(LEVEL.format(*level) + "</w:lvl>" for level in ((0, "%1."), (1, "%1.%2")))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
NOTES = (
    f"<w:footnotes {SPACES}>"
    + "".join(f'<w:footnote w:id="{id}">{paragraph(f"note {id}")}</w:footnote>' for id in (1, 2))
    + "</w:footnotes>"
)


def item(level: int, num: int, text: str) -> str:
    return paragraph(text, properties=NUMBERED.format(level=level, num=num))


def field(mark: str) -> str:
    return paragraph(f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>')


FOOTNOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
SECTION = '<w:pPr><w:sectPr><w:pgSz w:w="300" w:h="400"/></w:sectPr></w:pPr>'


def grid(text: str) -> str:
    return table((text, item(0, 1, text)), (paragraph(text) * 2, text))


BLOCKS = st.one_of(
    st.sampled_from("abc").map(paragraph),
    st.builds(item, st.integers(0, 1), st.integers(1, 2), st.sampled_from("abc")),
    st.sampled_from("ab").map(grid),
    st.sampled_from(["begin", "separate", "end"]).map(field),
    st.sampled_from("12").map(lambda id: paragraph(FOOTNOTE.format(id))),
    st.just(paragraph("joined", properties="<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")),
    st.just("<w:sdt><w:sdtContent>" + paragraph("held") * 2 + "</w:sdtContent></w:sdt>"),
    st.just("<w:ins>" + paragraph("put in") * 2 + "</w:ins>"),
    st.just(paragraph("end", properties=SECTION)),
    st.just(paragraph('<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>', "left")),
    st.just("<w:p/>"),
)  # fmt: skip
BODIES = st.lists(BLOCKS, max_size=8).map("".join)


def made(body: str) -> bytes:
    return word_file(body, numbering=NUMBERING, footnotes=NOTES)


def outcome(read, body: str):
    try:
        return read(made(body))
    except PackageError as error:
        return [problem.code for problem in error.problems]


@given(st.lists(BODIES, min_size=2, max_size=4))
def test_what_is_read_again_is_what_is_read_anew(bodies):
    reader = Rereader()
    for body in bodies:
        assert outcome(lambda data: reader.read(data)[1], body) == outcome(read_document, body)


def test_what_did_not_change_is_the_very_same():
    reader = Rereader()
    before = reader.read(made(item(0, 1, "one") + paragraph("two") + table(("a", "b"))))[1].blocks
    after = reader.read(made(item(0, 1, "one") + paragraph("new") + table(("a", "b"))))[1].blocks
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]


def test_items_behind_a_new_one_are_counted_anew():
    reader = Rereader()
    reader.read(made(item(0, 1, "a") + item(0, 1, "b")))
    blocks = reader.read(made(item(0, 1, "new") + item(0, 1, "a") + item(0, 1, "b")))[1].blocks
    assert [block.label.text for block in blocks] == ["1.", "2.", "3."]


@pytest.mark.parametrize("kind", ["styles", "numbering"])
def test_other_styles_and_lists_are_seen(kind):
    reader, body = (
        Rereader(),
        item(0, 1, "a") + paragraph("b", properties='<w:pPr><w:pStyle w:val="H1"/></w:pPr>'),
    )
    other = {"numbering": NUMBERING.replace("%1.", "(%1)"), "styles": f"<w:styles {SPACES}/>"}
    reader.read(made(body))
    data = word_file(body, **{"numbering": NUMBERING, "footnotes": NOTES, kind: other[kind]})
    assert reader.read(data)[1] == read_document(data)
    assert reader.read(data)[1] != read_document(made(body))


def test_a_link_that_leads_elsewhere_is_seen():
    link = paragraph(f'<w:hyperlink r:id="rIdMore{{}}">{run("here")}</w:hyperlink>')
    reader = Rereader()
    for address in ("https://one.example", "https://two.example"):
        parts = with_relation(word_parts(), "hyperlink", address, external=True)
        id = next(
            at
            for at in range(2000)
            if f'"rIdMore{at}"' in str(parts["word/_rels/document.xml.rels"])
        )
        data = packed(
            with_relation(word_parts(link.format(id)), "hyperlink", address, external=True)
        )
        assert reader.read(data)[1].blocks[0].runs[0].link == address


@pytest.mark.parametrize(
    "harm",
    [
        lambda xml: xml.replace("</w:body>", ""),
        lambda xml: xml.replace("<w:body>", "<w:body><w:altChunk/>"),
        lambda xml: "<!DOCTYPE w:document>" + xml,
    ],
)
def test_a_file_that_came_to_harm_is_refused_as_ever(harm):
    reader, parts = Rereader(), word_parts(paragraph("a"))
    reader.read(packed(parts))
    with pytest.raises(PackageError):
        reader.read(packed({**parts, "word/document.xml": harm(str(parts["word/document.xml"]))}))
