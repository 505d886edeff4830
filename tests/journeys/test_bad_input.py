"""Whatever an officer hands in: one clear line a fault, exit code 2, the old file as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from io import BytesIO

import docx
import pytest
from bad_drafts import BAD, HEAD, TEXTS
from shell import ROOT, Run

SAMPLE = ROOT / "templates" / "england-standard" / "sample.yaml"
SECONDS, MEGABYTES = 2, 512
OLD = b"the report of yesterday"


def expect_refused(run: Run, says: str) -> None:
    assert (run.code, run.out) == (2, ""), run.err
    assert says in run.err
    assert "Traceback" not in run.err
    assert all(len(line) < 400 for line in run.lines)
    assert (run.seconds < SECONDS, run.megabytes < MEGABYTES) == (True, True)


@pytest.fixture
def export(shell, tmp_path):
    """Export a draft over an old report; gives the run and what is there afterwards."""

    def run(draft: bytes | str, *options: object) -> tuple[Run, bytes]:
        path, target = tmp_path / "draft.yaml", tmp_path / "report.docx"
        data = draft if isinstance(draft, bytes) else draft.encode("utf-8")
        path.write_bytes(data)
        target.write_bytes(OLD)
        made = shell(*options, "export", path, "-o", target)
        return made, target.read_bytes()

    return run


@pytest.mark.parametrize(("draft", "says"), BAD.values(), ids=BAD.keys())
def test_a_bad_draft(export, draft, says):
    run, left = export(draft)
    expect_refused(run, says)
    assert left == OLD
    assert all("draft.yaml" in line for line in run.lines)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_only_looks_bad_is_printed_as_it_is(export, text):
    run, made = export(HEAD + f"  report_title: {json.dumps(text, ensure_ascii=False)}\n")
    assert (run.code, run.seconds < SECONDS, run.megabytes < MEGABYTES) == (0, True, True)
    shown = [paragraph.text for paragraph in docx.Document(BytesIO(made)).paragraphs]
    assert text in "\n".join(shown)


def test_all_faults_of_a_draft_are_told_in_one_go(export):
    run, _ = export(HEAD + "  meeting_date: soon\n  part: x\n  findings: y\n  report_title: [z]\n")
    assert [line.split(":")[1] for line in run.lines] == ["5", "6", "7", "8"]


@pytest.mark.parametrize("name", ["missing.yaml", ".", "x" * 300 + ".yaml"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_draft_that_is_no_file(shell, command, name):
    expect_refused(shell(command, name), name[:40])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_pipe_is_not_waited_for(shell, tmp_path, command):
    os.mkfifo(tmp_path / "draft.yaml")
    expect_refused(shell(command, "draft.yaml"), "not a file")


# --- Where the report goes ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("nowhere", "make the folder first"),
        ("nowhere/report.docx", "the folder does not exist"),
        ("file", "no such folder"),
        ("file/report.docx", "the folder does not exist"),
        ("x" * 300 + ".docx", "the name is too long"),
        ("own/report.docx", "a template’s own Word file"),
    ],
)
def test_a_place_where_nothing_can_be_written(shell, tmp_path, target, says):
    (tmp_path / "file").write_bytes(OLD)
    shutil.copytree(SAMPLE.parent, tmp_path / "own")
    before = (tmp_path / "own" / "report.docx").read_bytes()
    expect_refused(shell("export", SAMPLE, "-o", target), says)
    assert (tmp_path / "file").read_bytes() == OLD
    assert (tmp_path / "own" / "report.docx").read_bytes() == before


def test_a_file_marked_read_only(shell, tmp_path):
    target = tmp_path / "report.docx"
    target.write_bytes(OLD)
    target.chmod(0o444)
    expect_refused(shell("export", SAMPLE, "-o", target), "read-only")
    assert target.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_written_over(shell, tmp_path):
    os.mkfifo(tmp_path / "report.docx")
    expect_refused(shell("export", SAMPLE, "-o", "report.docx"), "not a file")


@pytest.fixture
def disk(tmp_path):
    """Mount a small disk of memory; only root may."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> bool:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        return subprocess.run(command, capture_output=True).returncode == 0

    if not shutil.which("mount") or not mount("size=64k"):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(shell, disk):
    (disk / "report.docx").write_bytes(OLD)
    (disk / "more").write_bytes(b"x" * 50_000)
    expect_refused(shell("export", SAMPLE, "-o", disk / "report.docx"), "the disk is full")
    assert (disk / "report.docx").read_bytes() == OLD
    assert sorted(os.listdir(disk)) == ["more", "report.docx"]


