"""A screen reader's end of the accessibility bus: what the program tells it, read from outside."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from screen import Screen, wait_until

PYTHON = "/usr/bin/python3"  # the system's own, which has the system's bindings
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi, GLib\n"

READ = """
import json
def thing(one):
    states, labels = one.get_state_set(), []
    for relation in one.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            targets = map(relation.get_target, range(relation.get_n_targets()))
            labels += [target.get_name() or "" for target in targets]
    holds = lambda name: states.contains(getattr(Atspi.StateType, name))
    return {"role": one.get_role_name(), "name": one.get_name() or "", "label": " ".join(labels),
            "description": one.get_description() or "", "takes_keys": holds("FOCUSABLE"),
            "has_keys": holds("FOCUSED")}
def walk(one):
    try:
        if one.get_role() != Atspi.Role.APPLICATION:
            if not one.get_state_set().contains(Atspi.StateType.SHOWING):
                return
            yield thing(one)
        for at in range(one.get_child_count()):
            child = one.get_child_at_index(at)
            if child is not None:
                yield from walk(child)
    except GLib.Error:
        return  # it went while it was asked
desktop = Atspi.get_desktop(0)
programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
print(json.dumps([found for one in programs if one for found in walk(one)]))
"""

LISTEN = """
import json
def hear(event):
    try:
        aloud = event.type.startswith("object:announcement")
        said = event.any_data if aloud else event.source.get_name()
        print(json.dumps([event.type, event.detail1, str(said)]), flush=True)
    except GLib.Error:
        pass  # it went while it was asked
listener = Atspi.EventListener.new(hear)
for kind in ("object:announcement", "object:state-changed:focused"):
    listener.register(kind)
print(json.dumps(["ready", 0, ""]), flush=True)
Atspi.event_main()
"""


def missing() -> list[str]:
    """Return what of the bus this machine has not."""
    found = {
        "dbus-daemon": shutil.which("dbus-daemon"),
        "at-spi2-core": any(Path(one).exists() for one in LAUNCHERS),
        "gir1.2-atspi-2.0": _binds(),
    }
    return [name for name, there in found.items() if not there]


def _binds() -> bool:
    try:
        return subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True).returncode == 0
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is shown, as a screen reader finds it."""

    role: str
    name: str
    label: str
    description: str
    takes_keys: bool
    has_keys: bool


class Bus:
    """Reads what is shown, and remembers what was told."""

    def __init__(self, shown: Screen, told: Path) -> None:
        self._shown = shown
        self._told = told

    def things(self) -> list[Thing]:
        """Return what is shown now, from the outside in."""
        command = [PYTHON, "-c", BINDINGS + READ]
        done = subprocess.run(command, env=self._shown.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return [Thing(**one) for one in json.loads(done.stdout)]

    def named(self, name: str) -> list[Thing]:
        """Return what is shown under that name."""
        return [one for one in self.things() if one.name == name]

    def told(self, kind: str) -> list[str]:
        """Return what events of that kind told, the first one first."""
        lines = self._told.read_text("utf-8").splitlines()
        events = [json.loads(line) for line in lines if line.endswith("]")]
        return [said for what, on, said in events if what.startswith(kind) and on]

    def wait_for(self, name: str) -> Thing:
        """Return what is shown under that name once it is; AssertionError where it never is."""
        found: list[Thing] = []
        wait_until(lambda: found.extend(self.named(name)) or found, f"“{name}” on the bus")
        return found[0]

    def wait_for_keys(self, name: str) -> None:
        """Wait until it is told that what has that name takes the keys now."""
        told = "object:state-changed:focused"
        wait_until(lambda: self.told(told)[-1:] == [name], f"the keys at “{name}”")

    def wait_for_saying(self, words: str) -> None:
        """Wait until these words are announced."""
        wait_until(lambda: words in self.told("object:announcement"), f"“{words}” said aloud")


@contextmanager
def bus(shown: Screen) -> Iterator[Bus]:
    """Let what runs on the screen be read from outside; the buses end with the block."""
    runtime = shown.home / "run"
    runtime.mkdir(mode=0o700)
    environment = shown.environment
    environment |= {
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    address = runtime / "address"
    launcher = next(one for one in LAUNCHERS if Path(one).exists())
    told = shown.home / "told.txt"
    with address.open("wb") as said, told.open("wb") as heard:
        session = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        running = [_start(session, environment, said)]
        try:
            wait_until(lambda: address.read_text("utf-8").endswith("\n"), "the session bus")
            environment["DBUS_SESSION_BUS_ADDRESS"] = address.read_text("utf-8").strip()
            running.append(_start([launcher, "--launch-immediately"], environment, said))
            running.append(_start([PYTHON, "-c", BINDINGS + LISTEN], environment, heard))
            wait_until(lambda: "ready" in told.read_text("utf-8"), "the accessibility bus")
            yield Bus(shown, told)
        finally:
            for one in reversed(running):
                os.killpg(one.pid, signal.SIGKILL)
                one.wait()


def _start(
    command: list[str], environment: dict[str, str], said: object
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env=environment,
        stdout=said,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # to end with all that it starts
    )
