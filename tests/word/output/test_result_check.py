"""A finished report that Word would refuse is noticed before it is saved."""

from __future__ import annotations

import pytest
from word_files import SPACES, document, packed, paragraph, run, table, word_file, word_parts

from reportdesk.word.result_check import check_result

PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="p"/></wp:inline></w:drawing></w:r>'
BOOKMARK = '<w:bookmarkStart w:id="3" w:name="{}"/><w:bookmarkEnd w:id="3"/>'
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr>'
STYLED = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
LINK = f'<w:hyperlink r:id="rId99">{run("x")}</w:hyperlink>'
UNSOUND = {
    "cell without a paragraph": (table(("<w:tcPr/>",)), "cell"),
    "cell that ends in a table": (table((table(("x",)),)), "cell"),
    "table without rows": ("<w:tbl><w:tblPr/></w:tbl>", "no rows"),
    "paragraph in text": ("<w:p><w:r><w:t><w:p/></w:t></w:r></w:p>", "within text"),
    "paragraph in a run": ("<w:p><w:r><w:p/></w:r></w:p>", "within text"),
    "unknown list": (paragraph("x", properties=NUMBERED), "list that does not exist: 9"),
    "unknown style": (paragraph("x", properties=STYLED.format("No")), "style that does not exist"),
    "unknown relation": (paragraph(LINK), "rId99"),
    "pictures alike": (paragraph(PICTURE, PICTURE), "two pictures"),
    "bookmarks alike": (paragraph(BOOKMARK.format("a"), BOOKMARK.format("b")), "two bookmarks"),
    "open field": (
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        "a field is not closed",
    ),
    "tag left": (paragraph("{{ name }}"), "{{ name }}"),
    "control tag left": (paragraph("{% if a %}"), "{% if a %}"),
}


def said(data: bytes, answers: str = "") -> list[str]:
    return [problem.message for problem in check_result(data, "r.docx", answers)]


@pytest.mark.parametrize(("body", "words"), UNSOUND.values(), ids=UNSOUND.keys())
def test_what_is_unsound_is_told(body, words):
    (message,) = said(word_file(body))
    assert words in message


def test_a_sound_report_is_silent():
    body = table(("a", "b")) + paragraph("x", properties=STYLED.format("H1")) + paragraph(PICTURE)
    assert said(word_file(body)) == []


def test_braces_of_an_answer_are_its_own():
    assert said(word_file(paragraph("{{ 7*7 }}")), "see {{ 7*7 }}") == []


def test_a_document_without_page_set_up_is_told():
    parts = {**word_parts(), "word/document.xml": document("<w:p/>", section="")}
    assert said(packed(parts)) == ["the document has no page set-up"]


def test_xml_that_breaks_off_is_told():
    parts = {**word_parts(), "word/document.xml": f"<w:document {SPACES}>"}
    assert "breaks off" in said(packed(parts))[0]


def test_a_damaged_container_is_told():
    assert said(word_file()[:-30]) == ["the file’s container is damaged"]
