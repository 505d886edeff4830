"""A kept press prints the same bytes, and is used only where it would be made the same anew."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.services.desk import Desk
from reportdesk.services.kept_presses import KeptPresses
from reportdesk.services.presses import Presses
from reportdesk.storage.kept_files import KeptFiles

TEMPLATES = Path(__file__).parents[2] / "templates"
IDS = sorted(path.parent.name for path in TEMPLATES.glob("*/template.yaml"))


@pytest.fixture(params=IDS)
def session(request):
    return Desk([TEMPLATES]).open(TEMPLATES / request.param / "sample.yaml")


@pytest.fixture
def files(tmp_path):
    return KeptFiles(tmp_path / "kept")


def printed(session, presses: Presses) -> list[bytes]:
    documents = session.template.documents
    return [presses.press(session.pack, one).print(session.answers) for one in documents]


def test_with_and_without_what_was_kept_the_bytes_are_the_same(session, files):
    anew = printed(session, Presses())
    first = printed(session, Presses(KeptPresses(files)))
    second = printed(session, Presses(KeptPresses(files)))
    assert first == second == anew


@pytest.fixture
def one():
    return Desk([TEMPLATES]).open(TEMPLATES / "england-standard" / "sample.yaml")


def kept_paths(tmp_path):
    return sorted((tmp_path / "kept").glob("*.json"))


def test_it_is_kept_once(one, files, tmp_path):
    for _ in range(2):
        printed(one, Presses(KeptPresses(files)))
    assert len(kept_paths(tmp_path)) == 1


@pytest.mark.parametrize("data", [None, [], {}, "x", [[], []], [1, 2], [[[]], [1, 0, [], []]]])
def test_what_is_kept_but_odd_is_made_anew(one, files, tmp_path, data):
    anew = printed(one, Presses(KeptPresses(files)))
    files.write(kept_paths(tmp_path)[0].stem, data)
    assert printed(one, Presses(KeptPresses(files))) == anew
    assert json.loads(kept_paths(tmp_path)[0].read_bytes().partition(b"\n")[2]) != data


def test_other_fields_or_another_file_are_kept_apart(one, files, tmp_path):
    document, pack = one.template.documents[0], one.pack
    presses = KeptPresses(files)
    path = tmp_path / document.file
    shutil.copyfile(pack.folder / document.file, path)
    first, *rest = one.template.fields()
    presses.press(path, (first, *rest))
    presses.press(path, (replace(first, label="Another label"), *rest))
    path.write_bytes((TEMPLATES / "walsall-scrutiny" / "response.docx").read_bytes())
    presses.press(path, tuple(Desk([TEMPLATES]).new("walsall-scrutiny").template.fields()))
    assert len(kept_paths(tmp_path)) == 3


HEAVY = "jinja2 lxml docx markdown_it yaml difflib zipfile asyncio dataclasses concurrent pypdf"


@pytest.mark.parametrize(
    "template", sorted(path.parent.name for path in TEMPLATES.glob("*/sample.yaml"))
)
def test_a_cold_export_loads_no_heavy_library(tmp_path, template):
    draft = TEMPLATES / template / "sample.yaml"
    source = (
        "import sys; from reportdesk.cli import main\n"
        f"code = main(['export', {str(draft)!r}, '-o', {str(tmp_path / 'r.docx')!r}])\n"
        f"print(code, [name for name in {HEAVY.split()} if name in sys.modules])"
    )
    command = [sys.executable, "-c", source]
    for _ in range(2):
        told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert told.splitlines()[-1] == "0 []"
