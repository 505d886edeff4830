"""A template that is read and saved again is the same document, clean of its past."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from word_files import (
    SETTINGS,
    SPACES,
    packed,
    paragraph,
    run,
    table,
    with_core,
    with_relation,
    word_file,
    word_parts,
)
from word_skeletons import filled, parts

from reportdesk.core.errors import PackageError
from reportdesk.word.result_check import check_result
from reportdesk.word.template_file import Properties, WordTemplate, open_template

TITLED = Properties("Report & title")


def opened(path: Path, data: bytes) -> WordTemplate:
    path.write_bytes(data)
    return open_template(path)


@pytest.fixture
def saved(tmp_path):
    """Opens a Word file as a template and saves it with the tags as their own values."""

    def save(data: bytes, properties: Properties = TITLED) -> bytes:
        template = opened(tmp_path / "t.docx", data)
        return template.save(filled(template.skeleton), template.writer(), properties)

    return save


def texts(data: bytes) -> list[str]:
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


BODY = paragraph("Dear {{ name }},") + table(("a", "{{ b }}")) + paragraph("Yours")


def test_what_is_saved_reads_as_the_template(saved):
    assert texts(saved(word_file(BODY))) == ["Dear {{ name }},", "Yours"]


def test_a_template_without_tags_stays_as_it_is(saved):
    data = word_file(paragraph("a") + table(("b",)) + paragraph("c"))
    assert parts(saved(data))["word/document.xml"] == parts(data)["word/document.xml"]


WORDS = st.text(st.characters(exclude_categories=["C"], exclude_characters="{}%#<>&"), min_size=1)


@given(words=st.lists(WORDS, min_size=1, max_size=8))
def test_text_comes_through_unchanged(words, tmp_path_factory):
    data = word_file("".join(paragraph(run(word)) for word in words) + paragraph("{{ a }}"))
    template = opened(tmp_path_factory.mktemp("t") / "t.docx", data)
    made = template.save(filled(template.skeleton), template.writer(), TITLED)
    assert texts(made)[:-1] == texts(data)[:-1]


def test_the_same_input_gives_the_same_bytes(saved):
    assert saved(word_file(BODY)) == saved(word_file(BODY))


def test_saving_again_gives_the_same_bytes(tmp_path):
    template = opened(tmp_path / "t.docx", word_file(BODY))
    first, second = (
        template.save(filled(template.skeleton), template.writer(), TITLED) for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("sizes", [[1], [10, 10], [40_000] * 3, [70_000] * 12])
def test_chunks_are_joined(tmp_path, sizes):
    template = opened(tmp_path / "t.docx", word_file(BODY))
    chunks = [f"<a>{number:0{size}}</a>" for number, size in enumerate(sizes)]
    given = {"word/document.xml": ["<r>", *chunks, "</r>"]}
    for _ in range(2):
        made = template.save(given, template.writer(), TITLED)
        assert parts(made)["word/document.xml"] == "".join(given["word/document.xml"])


def test_one_changed_chunk_changes_the_report(tmp_path):
    template = opened(tmp_path / "t.docx", word_file(BODY))
    for last in ("<b/>", "<c/>"):
        given = {"word/document.xml": ["<r>", "<a/>" * 9_000, last, "</r>"]}
        made = template.save(given, template.writer(), TITLED)
        assert parts(made)["word/document.xml"].endswith(f"{last}</r>")


def test_dates_in_the_container_are_fixed(saved):
    with zipfile.ZipFile(io.BytesIO(saved(word_file(BODY)))) as container:
        assert {info.date_time for info in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.extra for info in container.infolist()} == {b""}
        assert container.namelist()[0] == "[Content_Types].xml"


def test_properties_are_new(saved):
    core = Document(io.BytesIO(saved(packed(with_core(word_parts(), "Old"))))).core_properties
    assert (core.title, core.language, core.author) == ("Report & title", "en-GB", "")


def test_a_tag_in_a_property_wins(saved):
    core = Document(io.BytesIO(saved(packed(with_core(word_parts(), "{{ t }}"))))).core_properties
    assert core.title == "{{ t }}"


def test_properties_are_made_where_there_are_none(saved):
    assert Document(io.BytesIO(saved(word_file(BODY)))).core_properties.title == "Report & title"


PAST = {
    "rsids": '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>',
    "docVars": '<w:docVars><w:docVar w:name="x" w:val="hidden"/></w:docVars>',
    "trackRevisions": "<w:trackRevisions/>",
    "documentProtection": '<w:documentProtection w:edit="readOnly"/>',
    "docId": '<w14:docId w14:val="12345678"/>',
}


@pytest.mark.parametrize(("name", "xml"), PAST.items(), ids=PAST.keys())
def test_settings_tell_nothing_of_the_past(saved, name, xml):
    data = word_file(BODY, settings=SETTINGS.replace("<w:zoom", f"{xml}<w:zoom"))
    assert name not in parts(saved(data))["word/settings.xml"]


def test_settings_say_the_language(saved):
    assert '<w:themeFontLang w:val="en-GB"/>' in parts(saved(word_file(BODY)))["word/settings.xml"]


CONTENTS = paragraph(f'<w:fldSimple w:instr=" TOC \\o ">{run("x")}</w:fldSimple>')


@pytest.mark.parametrize(("body", "holds"), [(CONTENTS, True), (paragraph("TOC"), False)])
def test_fields_are_brought_up_to_date_where_there_are_contents(saved, body, holds):
    assert ("updateFields" in parts(saved(word_file(body)))["word/settings.xml"]) is holds


EDITED = (
    '<w:p w:rsidR="00AB12CD" w14:paraId="11111111"><w:proofErr w:type="spellStart"/>'
    f'<w:ins w:id="1" w:author="Ann Clerk" w:date="2026-01-01T00:00:00Z">{run("in")}</w:ins>'
    '<w:del w:id="2" w:author="Ann Clerk"><w:r><w:delText>out</w:delText></w:r></w:del>'
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>'
)
TRACES = ("rsid", "paraId", "proofErr", "Ann Clerk", "out", "_GoBack")


@pytest.mark.parametrize("tagged", [paragraph("{{ a }}"), ""], ids=["tagged", "untagged"])
def test_traces_of_editing_go(saved, tagged):
    main = parts(saved(word_file(EDITED + tagged)))["word/document.xml"]
    assert [trace for trace in TRACES if trace in main] == []
    assert "in</w:t>" in main


def test_traces_go_from_parts_without_tags(saved):
    header = f"<w:hdr {SPACES}>{EDITED}</w:hdr>"
    assert "Ann Clerk" not in parts(saved(word_file(BODY, header=header)))["word/header1.xml"]


COMMENTS = (
    f'<w:comments {SPACES}><w:comment w:id="0" w:author="Ann Clerk" w:initials="AC"'
    f' w:date="2026-01-01T00:00:00Z">{paragraph("Note {}")}</w:comment></w:comments>'
)


@pytest.mark.parametrize("tag", ["{{ a }}", ""], ids=["tagged", "untagged"])
def test_comments_do_not_say_whose_they_are(saved, tag):
    comments = COMMENTS.replace("{}", tag)
    made = parts(saved(word_file(BODY, comments=comments)))["word/comments.xml"]
    assert [trace for trace in ("Ann", "AC", "2026") if trace in made] == []
    assert "Note" in made


def test_a_deleted_row_goes(saved):
    row = '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    main = parts(saved(word_file(table(("a",)).replace("</w:tbl>", row))))["word/document.xml"]
    assert main.count("<w:tr>") == 1


def test_what_was_left_out_is_told(tmp_path):
    data = packed(
        with_relation({**word_parts(), "word/people.xml": "<x/>"}, "people", "people.xml")
    )
    assert len(opened(tmp_path / "t.docx", data).notices) == 1


def test_styles_are_named(tmp_path):
    names = opened(tmp_path / "t.docx", word_file()).styles
    assert names == ["Normal", "heading 1", "heading 2", "Own"]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(PackageError, match="there is no such file"):
        open_template(tmp_path / "no.docx")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(PackageError, match="not a file"):
        open_template(tmp_path)


def made_by_python_docx() -> bytes:
    made = Document()
    made.add_heading("Report", 1)
    made.add_paragraph("Dear {{ name }}")
    made.add_table(2, 2, style="Table Grid").cell(0, 0).text = "{{ a }}"
    made.sections[0].header.paragraphs[0].text = "{{ title }}"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("command", ["openxml-audit", "ooxml-integrity"])
def test_validators_find_nothing(saved, tmp_path, command):
    target = tmp_path / "saved.docx"
    target.write_bytes(saved(made_by_python_docx()))
    program = shutil.which(command, path=Path(sys.executable).parent)
    assert program
    words = [program, "check", target] if "integrity" in command else [program, target]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no findings" in done.stdout or "clean" in done.stdout


def test_our_own_check_finds_only_the_tags(saved):
    found = check_result(saved(made_by_python_docx()), "r.docx")
    assert all("left over" in problem.message for problem in found)


def test_nothing_heavy_is_loaded(tmp_path):
    """A small report's whole time is measured: what is slow to import stays out."""
    heavy = "{'zipfile', 'lxml', 'docx', 'jinja2', 'yaml', 'logging', 'xml.etree'}"
    code = f"import sys, reportdesk.word.template_file; print({heavy} & set(sys.modules))"
    source = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=source, check=True
    )
    assert done.stdout.strip() == "set()"
