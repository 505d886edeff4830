"""A real screen (Xvfb), the real program on it as a process of its own, and keys from outside."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
NEEDED = ("Xvfb", "xdotool")
LIBRARIES = ("libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4")
PATIENCE = 60.0  # seconds; a busy machine is no fault
_LOOK_EVERY = 0.05

CLIPBOARD = """
import sys
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
data = QMimeData()
data.setHtml(open(sys.argv[1], encoding="utf-8").read())
data.setText(open(sys.argv[2], encoding="utf-8").read())
app.clipboard().setMimeData(data)
print("ready", flush=True)
app.exec()
"""


def missing() -> list[str]:
    """Return the programs and libraries that this needs and the machine has not."""
    programs = [name for name in NEEDED if shutil.which(name) is None]
    return programs + [name for name in LIBRARIES if not loads(name)]


def loads(library: str) -> bool:
    """Return whether the system has the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def wait_until(holds: Callable[[], object], what: str) -> None:
    """Wait for the condition; AssertionError where it never holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(_LOOK_EVERY)


class Screen:
    """A screen without glass, and the officer's corner of the machine beside it."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("QT_")},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "settings"),
            "XDG_CACHE_HOME": str(home / "cache"),
        }

    def xdotool(self, *words: object) -> str:
        """Return what it says; it fails where no window is found."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return done.stdout.strip()

    def windows(self) -> dict[str, str]:
        """Return the windows that can be seen: their titles, and X's numbers of them."""
        numbers = self.xdotool("search", "--onlyvisible", "--name", ".").split()
        titles = {self.xdotool("getwindowname", number): number for number in numbers}
        return {title: number for title, number in titles.items() if title}

    def look_at(self, pattern: str) -> None:
        """Wait for a window of that title and let it have the keys.

        There is no window manager here to do so.
        """
        number = self._found(pattern, PATIENCE)
        said = self.home / "said.txt"
        told = said.read_text("utf-8") if said.exists() else ""
        assert number, f"no window “{pattern}” among {self.windows()}; the program said: {told}"
        self.xdotool("windowfocus", "--sync", number)

    def comes(self, pattern: str, seconds: float = PATIENCE) -> bool:
        """Return whether a window comes whose title the pattern matches from its beginning."""
        return bool(self._found(pattern, seconds))

    def keys(self, *names: str) -> None:
        """Press keys, one after another: ``ctrl+s``, ``Tab``."""
        self.xdotool("key", "--delay", 20, *names)

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        self.xdotool("type", "--delay", 8, text)

    def _found(self, pattern: str, seconds: float) -> str:
        """Return the number of such a window once it is there, or nothing.

        One look alone says little: while another window goes, xdotool finds none at all.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for title, number in self.windows().items():
                if re.match(pattern, title):
                    return number
            time.sleep(_LOOK_EVERY)
        return ""

    @contextmanager
    def program(self, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
        """Run the program; it is ended by force if it still runs in the end."""
        command = [sys.executable, "-m", "reportdesk", *map(str, arguments)]
        with (self.home / "said.txt").open("ab") as said:
            running = subprocess.Popen(command, env=self.environment, cwd=self.home, stderr=said)
            try:
                yield running
            finally:
                running.kill()
                running.wait()

    @contextmanager
    def copied(self, html: Path) -> Iterator[None]:
        """Let another program hold that HTML, and its words beside it, on the clipboard."""
        command = [sys.executable, "-c", CLIPBOARD, str(html), str(html.with_suffix(".txt"))]
        with subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"ready\n"
            try:
                yield
            finally:
                holder.kill()


@contextmanager
def screen(home: Path) -> Iterator[Screen]:
    """Start an X server on a free display, and stop it in the end."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
        "-noreset",  # as it does when its last client goes, and takes no other meanwhile
    ]
    with (home / "xvfb.txt").open("wb") as said:
        server = subprocess.Popen(command, pass_fds=[writer], stdout=said, stderr=said)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            number = pipe.readline().decode().strip()
        assert number, (home / "xvfb.txt").read_text("utf-8", "replace")
        yield Screen(f":{number}", home)
    finally:
        server.terminate()
        server.wait()
