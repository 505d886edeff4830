"""An outline is what a person would compare."""

import pytest

from reportdesk.word.outline import main, outline


def paragraph(text: str, style: str = "", look: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (paragraph("Summary", "Heading1"), "# 1 Summary"),
        (paragraph("Points", "ListBullet2"), "  – Points"),
        (paragraph("First", "ListNumber"), "1. First"),
        (paragraph("Said", "Quote"), "> Said"),
        (paragraph("x", look="<w:b/>"), "*x*"),
        (paragraph("x", look='<w:vertAlign w:val="superscript"/>'), "^x^"),
        (paragraph("{{ report_title }}"), "{{ report_title }}"),
    ],
)
def test_a_block_is_a_line(read, body, line):
    assert outline(read(body)) == [line]


def test_tables_are_lines_with_bars(read):
    rows = "".join(
        f"<w:tr><w:trPr>{head}</w:trPr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>"
        for a, b, head in (("A", "B", "<w:tblHeader/>"), ("1", "2", ""))
    )
    assert outline(read(f"<w:tbl>{rows}</w:tbl>")) == ["| A | B |", "| --- | --- |", "| 1 | 2 |"]


def test_the_title_stands_first(read):
    assert outline(read(paragraph("x"), title="The report")) == ["[title] The report", "x"]


def test_a_file_is_printed(word_file, tmp_path, capsys):
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(paragraph("Hello")))
    main([str(path)])
    assert capsys.readouterr().out == "Hello\n"


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path, capsys):
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")
    main([str(path)])
    assert capsys.readouterr().out.startswith("[cannot be read] a.docx")
