"""Sets ReportDesk up from a fresh checkout, then runs, tests or checks it, with Python alone."""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
OLDEST, TOO_NEW = (3, 11), (3, 15)
FONTS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)

# Types are checked for each system; what is checked for one is of no use to the other.
SYSTEMS = (
    ("--platform", "linux", "--cache-dir", ".mypy_cache/linux"),
    ("--platform", "win32", "--cache-dir", ".mypy_cache/win32"),
)

# What Qt loads from the system, and the Debian package that brings it.
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


class Fault(Exception):
    """What stops the set-up, in one sentence that says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of the command; 2 where the set-up itself cannot be done."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    parser.add_argument("command", choices=COMMANDS, help="; ".join(map(described, COMMANDS)))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to what is run")
    asked = parser.parse_args(arguments)
    try:
        need_python(sys.version_info[:2])
        return COMMANDS[asked.command](asked.rest)
    except Fault as fault:
        say(str(fault))
        return 2
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """the window, or the shell with the arguments given; without a display the samples"""
    prepare("requirements.txt")
    if arguments:
        return call(PYTHON, "-m", "reportdesk", *arguments, folder=Path.cwd())
    if not has_display(os.environ):
        return export_samples()
    need_libraries(QT | WINDOW)
    return call(PYTHON, "-m", "reportdesk")


def test(arguments: Sequence[str]) -> int:
    """all tests, two at a time, or with pytest's arguments those that they name"""
    prepare("requirements-dev.txt")
    need_libraries(QT)
    screen = {} if has_display(os.environ) else {"QT_QPA_PLATFORM": "offscreen"}
    return call(PYTHON, "-m", "pytest", *(arguments or ("-n", "2")), extra=screen)


def check(arguments: Sequence[str]) -> int:
    """format, lint, types and arrows"""
    prepare("requirements-dev.txt")
    codes = [
        call(PYTHON, "-m", "ruff", "format", "--check", *arguments),
        call(PYTHON, "-m", "ruff", "check", *arguments),
        *(call(PYTHON, "-m", "mypy", *on, *arguments) for on in SYSTEMS),
        call(SCRIPTS / ("lint-imports.exe" if WINDOWS else "lint-imports")),
    ]
    return max(codes)


COMMANDS = {"run": run, "test": test, "check": check}


def described(command: str) -> str:
    """Return the command with the sentence that says what it does."""
    return f"{command}: {COMMANDS[command].__doc__}"


def export_samples() -> int:
    """Return the exit code of exporting each template's sample to out/."""
    say("There is no display, so no window: each template's sample goes to out/ as a Word file.")
    samples = sorted(ROOT.glob("templates/*/sample.yaml"))
    (ROOT / "out").mkdir(exist_ok=True)
    return call(PYTHON, "-m", "reportdesk", "export", *samples, "-o", ROOT / "out")


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether a window could be shown."""
    linux = sys.platform.startswith("linux")
    return not linux or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


# --- The environment ---------------------------------------------------------------------------


def need_python(version: tuple[int, int]) -> None:
    """Raise Fault where this Python is too old or not yet supported."""
    if not OLDEST <= version < TOO_NEW:
        given = ".".join(map(str, version))
        raise Fault(f"This is Python {given}. Run dev.py with Python 3.11, 3.12, 3.13 or 3.14.")


def prepare(requirements: str) -> None:
    """Make .venv where it is missing or stale and install the requirements where they changed."""
    make_environment()
    if not installed(requirements).holds():
        say(f"Installing {requirements}. The first time takes some minutes.")
        install(ROOT / requirements)
        for name in {"requirements.txt", requirements}:
            installed(name).write()
    show_word_files_in_git()


def installed(requirements: str) -> Stamp:
    """Return the stamp of these requirements, which rest on those that run the program."""
    files = [ROOT / "requirements.txt", ROOT / requirements]
    return Stamp(VENV / f"{requirements}.installed", *(path.read_bytes() for path in files))


class Stamp:
    """A file that tells whether work was done for just these contents."""

    def __init__(self, path: Path, *contents: bytes) -> None:
        self._path = path
        self._mark = hashlib.sha256(b"\0".join(contents)).hexdigest()

    def holds(self) -> bool:
        """Return whether the work was done."""
        return self._path.is_file() and self._path.read_text("ascii") == self._mark

    def write(self) -> None:
        """Remember that the work was done."""
        self._path.write_text(self._mark, "ascii")


def make_environment() -> None:
    """Make .venv for this Python in this folder, and let it find the sources."""
    stamp = Stamp(VENV / "made", sys.version.encode(), sys.base_prefix.encode(), bytes(VENV))
    if stamp.holds():
        return
    need_installer()
    say("Making .venv.")
    options = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    must("Python could not make .venv.", sys.executable, "-m", "venv", "--clear", *options, VENV)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    (Path(packages) / "reportdesk.pth").write_text(f"{ROOT / 'src'}\n", "utf-8")
    stamp.write()


def need_installer() -> None:
    """Raise Fault where Python has neither pip nor ensurepip and they cannot be installed."""
    if not has_installer():
        need_packages(["python3-venv"], "pip")
        importlib.invalidate_caches()
    if not has_installer():
        raise Fault("This Python has no pip. Install it, then run this again.")


def has_installer() -> bool:
    """Return whether pip can be had, in the environment or from outside."""
    return any(importlib.util.find_spec(name) for name in ("ensurepip", "pip"))


def install(requirements: Path) -> None:
    """Install the requirements into .venv, by its own pip or, on a bare Debian, by the system's."""
    pip = [str(PYTHON), "-m", "pip"]
    if not has_module(PYTHON, "pip"):
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    options = ["--quiet", "--disable-pip-version-check", "--root-user-action=ignore"]
    told = f"pip could not install {requirements.name}: see the lines above. Is there a network?"
    must(told, *pip, "install", *options, "-r", requirements)


