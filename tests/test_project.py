"""The laws of the project as a whole: what is tracked, pinned, written and how large it grows."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SOURCES = sorted((ROOT / "src").rglob("*.py"))
SIZED = [ROOT / "dev.py", *SOURCES]
MAY_WRITE = {
    "src/reportdesk/storage/atomic.py",  # the one safe way to save
    "src/reportdesk/word/pdf.py",  # a scratch folder for the program that makes the PDF
}
REGISTRY = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.|deb\.[d]ebian|[a]rtifactory", re.I)
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|farm|tmp)/")
PIN = re.compile(r"[A-Za-z0-9][\w.-]*==[\w.]+(; [a-z_]+ == \"\w+\")?")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no git, so nobody knows what is tracked")
    raw = [(path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in tracked()]
    return [(name, data.decode("utf-8")) for name, data in raw if b"\0" not in data]


def pins(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line for line in lines if line != "-r requirements.txt"]


def own(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- What is tracked ---------------------------------------------------------------------------


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH])
def test_no_tracked_file_names_a_registry_or_a_machine_path(pattern):
    assert [name for name, text in texts() if pattern.search(text)] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(REGISTRY, "https://py" + "pi.org/simple"), (MACHINE_PATH, "see /tm" + "p/x")],
)
def test_the_patterns_find_what_they_ban(pattern, text):
    assert pattern.search(text)


# --- What is pinned ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_requirement_has_one_version(name):
    assert [line for line in pins(name) if not PIN.fullmatch(line)] == []


def test_a_release_installs_the_same_versions_by_their_hashes():
    text = (ROOT / "requirements-release.txt").read_text("utf-8")
    hashed = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
        if found := re.match(r"([\w.-]+)==([\w.]+)", entry):
            assert "--hash=sha256:" in entry
            hashed[canonicalize_name(found[1])] = found[2]
    asked = {}
    for line in pins("requirements.txt"):
        requirement = Requirement(line)
        asked[canonicalize_name(requirement.name)] = str(requirement.specifier)[2:]
    assert {name: hashed.get(name) for name in asked} == asked


def test_the_pins_keep_to_the_ranges_of_the_project():
    pinned = {}
    for line in pins("requirements.txt") + pins("requirements-dev.txt"):
        requirement = Requirement(line)
        version = str(requirement.specifier).removeprefix("==")
        pinned[canonicalize_name(requirement.name)] = version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = map(Requirement, project["dependencies"] + project["optional-dependencies"]["dev"])
    assert [
        str(one)
        for one in asked
        if pinned.get(canonicalize_name(one.name), "") not in one.specifier
    ] == []


@pytest.mark.parametrize(
    ("package", "distribution"),
    [("docx", "python-docx"), ("docxtpl", "docxtpl"), ("jinja2", "Jinja2"), ("yaml", "PyYAML")],
)
def test_no_fork_writes_over_a_library(package, distribution):
    assert set(packages_distributions()[package]) == {distribution}


def test_qt_gives_back_the_references_it_takes(qapp):
    """PySide6 6.12.0 takes one reference to None a call on Python 3.11, and aborts in the end."""
    label, before = QLabel(), sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


# --- What is shipped ---------------------------------------------------------------------------


def test_the_wheel_brings_templates_and_resources(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    bundled = {
        f"reportdesk/_bundled/{own(path)}"
        for folder in ("templates", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not path.name.startswith((".", "~"))
    }
    assert bundled - names == set()
    assert "reportdesk/__main__.py" in names


# --- How the sources are written ---------------------------------------------------------------


def writes(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.Call) and writes_file(node) for node in ast.walk(tree))


def writes_file(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    first = 1 if isinstance(call.func, ast.Name) else 0
    modes = [*call.args[first:2], *(word.value for word in call.keywords if word.arg == "mode")]
    marks = [mode.value for mode in modes if isinstance(mode, ast.Constant)]
    opened = any(
        isinstance(mark, str) and re.fullmatch(r"[rbtwax+]*[wax+][bt]?", mark) for mark in marks
    )
    return name in {"write_text", "write_bytes"} or (name in {"open", "fdopen"} and opened)


def hidden_imports(source: str) -> list[int]:
    """Return the lines of imports in functions or for types alone that give no reason beside."""
    lines = source.splitlines()
    return [
        node.lineno
        for outer in ast.walk(ast.parse(source))
        if hides(outer)
        for node in ast.walk(outer)
        if isinstance(node, ast.Import | ast.ImportFrom) and "#" not in beside(lines, node.lineno)
    ]


def hides(node: ast.AST) -> bool:
    for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    return for_types or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def beside(lines: list[str], number: int) -> str:
    """Return the line of that number and what stands above the imports that it belongs to."""
    above = number - 1
    while lines[above - 1].lstrip().startswith(("import ", "from ")):
        above -= 1
    return lines[number - 1] + lines[above - 1]


def functions(tree: ast.AST) -> list[tuple[str, int]]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    found = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    return [(node.name, node.end_lineno - node.lineno + 1 - said(node)) for node in found]


def said(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return len((ast.get_docstring(node, clean=False) or "").splitlines())


def parsed() -> list[tuple[str, ast.Module]]:
    return [(own(path), ast.parse(path.read_text("utf-8"))) for path in SOURCES]


def test_files_are_written_in_one_place():
    assert [name for name, tree in parsed() if name not in MAY_WRITE and writes(tree)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("open('a', 'w')", True),
        ("open('a', mode='ab')", True),
        ("path.open('r+')", True),
        ("os.fdopen(handle, 'wb')", True),
        ("path.write_text('a')", True),
        ("path.write_bytes(b'a')", True),
        ("open('a')", False),
        ("open('a', 'rb')", False),
        ("path.open()", False),
    ],
)
def test_writing_is_seen(source, found):
    assert writes(ast.parse(source)) is found


def test_imports_stand_at_the_top_or_give_their_reason():
    doors = {ROOT / "src/reportdesk/__main__.py"}  # the shell must not wait for Qt
    kept = [path for path in SOURCES if path not in doors]
    found = [(own(path), hidden_imports(path.read_text("utf-8"))) for path in kept]
    assert [(name, lines) for name, lines in found if lines] == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import docx", []),
        ("def f():\n    import docx", [2]),
        ("if TYPE_CHECKING:\n    from docx import Document", [2]),
        ("if sys.platform == 'win32':\n    import msvcrt", []),
        ("def f():\n    # The window shows before python-docx loads.\n    import docx", []),
    ],
)
def test_a_hidden_import_is_seen(source, lines):
    assert hidden_imports(source) == lines


def test_each_module_says_what_it_is_for():
    assert [name for name, tree in parsed() if not ast.get_docstring(tree)] == []


def test_files_stay_small():
    sizes = [(own(path), len(path.read_text("utf-8").splitlines())) for path in SIZED]
    assert [(name, lines) for name, lines in sizes if lines >= 300] == []


def test_functions_stay_small():
    found = [(own(path), functions(ast.parse(path.read_text("utf-8")))) for path in SIZED]
    assert [(name, *one) for name, all_ in found for one in all_ if one[1] >= 40] == []


def test_the_length_of_a_function_leaves_out_its_docstring():
    assert functions(ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1')) == [
        ("f", 2)
    ]


# --- What is told ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_the_guides_point_to_is_there(name):
    text = (ROOT / name).read_text("utf-8")
    links = re.findall(r"\]\(([^):#]+)\)", text)
    paths = re.findall(r"`((?:src|tests|templates|docs|changelog\.d)/[\w./-]*)`", text)
    assert links + paths
    assert [one for one in links + paths if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("command", ["python3 dev.py run", "python3 dev.py test"])
def test_the_guide_gives_the_two_commands(command):
    assert command in README.splitlines()
