"""What an officer writes stays in the draft and its copies, and nothing goes over a network."""

import ast
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from screen import ROOT, wait_until

from reportdesk.services.folders import template_folders

SRC = ROOT / "src" / "reportdesk"
NETWORK = {
    *("socket", "ssl", "urllib.request", "http.client", "http.server", "ftplib", "smtplib"),
    *("requests", "asyncio", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
}
ALLOWED = {
    "gui/signals.py": {"socket"},  # a pair of its own, for the system's signals
    "storage/owners.py": {"socket"},  # the name of this computer
}
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and modes")
FIELD = "background"


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """What a window leaves that typed, kept the text, and was ended by SIGTERM."""
    home = tmp_path_factory.mktemp("officer")
    run_window(home, [])
    return home


def environment(home: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE")}
    mine = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **folders, **mine, "PYTHONPATH": str(ROOT / "src")}


def run_window(home: Path, before: list[str]) -> None:
    """Let a window type some words into a draft, and end it once they are kept."""
    (home / "tmp").mkdir()
    draft = home / "draft.yaml"
    shutil.copy(template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml", draft)
    script = ROOT / "tests" / "long" / "typing_window.py"
    command = [*before, sys.executable, str(script), str(draft), FIELD]
    with (home / "typed.txt").open("wb") as typed:
        window = subprocess.Popen(command, env=environment(home), stdout=typed, stderr=typed)
    kept = home / "data" / "reportdesk" / "recovery"
    wait_until(lambda: any(b"w1 " in one.read_bytes() for one in kept.glob("*.yaml")), "kept text")
    if before:  # the tracer hands no signal on: end the window itself
        end_children(window.pid)
    else:
        window.send_signal(signal.SIGTERM)
    assert window.wait(60) == 0


def end_children(parent: int) -> None:
    told = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
    for child in told.split():
        os.kill(int(child), signal.SIGTERM)


@POSIX
def test_only_recovery_holds_what_was_typed(left):
    holding = {
        one.relative_to(left).parts[:3]
        for one in left.rglob("*")
        if one.is_file() and re.search(rb"\bw\d+ w\d+\b", one.read_bytes())
    }
    assert holding == {("data", "reportdesk", "recovery")}


@POSIX
def test_all_that_holds_text_is_for_its_owner_alone(left):
    data = left / "data" / "reportdesk"
    assert stat.S_IMODE((data / "recovery").stat().st_mode) == 0o700
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (data / "recovery").glob("*.yaml")}
    assert modes == {0o600}


@POSIX
def test_nothing_is_left_in_the_folder_for_everybodys_temporary_files(left):
    assert list((left / "tmp").iterdir()) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
def test_no_address_is_ever_asked_for(tmp_path):
    log = tmp_path / "calls.txt"
    trace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(log)]
    if subprocess.run([*trace, "true"], capture_output=True).returncode:
        pytest.skip("this machine does not let programs be traced")
    home = tmp_path / "officer"
    home.mkdir()
    run_window(home, trace)
    report = [sys.executable, "-m", "reportdesk", "export", str(home / "draft.yaml")]
    subprocess.run(
        [*trace[:-1], str(tmp_path / "shell.txt"), *report, "-o", str(home / "report.docx")],
        env=environment(home),
        check=True,
        capture_output=True,
    )
    said = log.read_text("utf-8", "replace") + (tmp_path / "shell.txt").read_text("utf-8")
    assert re.findall(r".*AF_INET.*", said) == []


def imported(path: Path) -> set[str]:
    """Return the full names of all that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found & NETWORK


def test_no_module_can_reach_a_network():
    reaching = {path.relative_to(SRC).as_posix(): imported(path) for path in SRC.rglob("*.py")}
    assert {name: found for name, found in reaching.items() if found} == ALLOWED


def test_an_import_of_the_network_is_seen(tmp_path):
    path = tmp_path / "a.py"
    path.write_text("from urllib.request import urlopen\nfrom PySide6 import QtNetwork\n", "utf-8")
    assert imported(path) == {"urllib.request", "PySide6.QtNetwork"}