def test_a_disk_for_reading_alone(shell, disk):
    (disk / "report.docx").write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    expect_refused(shell("export", SAMPLE, "-o", disk / "report.docx"), "read-only")
    expect_refused(shell("new", "england-standard", "-o", disk / "d.yaml"), "read-only")


# --- Templates ---------------------------------------------------------------------------------


def word_file(*texts: str) -> bytes:
    """A Word file of paragraphs."""
    document, made = docx.Document(), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def changed(part: str, *changes: tuple[bytes, bytes]) -> bytes:
    """A Word file with changes to the bytes of one part."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(word_file("x"))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in changes if name == part else ():
                assert before in content
                content = content.replace(before, after, 1)
            new.writestr(name, content)
    return made.getvalue()


def related(kind: str, target: str) -> bytes:
    """A Word file with a relation to something outside."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{office}/{kind}" Target="{target}"'
    line = f'{relation} TargetMode="External"/></Relationships>'.encode()
    return changed("word/_rels/document.xml.rels", (b"</Relationships>", line))


def bombed() -> bytes:
    """A Word file of some kilobytes that unpacks to 300 MB."""
    made = BytesIO(word_file("x"))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/image1.png", bytes(300_000_000))
    return made.getvalue()


_ENTITIES = b'<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;">' % (n, *(n - 1,) * 4) for n in range(1, 16)
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_MAIN = b"wordprocessingml.document.main+xml"
TEMPLATES = {
    "empty": (b"", "empty"),
    "text": (b"Dear all,\n", "not a Word file"),
    "PDF": (b"%PDF-1.7\n", "PDF"),
    "old Word": (_COMPOUND + "WordDocument".encode("utf-16-le"), "97-2003"),
    "encrypted": (_COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "cut off": (word_file("x")[:-400], "cut off"),
    "macros": (
        changed("[Content_Types].xml", (b"application/vnd.openxmlformats-officedocument." + _MAIN,
                b"application/vnd.ms-word.document.macroEnabled.main+xml")), "macro"),
    "linked picture": (related("image", "https://a.example/x.png"), "linked"),
    "attached template": (related("attachedTemplate", "https://a.example/x.dotm"), "template"),
    "linked object": (related("oleObject", "file:///c:/x.xls"), "remove"),
    "link to a file": (related("hyperlink", "file:///c:/x.exe"), "nor an email address"),
    "zip bomb": (bombed(), "unpacks to"),
    "entity bomb": (
        changed("word/document.xml", (b"?>", b"?><!DOCTYPE x [" + _ENTITIES + b"]>")),
        "document type"),
    "deep XML": (
        changed("word/document.xml", (b"<w:body>", b"<w:body>" + b"<w:sdt>" * 50_000),
                (b"</w:body>", b"</w:sdt>" * 50_000 + b"</w:body>")), "nested"),
    "100,000 attributes": (
        changed("word/document.xml", (b"<w:body>", b"<w:body "
                + b" ".join(b'a%d="x"' % n for n in range(100_000)) + b">")), ""),
    "flood of tags": (word_file("{{ report_title }}" * 20_000), "tags"),
    "open tags": (word_file("{{ a" * 20_000), "tags"),
}  # fmt: skip
LOOPS = "{% for a in findings %}" * 25 + "x" + "{% endfor %}" * 25
TAGS = {
    "endless loop": ("{% for x in range(99999999) %}x{% endfor %}", "call"),
    "loops in loops": (LOOPS, ""),
    "huge number": ("{{ 9**(9**9) }}", "calculate"),
    "huge text": ("{{ 'a'*500000000 }}", "calculate"),
    "hidden huge number": ("{% if false %}{{ 9**(9**9) }}{% endif %}", "calculate"),
    "wide filter": ("{{ 'a' | center(2000000000) }}", ""),
    "escape by class": ("{{ ''.__class__.__mro__ }}", ""),
    "escape by globals": ("{{ lipsum.__globals__['os'].system('id') }}", ""),
    "escape by filter": ("{{ report_title | attr('__class__') }}", "filter"),
    "call": ("{{ report_title.upper() }}", "call"),
    "import": ("{% import 'os' as os %}", "tag"),
    "include": ("{% include '/etc/passwd' %}", "tag"),
    "set": ("{% set x = 1 %}", "tag"),
    "macro": ("{% macro x() %}{% endmacro %}", "tag"),
}


@pytest.mark.parametrize(("data", "says"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_word_file_that_is_no_template(shell, own, data, says):
    folder = own(data)
    run = shell("template", "check", folder / "report.docx")
    assert run.code == (1 if "tags" in says else 2)
    expect_refused(Run(2, run.out, run.err, run.seconds, run.megabytes), says)


@pytest.mark.parametrize(("tag", "says"), TAGS.values(), ids=TAGS.keys())
def test_a_tag_that_would_do_harm(shell, own, tag, says):
    run = shell("template", "check", own(word_file(tag)) / "report.docx")
    assert run.code == 1
    expect_refused(Run(2, run.out, run.err, run.seconds, run.megabytes), says)


@pytest.mark.parametrize(
    "data",
    [TEMPLATES["zip bomb"][0], TEMPLATES["macros"][0], TEMPLATES["open tags"][0],
     word_file(TAGS["endless loop"][0]), word_file(TAGS["escape by globals"][0])],
    ids=["zip bomb", "macros", "open tags", "endless loop", "escape"],
)  # fmt: skip
def test_a_bad_template_keeps_a_report_from_being_made(export, own, data):
    folder = own(data)
    run, left = export("format: 1\ntemplate: own\nanswers:\n  report_title: x\n",
                       "--templates", folder.parent)  # fmt: skip
    expect_refused(run, "report.docx")
    assert left == OLD


@pytest.fixture
def own(tmp_path):
    """Make a folder with a template of that Word file."""

    def make(data: bytes):
        folder = tmp_path / "templates" / "own"
        folder.mkdir(parents=True)
        (folder / "report.docx").write_bytes(data)
        (folder / "template.yaml").write_text(
            "format: 1\nid: own\ntitle: Own\ncouncil: Brackwater\nversion: 1\nsummary: Own.\n"
            "body: scrutiny\ndocuments:\n  - {id: report, title: Report, file: report.docx}\n"
            "sections:\n  - id: all\n    title: All\n    fields:\n"
            "      - report_title\n      - findings\n",
            encoding="utf-8",
        )
        return folder

    return make


def test_why_a_template_cannot_be_used_is_told(export, own):
    folder = own(word_file("x"))
    with (folder / "template.yaml").open("a", encoding="utf-8") as file:
        file.write("titel: Own\n")
    options = ("--templates", folder.parent)
    run, _ = export("format: 1\ntemplate: own\nanswers:\n  report_title: x\n", *options)
    expect_refused(run, "template.yaml:16: ")


@pytest.mark.parametrize("folder", ["nowhere", "x" * 300])
def test_a_folder_of_templates_that_cannot_be_read(shell, folder):
    run = shell("--templates", folder, "templates")
    expect_refused(Run(2, "", run.err, run.seconds, run.megabytes), "cannot be read")
    assert (run.code, "england-standard" in run.out) == (2, True)


@pytest.mark.parametrize("name", ["missing.docx", "x" * 300])
def test_a_template_that_is_not_there(shell, name):
    expect_refused(shell("template", "check", name), "there is no template here")
