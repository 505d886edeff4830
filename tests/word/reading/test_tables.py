"""Tables are read with the cells that reach over others, header rows, lines and shading."""

from reportdesk.core.document import Border

MERGED = "<w:vMerge/>"
BEGINS = '<w:vMerge w:val="restart"/>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


def only(read, xml: str, **parts):
    return read(xml, **parts).blocks[0]


def test_rows_and_columns(read):
    found = only(read, table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))))
    assert [[one.text for one in line.cells] for line in found.rows] == [["a", "b"], ["c", "d"]]
    assert found.columns == (100.0, 150.0)


def test_cells_over_columns_and_rows(read):
    found = only(
        read,
        table(
            row(cell("wide", '<w:gridSpan w:val="2"/>'), cell("x")),
            row(cell("tall", BEGINS), cell("b"), cell("c")),
            row(cell("", MERGED), cell("d"), cell("e")),
            row(cell("", MERGED), cell("f"), cell("g")),
        ),
    )
    assert found.rows[0].cells[0].columns == 2
    assert [one.rows for one in found.rows[1].cells] == [3, 1, 1]
    assert [one.text for one in found.rows[3].cells] == ["f", "g"]


def test_header_rows_are_known(read):
    found = only(read, table(row(cell("h"), properties="<w:tblHeader/>"), row(cell("a"))))
    assert [line.header for line in found.rows] == [True, False]


def test_deleted_rows_are_left_out(read):
    found = only(read, table(row(cell("a"), properties="<w:del/>"), row(cell("b"))))
    assert [line.cells[0].text for line in found.rows] == ["b"]


def test_tables_in_cells(read):
    inner = table(row(cell("inner")))
    outer = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert only(read, outer).rows[0].cells[0].blocks[0].rows[0].cells[0].text == "inner"


def test_lines_and_shading_of_a_cell(read):
    lines = '<w:tcBorders><w:top w:val="single" w:sz="8" w:color="FF0000"/></w:tcBorders>'
    shade = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
    found = only(read, table(row(cell("a", lines + shade)))).rows[0].cells[0]
    assert found.shading == "D9D9D9"
    assert found.borders.top == Border("single", 1.0, "FF0000")


def test_a_tables_style_looks_after_its_header(read):
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="table" w:styleId="T"><w:name w:val="Council table"/><w:tblPr>'
        '<w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        '<w:tcPr><w:shd w:fill="EEEEEE"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    )
    named = '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1" w:noHBand="1"/>'
    found = only(read, table(row(cell("h")), row(cell("a")), properties=named), styles=styles)
    head, body = (line.cells[0] for line in found.rows)
    assert found.style == "Council table"
    assert found.borders.inner_rows == Border("single", 0.5)
    assert (head.shading, body.shading) == ("EEEEEE", "")
    assert [one.blocks[0].runs[0].look.bold for one in (head, body)] == [True, False]
