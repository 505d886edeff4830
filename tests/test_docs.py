"""What the pages tell is what the program does: commands, fields, tags, files and links."""

import argparse
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from docx import Document

from reportdesk.__main__ import UNHEARD
from reportdesk.cli.arguments import parser as the_parser
from reportdesk.cli.telling import FAILED, FINE, PROBLEMS, STOPPED
from reportdesk.core.fields import Kind
from reportdesk.core.problems import Severity
from reportdesk.core.settings import FIELDS
from reportdesk.services.folders import template_folders
from reportdesk.services.template_check import check_template_at
from reportdesk.storage import field_entries, templates
from reportdesk.storage.drafts import answers_for, parse_draft
from reportdesk.storage.places import find_places
from reportdesk.storage.settings import read_settings
from reportdesk.templating.filtering import FILTERS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")])
FOLDERS = template_folders([])


def page(name):
    return (ROOT / name).read_text("utf-8")


def blocks(text):
    """Return what stands indented by four spaces, one text a block."""
    found = re.findall(r"(?:^    .*\n|^\n(?=    ))+", text, re.MULTILINE)
    return [re.sub(r"^    ", "", one, flags=re.MULTILINE).strip("\n") + "\n" for one in found]


def first_cells(text, head):
    """Return what stands in code in the first cells of the table that begins with that head."""
    table = text.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    cells = [row.split(" | ")[0] for row in table.splitlines()[2:]]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


# --- Links and pictures ------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(path):
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8"))
    own = [link.partition("#")[0] for link in links if not re.match(r"\w+:", link)]
    assert [link for link in own if link and not (path.parent / link).exists()] == []


def test_every_page_of_the_docs_is_linked_from_the_readme_or_another():
    told = "".join(path.read_text("utf-8") for path in PAGES)
    names = [path.name for path in (ROOT / "docs").glob("*.md")]
    assert [name for name in names if f"({name})" not in told and f"/{name})" not in told] == []


# --- Commands ----------------------------------------------------------------------------------


def commands(parser=None, before=""):
    """Return the options of each command, by its words."""
    known = {}
    for action in (parser or the_parser())._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                known |= commands(inner, f"{before} {name}".strip())
    if known:
        return known
    options = {option for action in parser._actions for option in action.option_strings}
    return {before: {option for option in options if option.startswith("--")} - {"--help"}}


@pytest.mark.parametrize("name", ["README.md", "docs/shell.md"])
def test_the_table_of_commands_is_that_of_the_shell(name):
    rows = re.findall(r"^\| `reportdesk ([a-z]+(?: [a-z]+)?)([^\n]*)$", page(name), re.MULTILINE)
    told = {command: set(re.findall(r"--[a-z]+", rest)) for command, rest in rows}
    assert told == {command: options - {"--output"} for command, options in commands().items()}


@pytest.mark.parametrize("command", commands())
def test_each_command_has_a_passage_with_an_example(command):
    passage = page("docs/shell.md").partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    assert re.search(rf"^    \$ reportdesk (?:--templates \S+ )?{command}\b", passage, re.MULTILINE)


def test_each_example_of_a_command_is_understood():
    examples = re.findall(r"^    \$ reportdesk (.+)$", page("docs/shell.md"), re.MULTILINE)
    assert len(examples) > 15
    for example in examples:
        the_parser().parse_args(example.split())


def test_the_exit_codes_told_are_those_of_the_shell():
    codes = {FINE, PROBLEMS, FAILED, STOPPED, UNHEARD}
    table = page("docs/shell.md").partition("| code |")[2].partition("\n\n")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+) ", table, re.MULTILINE)} == codes


# --- Templates and drafts ----------------------------------------------------------------------


@pytest.fixture
def documented(tmp_path):
    """The template that the page shows, with a Word file of all tags that it shows."""
    text = page("docs/templates.md")
    folder = tmp_path / "marlow-scrutiny"
    folder.mkdir()
    extra = "      - {fields}\n"
    fields = re.findall(r"\b(?:background|findings|inspect\w+|recommendations|sig\w+_by)\b", text)
    wanted = sorted({*fields, "subtitle", "is_urgent"} & vocabulary())
    extra = "".join(f"      - {field}\n" for field in wanted)
    shown = next(one for one in blocks(text) if one.startswith("format: 1"))
    (folder / "template.yaml").write_text(
        f"{shown}  - id: more\n    title: More\n    fields:\n{extra}", "utf-8"
    )
    document = Document()
    for tag in ["{% for f in findings %}", *tags(text), "{% endfor %}"]:
        document.add_paragraph(tag)
    document.save(folder / "report.docx")
    return folder


def vocabulary():
    return set(templates.load_vocabulary(FOLDERS[-1] / "vocabulary.yaml"))


def tags(text):
    rows = [row for row in text.splitlines() if row.startswith("| ") and "`{" in row]
    cells = [code for row in rows for code in re.findall(r"`(\{[^`]*\})`", row)]
    closed = [code.replace("\\|", "|") for code in cells]
    return [code + " x {% endif %}" if opens(code) else code for code in closed]


