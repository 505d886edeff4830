"""Runs the peers in turns, so that whatever else the machine does falls on all alike."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_SOURCES = _HERE.parent / "src"


@dataclass(frozen=True, slots=True)
class Peer:
    """One way to make the report.

    Attributes:
        draft: the ending of the draft that it reads.
        more: further words for its command.
        most: the most findings that it is asked for.
        slow: asked for a single report in the first round alone.
    """

    name: str
    script: str
    draft: str = ".json"
    more: tuple[str, ...] = ()
    most: int = 5000
    slow: bool = False


@dataclass(slots=True)
class Taken:
    """What one peer took for one size: seconds, CPU seconds and peak memory, a round each."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def over(self, other: Taken) -> float:
        """Return the median of the ratios, round by round."""
        return statistics.median(a / b for a, b in zip(self.wall, other.wall, strict=False))


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of every peer: compiled modules and caches lie in the folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {
        "PYTHONPATH": os.pathsep.join([str(_SOURCES), str(_HERE)]),
        "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LOCALAPPDATA": str(folder / "cache"),
    }


def peer_command(peer: Peer, folder: Path, size: str) -> list[str]:
    """Return the command of a peer for a draft of that size."""
    script = _HERE / "peers" / peer.script
    return [sys.executable, str(script), str(folder / (size + peer.draft)), str(folder), *peer.more]


def warm(peers: list[Peer], folder: Path, size: str, rounds: int, count: int) -> dict[str, Taken]:
    """Return what each peer took from a report in memory to a Word file in memory."""
    taken = {peer.name: Taken() for peer in peers}
    for number in range(rounds):
        for peer in peers if number == 0 else [one for one in peers if not one.slow]:
            turns = "1" if peer.slow else str(count)
            said = _json([*peer_command(peer, folder, size), "--warm", turns], folder)
            one = taken[peer.name]
            one.wall.append(statistics.median(said["wall"]))
            one.cpu.append(statistics.median(said["cpu"]))
            one.peak.append(said["peak_kib"] / 1024)
    return taken


def cold(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Taken]:
    """Return what each whole command took; the first round, which warms the disk, is left out."""
    taken = {name: Taken() for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            wall, cpu, peak = _whole(command, folder)
            if number:
                taken[name].wall.append(wall)
                taken[name].cpu.append(cpu)
                taken[name].peak.append(peak)
    return taken


def run_json(script: str, words: list[str], folder: Path) -> Any:
    """Return what a script of this folder prints as JSON."""
    return _json([sys.executable, str(_HERE / script), *words], folder)


def _json(command: list[str], folder: Path) -> Any:
    done = subprocess.run(
        command, env=environment(folder), capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def _whole(command: list[str], folder: Path) -> tuple[float, float, float]:
    before = _children()
    began = time.perf_counter()
    done = subprocess.run(command, env=environment(folder), capture_output=True, check=False)
    wall = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode()}")
    return wall, _children() - before, 0.0


def _children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system
