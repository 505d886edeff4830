"""The shell finds every kind of broken template, says where and what to do, and marks it."""

import json
import re
import shutil
from io import BytesIO

import docx
import pytest
from broken_templates import BROKEN, word_file
from docx.oxml.ns import qn

from reportdesk.cli import main

KINDS = pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())


@pytest.fixture
def check(tmp_path, capsys):
    """Check a Word file with that fault; gives the exit code and what was printed."""

    def run(broken, *options):
        path = tmp_path / "report.docx"
        word_file(broken).save(path)
        code = main(["template", "check", str(path), *map(str, options)])
        out = capsys.readouterr()
        return code, out.out, [line for line in out.err.splitlines() if "note: " not in line[:6]]

    return run


def test_there_are_sixteen_kinds():
    assert len(BROKEN) == 16


@KINDS
def test_a_fault_is_told_in_one_line_with_place_tag_and_way_out(check, tmp_path, broken):
    code, _, lines = check(broken)
    (line,) = lines
    assert (code, line.startswith(f"{tmp_path / 'report.docx'}: {broken.place}")) == (1, True)
    told, _, fix = line.partition("; ")
    assert (broken.tag in line, broken.says in told, broken.fix in fix, fix != "") == (True,) * 4


@KINDS
def test_json_gives_the_place_in_numbers(check, broken):
    code, out, _ = check(broken, "--json")
    (problem,) = (one for one in json.loads(out)["problems"] if one["severity"] != "note")
    place = problem["place"]
    assert (code, problem["severity"]) == (1, "stop")
    assert (place["part"].split()[0], place["paragraph"] >= 1) == (
        broken.place.split()[0].strip(","),
        True,
    )
    assert bool(place.get("cells")) == ("table" in broken.place)
    assert problem["fix"]


@KINDS
def test_the_annotated_copy_has_a_comment_at_the_paragraph(check, tmp_path, broken):
    copy = tmp_path / "copy.docx"
    check(broken, "--annotate", copy)
    document = docx.Document(BytesIO(copy.read_bytes()))
    said = [
        document.comments.get(int(start.get(qn("w:id")))).text
        for start in document.element.body.iter(qn("w:commentRangeStart"))
        if start.getparent().text == broken.stands_at
    ]
    assert [text for text in said if broken.fix in text]


def test_all_faults_of_a_file_are_told_in_one_go(tmp_path, capsys):
    document = docx.Document()
    for broken in BROKEN.values():
        if broken.place.startswith("body, paragraph 1") and not broken.tag.startswith("{%"):
            broken.make(document)
    path = tmp_path / "report.docx"
    document.save(path)
    assert main(["template", "check", str(path)]) == 1
    places = re.findall(r"body, paragraph (\d+)", capsys.readouterr().err)
    assert len(set(places)) >= 5


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_annotated_copy_opens_in_libreoffice(tmp_path, capsys):
    from reportdesk.word.pdf import to_pdf

    document = docx.Document()
    for broken in BROKEN.values():
        broken.make(document)
    path, copy = tmp_path / "report.docx", tmp_path / "copy.docx"
    document.save(path)
    assert main(["template", "check", str(path), "--annotate", str(copy)]) == 1
    capsys.readouterr()
    assert to_pdf(copy.read_bytes(), "copy.docx").startswith(b"%PDF")


def test_a_default_never_prints_the_word_none(tmp_path, capsys):
    """What prints None elsewhere is no fault here: a missing answer takes the default."""
    folder = tmp_path / "own"
    _template(folder, "{{ subtitle | default('to follow') }}")
    draft = tmp_path / "draft.yaml"
    draft.write_text("format: 1\ntemplate: own\nanswers:\n  report_title: x\n", encoding="utf-8")
    options = ["--templates", str(tmp_path), "export", str(draft), "-o", str(tmp_path / "r.docx")]
    assert main(options) == 0
    text = [paragraph.text for paragraph in docx.Document(tmp_path / "r.docx").paragraphs]
    assert (text, capsys.readouterr().err) == (["x", "to follow"], "")


def _template(folder, *texts):
    folder.mkdir()
    document = docx.Document()
    for text in ("{{ report_title }}", *texts):
        document.add_paragraph(text)
    document.save(folder / "report.docx")
    (folder / "template.yaml").write_text(
        "format: 1\nid: own\ntitle: Own\ncouncil: Brackwater\nversion: 1\nsummary: Own.\n"
        "body: scrutiny\ndocuments:\n  - {id: report, title: Report, file: report.docx}\n"
        "sections:\n  - id: all\n    title: All\n    fields: [report_title, subtitle]\n",
        encoding="utf-8",
    )


def test_styles_that_rich_text_would_need_are_told_at_its_first_tag(tmp_path, capsys):
    document = docx.Document()
    document.add_paragraph("{{ report_title }}")
    document.add_paragraph("{{ background }}")
    document.styles.element.remove(document.styles["List Bullet"].element)
    document.save(tmp_path / "report.docx")
    assert main(["template", "check", str(tmp_path / "report.docx")]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("warning")]
    assert [("List Bullet" in line, "body, paragraph 2" in line) for line in said] == [(True, True)]
