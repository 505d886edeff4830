"""Measure the start: from the command to a painted window, beside other programs in turn.

    python benchmarks/startup.py [--rounds N] [--peers FOLDER]

Prints a Markdown table. It needs Linux and Xvfb, on whose screen it watches for each program's
window; ``--peers`` is a folder with ``novelwriter`` and ``retext`` if those are not on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src"
sys.path.insert(0, str(SOURCE))
SCREEN = "1400x1000x24"
PATCH = (0, 0, 560, 420)  # of the screen, where windows come without a window manager
COLOURS = 8  # more than these are a picture, not a background
PATIENCE = 60.0  # seconds
SETTLED = 6.0  # seconds after which memory is measured
FINDINGS = 50
BARE, OURS, DRAFT = "bare PySide6 window", "**ReportDesk**", f"**ReportDesk**, {FINDINGS} findings"


@dataclass
class Program:
    """A program to start.

    Attributes:
        painted: milliseconds from the command to the painted window.
        spent: milliseconds of the processor until then, which a busy machine changes less.
        memory: MiB once it has settled.
    """

    name: str
    command: list[str]
    painted: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


@contextmanager
def screen() -> Iterator[str]:
    """Give a virtual screen; yields its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def programs(peers: Path | None, folder: Path) -> tuple[list[Program], list[str]]:
    """Return what can be started, and the names of those that are not installed."""
    path = os.pathsep.join(filter(None, [str(peers) if peers else "", os.environ["PATH"]]))
    found = [
        Program(BARE, [sys.executable, str(HERE / "peers" / "bare_window.py")]),
        Program(OURS, [sys.executable, "-m", "reportdesk"]),
        Program(DRAFT, [sys.executable, "-m", "reportdesk", str(_draft(folder))]),
    ]
    missing = []
    for name, program, *options in (
        ("LibreOffice Writer, empty", "soffice", "--writer", "--norestore", "--nologo"),
        ("ReText", "retext"),
        ("novelWriter", "novelwriter"),
    ):
        whole = shutil.which(program, path=path)
        if whole:
            found.append(Program(name, [whole, *options]))
        else:
            missing.append(name)
    return found, missing


def measure(program: Program, display: str, home: Path, watch: Watch) -> tuple[float, float, float]:
    """Start the program and end it; return milliseconds until painted, those spent, and MiB."""
    environment = _environment(display, home)
    start = time.perf_counter()
    running = subprocess.Popen(
        program.command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        took = watch.painted(start)
        spent = sum(_spent(one) for one in _family(running.pid))
        time.sleep(SETTLED)
        memory = sum(_memory(one) for one in _family(running.pid))
        return took * 1000, spent, memory
    finally:
        _end(running)
        watch.cleared()


class Watch:
    """Looks at one corner of the screen."""

    def __init__(self) -> None:
        from PySide6.QtGui import QGuiApplication

        self._app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        self._screen = QGuiApplication.primaryScreen()

    def painted(self, start: float) -> float:
        """Wait until a picture stands there; return the seconds since the start."""
        while time.perf_counter() - start < PATIENCE:
            if self._colours() > COLOURS:
                return time.perf_counter() - start
            time.sleep(0.002)
        raise RuntimeError("no window came")

    def cleared(self) -> None:
        """Wait until the picture is gone."""
        end = time.perf_counter() + PATIENCE
        while self._colours() > COLOURS and time.perf_counter() < end:
            time.sleep(0.05)

    def _colours(self) -> int:
        picture = self._screen.grabWindow(0, *PATCH).toImage()
        seen = bytes(picture.constBits())
        return len({seen[at : at + 3] for at in range(0, len(seen) - 4, 4 * 7)})


def _draft(folder: Path) -> Path:
    """A saved draft with many findings."""
    from reportdesk.core.edits import SetAnswer
    from reportdesk.services.desk import Desk
    from reportdesk.services.folders import template_folders

    desk = Desk(template_folders([]))
    session = desk.open(template_folders([])[-1] / "wokingham-scrutiny" / "sample.yaml")
    some = session.answers["findings"]
    assert isinstance(some, tuple)
    rows = tuple({**some[at % len(some)], "id": f"f{at}"} for at in range(FINDINGS))
    session.apply(SetAnswer(("findings",), rows))
    desk.save(session, folder / "draft.yaml")
    return folder / "draft.yaml"


def _environment(display: str, home: Path) -> dict[str, str]:
    corners = {
        f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        **corners,
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "HOME": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(SOURCE),
    }


def _family(process: int) -> list[Path]:
    """The process and those that it started."""
    found, waiting = [], [process]
    while waiting:
        one = Path(f"/proc/{waiting.pop()}")
        try:
            for task in (one / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (FileNotFoundError, ProcessLookupError):
            continue
        found.append(one)
    return found


def _spent(process: Path) -> float:
    """Milliseconds of the processor."""
    words = (process / "stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _memory(process: Path) -> float:
    """MiB that the process holds."""
    said = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    return int(said.get("VmRSS", "0 kB").split()[0]) / 1024


def _end(running: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(running.pid, sign)
            running.wait(3)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def table(found: list[Program], missing: list[str]) -> str:
    """Return the figures as Markdown."""
    bare = next(one for one in found if one.name == BARE)
    ours = next(one for one in found if one.name == OURS)
    lines = [
        "| program | painted, ms | ÷ bare | ReportDesk ÷ it | CPU ms | ÷ bare | MiB settled |",
        "|---|---|---|---|---|---|---|",
    ]
    for one in found:
        lines.append(
            f"| {one.name} | {statistics.median(one.painted):.0f} "
            f"| {_ratio(one.painted, bare.painted):.2f} | {_ratio(ours.painted, one.painted):.2f} "
            f"| {statistics.median(one.spent):.0f} | {_ratio(one.spent, bare.spent):.2f} "
            f"| {statistics.median(one.memory):.0f} |"
        )
    return "\n".join(
        [*lines, *(f"| {name} | not installed | – | – | – | – | – |" for name in missing)]
    )


def _ratio(one: list[float], other: list[float]) -> float:
    """The median of the ratios, round by round: what disturbs a round disturbs both."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--peers", type=Path)
    options = asked.parse_args()
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        watch = Watch()
        found, missing = programs(options.peers, Path(folder))
        for turn in range(options.rounds + 1):
            for program in found:
                painted, spent, memory = measure(program, display, Path(folder) / "home", watch)
                if turn:  # the first start fills caches
                    program.painted.append(painted)
                    program.spent.append(spent)
                    program.memory.append(memory)
        print(table(found, missing))


if __name__ == "__main__":
    main()