def has_module(python: Path, name: str) -> bool:
    """Return whether that Python can import the module."""
    return subprocess.run([python, "-c", f"import {name}"], capture_output=True).returncode == 0


def show_word_files_in_git() -> None:
    """Let git show Word files as outlines, read by our own reader, in this checkout."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return
    outline = f"{PYTHON.relative_to(ROOT).as_posix()} -m reportdesk outline"
    setting = [git, "-C", str(ROOT), "config", "diff.docx.textconv"]
    known = subprocess.run(setting, capture_output=True, text=True).stdout.strip()
    if known != outline:
        subprocess.run([*setting, outline], capture_output=True)


# --- The system --------------------------------------------------------------------------------


def need_libraries(libraries: Mapping[str, str]) -> None:
    """Install what Qt needs from the system; raise Fault with the line to run where we may not."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in libraries.items() if not loads(library)]
    if not has_font(FONTS):
        missing.append("fonts-dejavu-core")
    if missing:
        need_packages(missing, "Qt")


def loads(library: str) -> bool:
    """Return whether the system has the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[Path]) -> bool:
    """Return whether there is any font that Qt could use."""
    return any(any(folder.rglob("*.[ot]t[fc]")) for folder in folders)


def need_packages(packages: Sequence[str], who: str) -> None:
    """Install Debian packages as root; raise Fault with the one line to run where we are not."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Fault(f"{who} needs more from this system. Install what Debian calls: {names}")
    update, install = "apt-get update", f"apt-get install -y --no-install-recommends {names}"
    if not is_root():
        line = f"sudo {update} && sudo {install}"
        raise Fault(f"{who} needs more from this system. Run this line once:\n  {line}")
    say(f"{who} needs more from this system: {install}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(*update.split(), "-qq", extra=quiet, output=subprocess.DEVNULL)
    if call(*install.split(), "-qq", extra=quiet, output=subprocess.DEVNULL):
        raise Fault(f"That failed. Run this line and read what it says:\n  {install}")


def is_root() -> bool:
    """Return whether we may install packages without asking for a password."""
    return sys.platform != "win32" and os.geteuid() == 0


def must(told: str, *command: str | Path) -> None:
    """Run the command; raise Fault with what is told where it fails."""
    if call(*command):
        raise Fault(told)


def call(
    *command: str | Path,
    extra: Mapping[str, str] | None = None,
    output: int | None = None,
    folder: Path = ROOT,
) -> int:
    """Return the exit code of a command."""
    environment = {**os.environ, "PYTHONUTF8": "1", **(extra or {})}
    return subprocess.run(command, cwd=folder, env=environment, stdout=output).returncode


def say(sentence: str) -> None:
    """Tell the person at the terminal, apart from what the command itself prints."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