def opens(code):
    return code.startswith("{% if") and "endif" not in code


def test_the_template_that_is_shown_is_a_template(documented):
    found = check_template_at(documented, FOLDERS)
    assert [str(one) for one in found if one.severity is Severity.STOP] == []


def test_the_tables_of_the_templates_page_are_whole():
    text = page("docs/templates.md")
    attributes = {"id", *field_entries._LOOK, *field_entries._MEANING}
    assert set(first_cells(text, "of a field")) == attributes
    assert first_cells(text, "kind") == [kind.value for kind in ordered(text)]
    assert {kind.value for kind in Kind} == set(first_cells(text, "kind"))
    assert set(first_cells(text, "filter")) == set(FILTERS)


def ordered(text):
    return [Kind(name) for name in first_cells(text, "kind")]


def test_the_draft_that_is_shown_is_a_draft():
    text = page("docs/drafts.md")
    pack = templates.find_template(FOLDERS, "wokingham-scrutiny")
    shown = next(one for one in blocks(text) if one.startswith("# ReportDesk draft."))
    answers, kept, _problems = answers_for(parse_draft(shown.encode(), "d.yaml"), pack.template)
    assert answers["report_title"] == "Outcome of the focused visit to the front door"
    assert answers["findings"][0]["theme"] == "Decision-making"
    assert set(kept) <= {"is_urgent"}
    assert {kind.value for kind in Kind} == set(first_cells(text, "kind"))


# --- What is kept where, and of what the program is made ----------------------------------------


def test_the_folders_told_are_those_that_are_used(tmp_path):
    text = page("docs/it.md")
    roaming, local = tmp_path / "roaming", tmp_path / "local"
    windows = find_places({"APPDATA": str(roaming), "LOCALAPPDATA": str(local)}, "win32")
    linux = find_places({}, "linux")
    table = text.partition("| | Windows | Linux |")[2].partition("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", row) for row in table.splitlines()[2:]]
    for (told, unix), name in zip(rows, ("settings", "data", "cache"), strict=True):
        used = told.replace("%LOCALAPPDATA%", str(local)).replace("%APPDATA%", str(roaming))
        assert Path(used.replace("\\", "/")) == getattr(windows, name)
        assert Path(unix).expanduser() == getattr(linux, name)


def test_the_settings_told_are_those_that_there_are(tmp_path):
    text = page("docs/it.md")
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
    assert {(field.id, field.label) for field in FIELDS} <= set(rows)
    shown = next(one for one in blocks(text) if one.startswith("council:"))
    file = tmp_path / "settings.yaml"
    file.write_text(shown, "utf-8")
    read = read_settings(file, FIELDS)
    assert (set(read.answers), read.problems) == (
        {"council", "template_folders", "remember_people"},
        (),
    )


def test_the_packages_told_are_those_that_are_installed():
    told = re.findall(r"^\| ([\w.-]+) \| (\d[\w.]+) \|", page("docs/it.md"), re.MULTILINE)
    pins = re.findall(r"^([\w.-]+)==([\w.]+)", page("requirements.txt"), re.MULTILINE)
    assert told == pins


def test_the_licences_told_are_those_of_the_packages():
    rows = re.findall(r"^\| ([\w.-]+) \| \d[\w.]+ \| ([\w.-]+)", page("docs/it.md"), re.MULTILINE)
    for name, licence in rows:
        if name != "comtypes" or sys.platform == "win32":
            assert NAMES[licence] in told_by(name), name


NAMES = {
    "Apache-2.0": "Apache",
    "BSD-3-Clause": "BSD",
    "LGPL-3.0": "LGPL-3.0",
    "MIT": "MIT",
    "MPL-2.0": "Mozilla Public License",
    "PSF-2.0": "PSF-2.0",
}


def told_by(name):
    """Return what the package itself says of its licence."""
    package = distribution(name)
    heads = [value for key, value in package.metadata.items() if key.startswith("License")]
    kinds = package.metadata.get_all("Classifier") or []
    files = [one for one in package.files or () if "LICEN" in one.name.upper()]
    return "\n".join([*heads, *kinds, *(one.read_text("utf-8") for one in files)])


def test_no_page_speaks_of_a_command_that_is_not_there():
    told = {
        tuple(words.split()[:2])
        for path in PAGES
        for words in re.findall(r"`reportdesk ((?:template|letter) \w+)", path.read_text("utf-8"))
    }
    assert {" ".join(words) for words in told} <= set(commands())


def test_the_guide_of_translators_gives_the_command_that_is_tested():
    assert "--keyword=plural:1,2" in page("CONTRIBUTING.md")


def test_dev_py_knows_the_commands_of_the_readme():
    known = subprocess.run(
        [sys.executable, "dev.py", "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    told = {
        word
        for path in PAGES
        for word in re.findall(r"python3 dev\.py (\w+)", path.read_text("utf-8"))
    }
    assert [word for word in told if word not in known] == []
