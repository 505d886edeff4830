"""The shell does what it says, with the exit codes and messages of docs/shell.md."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.cli import main

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "templates").glob("*/sample.yaml"))
SAMPLE = ROOT / "templates" / "england-standard" / "sample.yaml"


@pytest.fixture
def shell(capsys):
    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


def test_templates_are_listed(shell):
    code, out, err = shell("templates")
    assert (code, err) == (0, "")
    assert all(sample.parent.name in out for sample in SAMPLES)


def test_templates_as_json(shell):
    code, out, _ = shell("templates", "--json")
    found = json.loads(out)
    assert (code, found["format"], found["problems"]) == (0, 1, [])
    assert {one["id"] for one in found["templates"]} == {path.parent.name for path in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_a_new_draft_is_read_again(shell, tmp_path, sample):
    draft = tmp_path / "draft.yaml"
    assert shell("new", sample.parent.name, "-o", draft)[0] == 0
    code, _, err = shell("check", draft)
    assert (code, "required" in err) == (1, True)


def test_a_new_draft_does_not_write_over_another(shell, tmp_path):
    draft = tmp_path / "draft.yaml"
    draft.write_text("mine", encoding="utf-8")
    code, _, err = shell("new", "england-standard", "-o", draft)
    assert (code, draft.read_text("utf-8")) == (2, "mine")
    assert str(draft) in err


def test_an_unknown_template_is_told_with_those_there_are(shell, tmp_path):
    code, _, err = shell("new", "england", "-o", tmp_path / "d.yaml")
    assert (code, "england-standard" in err) == (2, True)


def test_every_sample_exports_and_is_complete(shell, tmp_path):
    code, out, err = shell("export", *SAMPLES, "-o", tmp_path)
    assert (code, len(list(tmp_path.glob("*.docx")))) == (0, len(SAMPLES))
    assert {Path(line) for line in out.splitlines()} == set(tmp_path.glob("*.docx"))
    assert "warning" not in err


def test_a_file_name_of_ones_own(shell, tmp_path):
    target = tmp_path / "mine.docx"
    assert shell("export", SAMPLE, "-o", target)[:2] == (0, f"{target}\n")


def test_the_same_draft_gives_the_same_bytes(shell, tmp_path):
    for name in ("a.docx", "b.docx"):
        shell("export", SAMPLE, "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_another_house_style_tells_what_it_does_not_print(shell, tmp_path):
    target = tmp_path / "report.docx"
    code, _, err = shell("export", SAMPLE, "-o", target, "--template", "wokingham-statement")
    assert (code, target.is_file()) == (0, True)
    assert "Report to: this is answered, but this template does not print it" in err


def test_another_document_of_the_template(shell, tmp_path):
    walsall = ROOT / "templates" / "walsall-scrutiny" / "sample.yaml"
    target = tmp_path / "response.docx"
    assert shell("export", walsall, "-o", target, "--document", "response")[0] == 0
    code, _, err = shell("export", walsall, "-o", target, "--document", "letter")
    assert (code, "response" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "missing.yaml", "-o", "x.docx"), "missing.yaml"),
        (("check", "missing.yaml"), "missing.yaml"),
        (("template", "check", "missing"), "missing"),
        (("outline", "missing.docx"), "missing.docx"),
    ],
)
def test_a_missing_file_is_told_in_one_line(shell, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    code, out, err = shell(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_missing_folder_is_told_before_anything_is_made(shell, tmp_path):
    code, _, err = shell("export", SAMPLE, "-o", tmp_path / "nowhere")
    assert (code, "make the folder first" in err) == (2, True)


def test_one_bad_draft_does_not_stop_the_others(shell, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ntemplate: england-standard\nanswers: [\n", encoding="utf-8")
    code, out, err = shell("export", bad, SAMPLE, "-o", tmp_path)
    assert (code, len(out.splitlines())) == (2, 1)
    assert "bad.yaml:" in err


def test_a_fault_names_line_field_and_way_out(shell, tmp_path):
    draft = tmp_path / "draft.yaml"
    text = "format: 1\ntemplate: england-standard\nanswers:\n  meeting_date: soon\n"
    draft.write_text(text, encoding="utf-8")
    code, _, err = shell("check", draft)
    assert code == 2
    assert f"{draft}:4: Meeting date: “soon” is not a date; write it as" in err


def test_check_as_json(shell):
    code, out, _ = shell("check", SAMPLE, "--json")
    assert (code, json.loads(out)) == (0, {"format": 1, "problems": []})


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_shipped_templates_have_no_fault(shell, sample):
    assert shell("template", "check", sample.parent) == (0, "", "")


def test_outline_shows_a_template_as_text(shell):
    code, out, _ = shell("outline", SAMPLE.parent / "report.docx")
    assert (code, "{{ report_title }}" in out) == (0, True)


def test_a_reader_that_has_seen_enough_is_no_fault():
    command = [sys.executable, "-m", "reportdesk", "templates", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""


def test_every_folder_of_templates_that_is_not_there_is_told(shell, tmp_path):
    wrong = (tmp_path / "none", tmp_path / "neither")
    folders = [word for folder in wrong for word in ("--templates", folder)]
    code, out, err = shell(*folders, "export", SAMPLE, "-o", tmp_path)
    assert (code, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == [str(folder) for folder in wrong]
    assert list(tmp_path.iterdir()) == []
