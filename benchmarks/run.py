"""Times ReportDesk beside its peers, all making the same report, and prints Markdown tables."""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from math import log10
from pathlib import Path

# Whoever runs this file has its folder, but not that of the sources, on the path.
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from make_templates import make_templates
from our_draft import our_draft
from same_text import shown
from turns import Peer, Taken, cold, peer_command, run_json, warm
from workload import SIZES, make_model

RAW, OURS, CHANGE = "raw writer", "**ReportDesk**", "ReportDesk, one change"
TPL, CAREFUL, PLAIN = "docxtpl", "python-docx, careful", "python-docx, plain"
PEERS = [
    Peer(RAW, "raw.py"),
    Peer(OURS, "reportdesk_peer.py", ".yaml"),
    Peer(CHANGE, "reportdesk_peer.py", ".yaml", ("--change",)),
    Peer(CAREFUL, "careful.py"),
    Peer(TPL, "docxtpl_peer.py"),
    Peer(PLAIN, "plain.py", most=500, slow=True),
]
Warm = dict[str, dict[str, Taken]]


def main() -> int:
    """Return 0, or 1 where a peer made another text."""
    given = _options()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(given.work or made)
        sizes = given.sizes.split(",")
        peers = [peer for peer in PEERS if given.slow or peer.name != PLAIN]
        _prepare(folder, sizes)
        differing = [peer.name for peer in peers if not _same(peer, folder, sizes[0])]
        if differing:
            print(f"another text than the raw writer's: {', '.join(differing)}")
            return 1
        warmed = {size: _warm(peers, folder, size, given.rounds) for size in sizes}
        started = cold(_commands(peers, folder, sizes[0]), folder, given.rounds * 3)
        yaml = {
            size: run_json("yaml_peer.py", [str(folder / f"{size}.yaml"), "5"], folder)
            for size in sizes
        }
        print("\n".join(_report(peers, warmed, started, yaml)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="S,M,L,XL", help="of " + ", ".join(SIZES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slow", action="store_true", help="plain python-docx too")
    parser.add_argument("--work", help="an empty folder to keep drafts and reports in")
    return parser.parse_args()


def _prepare(folder: Path, sizes: list[str]) -> None:
    make_templates(folder)
    for size in sizes:
        model = make_model(SIZES[size])
        (folder / f"{size}.json").write_text(json.dumps(model, ensure_ascii=False), "utf-8")
        (folder / f"{size}.yaml").write_text(our_draft(model, folder), "utf-8")


def _same(peer: Peer, folder: Path, size: str) -> bool:
    """Whether the peer makes the text of the raw writer; a changed one is checked for none."""
    if peer.name in (RAW, CHANGE):
        return True
    made = {name: folder / f"{name}.docx" for name in ("raw", "other")}
    for one, path in zip((PEERS[0], peer), made.values(), strict=True):
        cold({one.name: [*peer_command(one, folder, size), "-o", str(path)]}, folder, 0)
    return shown(made["raw"]) == shown(made["other"])


def _warm(peers: list[Peer], folder: Path, size: str, rounds: int) -> dict[str, Taken]:
    asked = [peer for peer in peers if SIZES[size] <= peer.most]
    count = {"S": 9, "M": 7, "L": 5}.get(size, 3)
    return warm(asked, folder, size, rounds, count)


def _commands(peers: list[Peer], folder: Path, size: str) -> dict[str, list[str]]:
    output = str(folder / "cold.docx")
    commands = {
        peer.name: [*peer_command(peer, folder, size), "-o", output]
        for peer in peers
        if peer.name not in (OURS, CHANGE)
    }
    shell = [sys.executable, "-m", "reportdesk", "--templates", str(folder), "export"]
    bare = [sys.executable, "-c", "pass"]
    return {"python -c pass": bare, OURS: [*shell, str(folder / f"{size}.yaml"), "-o", output]} | (
        commands
    )


def _report(
    peers: list[Peer], warmed: Warm, started: dict[str, Taken], yaml: dict[str, dict[str, float]]
) -> Iterator[str]:
    sizes = list(warmed)
    yield f"Findings in the draft: {', '.join(f'{SIZES[size]:,}' for size in sizes)}."
    yield f"{date.today():%d %B %Y}; {_machine()}. Medians; × is the ratio to the raw writer."
    yield from ("", *_warm_rows(peers, warmed))
    yield from ("", f"| whole command, {SIZES[sizes[0]]} findings | ms | CPU ms |", "|---|---|---|")
    for name, taken in started.items():
        yield f"| {name} | {_ms(taken.wall)} | {_ms(taken.cpu)} |"
    yield from ("", "| a draft, ms | " + _joined(f"{SIZES[size]:,}" for size in sizes))
    yield "|---|" + "---|" * len(sizes)
    for name in yaml[sizes[0]]:
        yield f"| {_YAML[name]} | " + _joined(f"{yaml[size][name] * 1000:.1f}" for size in sizes)
    yield from ("", *_aims(warmed, started, yaml))


def _warm_rows(peers: list[Peer], warmed: Warm) -> Iterator[str]:
    heads = _joined(f"{SIZES[size]:,}" for size in warmed)
    many = [size for size in ("L", "XL") if size in warmed]
    yield f"| from memory to Word file, ms | {heads} peak MiB at {_joined_sizes(many)} |"
    yield "|---|" + "---|" * (len(warmed) + 1)
    for peer in peers:
        cells = _joined(_warm_cell(taken, peer.name) for taken in warmed.values())
        peaks = [warmed[size].get(peer.name) for size in many]
        told = " / ".join(f"{max(taken.peak):.0f}" if taken else "–" for taken in peaks)
        yield f"| {peer.name} | {cells} {told} |"


def _joined_sizes(sizes: list[str]) -> str:
    return " / ".join(f"{SIZES[size]:,}" for size in sizes)


_YAML = {
    "read": "read: strict YAML, all faults",
    "CSafeLoader": "PyYAML CSafeLoader",
    "answers": "then typed answers and rich text",
    "write": "write: YAML",
    "CSafeDumper": "PyYAML CSafeDumper",
    "whole draft": "write: rich text to Markdown, YAML, read back to prove it",
}


def _aims(
    warmed: Warm, started: dict[str, Taken], yaml: dict[str, dict[str, float]]
) -> Iterator[str]:
    yield from ("| aim | measured | |", "|---|---|---|")
    for size, least in (("L", 5), ("XL", 14)):
        if size in warmed:
            taken = warmed[size]
            name = f"{SIZES[size]:,} findings"
            ratio, tpl = taken[OURS].over(taken[RAW]), taken[TPL].over(taken[OURS])
            change = taken[CHANGE].over(taken[OURS])
            yield _aim(f"{name}: at most 1.5 × the raw writer", f"{ratio:.2f}", ratio <= 1.5)
            yield _aim(f"{name}: docxtpl takes {least} × as long", f"{tpl:.1f}", tpl >= least)
            yield _aim(f"{name}: one change, 0.15 of a whole", f"{change:.2f}", change <= 0.15)
            ours, theirs = (max(taken[one].peak) for one in (OURS, TPL))
            words = f"{ours:.0f} / {theirs:.0f} MiB"
            yield _aim(f"{name}: less memory than docxtpl", words, ours < theirs)
    for low, high in (("M", "L"), ("L", "XL")):
        if high in warmed and low in warmed:
            few, many = (statistics.median(warmed[one][OURS].cpu) for one in (low, high))
            grown = log10(many / few)
            said = f"CPU exponent, {SIZES[low]:,} to {SIZES[high]:,} findings: at most 1.1"
            yield _aim(said, f"{grown:.2f}", grown <= 1.1)
    ours = statistics.median(started[OURS].wall)
    best = min((statistics.median(started[name].wall), name) for name in (CAREFUL, TPL))
    words = f"{ours * 1000:.0f} / {best[0] * 1000:.0f} ms ({best[1]})"
    yield _aim("cold start ahead of every Python library", words, ours < best[0])
    if "L" in yaml:
        ratio = yaml["L"]["read"] / yaml["L"]["CSafeLoader"]
        yield _aim("500 findings: read in half of CSafeLoader's time", f"{ratio:.2f}", ratio <= 0.5)


def _aim(said: str, measured: str, met: bool) -> str:
    return f"| {said} | {measured} | {'met' if met else '**not met**'} |"


def _warm_cell(taken: dict[str, Taken], name: str) -> str:
    if name not in taken:
        return "–"
    ratio = taken[name].over(taken[RAW])
    return f"{_ms(taken[name].wall)} ({ratio:.1f} ×)"


def _ms(seconds: list[float]) -> str:
    value = statistics.median(seconds) * 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _joined(cells: object) -> str:
    return " | ".join(cells) + " |"  # type: ignore[call-overload]


def _machine() -> str:
    names = ("docxtpl", "python-docx", "lxml", "Jinja2", "PyYAML")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return f"{platform.system()}, Python {platform.python_version()}, {versions}"


if __name__ == "__main__":
    sys.exit(main())
