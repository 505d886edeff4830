"""What the Python peers share: the report's fixed words, marks to runs, and the timed loop."""

from __future__ import annotations

import argparse
import gc
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Model = dict[str, Any]
Runs = list[tuple[str, int]]
BOLD, ITALIC = 1, 2
DETAILS = {
    "Reference": "reference",
    "Site": "site",
    "Address": "address",
    "Date of visit": "inspected_on",
    "Inspector": "inspector",
    "Officer": "officer",
    "Version": "version",
}
STEPS = {"No.": "no", "Finding": "finding", "Action": "action", "Owner": "owner", "Due": "due"}
CONTACTS = {"Name": "name", "Role": "role", "Telephone": "phone", "Email": "email"}
_MARK = re.compile(r"\*\*\*(.+?)\*\*\*|\*\*(.+?)\*\*|\*(.+?)\*", re.S)
_PATIENCE = 6.0  # seconds
_LOOKS = (0, BOLD | ITALIC, BOLD, ITALIC)


def runs(text: str) -> Runs:
    """Return ``a **b** *c*`` as texts with their looks."""
    made: Runs = []
    at = 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            made.append((text[at : found.start()], 0))
        made.append((found[found.lastindex or 0], _LOOKS[found.lastindex or 0]))
        at = found.end()
    if at < len(text):
        made.append((text[at:], 0))
    return made


def resolved(model: Model) -> Model:
    """Return the report with each rich text as runs."""
    lists = {name: [runs(text) for text in model[name]] for name in ("overview", "advice")}
    findings = [
        one
        | {
            "paragraphs": [runs(text) for text in one["paragraphs"]],
            "bullets": [runs(text) for text in one["bullets"]],
        }
        for one in model["points"]
    ]
    return {**model, **lists, "points": findings}


def read_json(path: Path) -> Model:
    """Return the report of a peer's draft."""
    with path.open(encoding="utf-8") as file:
        return resolved(json.load(file))


def peak_kib() -> int:
    """Return the most memory that the process held; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text("ascii"))
    return int(found[1]) if found else 0


def main(
    make: Callable[[Any, Any], bytes],
    prepare: Callable[[Path], Any] = lambda templates: templates,
    read: Callable[[Path], Any] = read_json,
    begin: Callable[[Any, Any], object] = lambda draft, state: None,
) -> None:
    """``PEER DRAFT TEMPLATES -o FILE`` makes one file; ``--warm N`` times N of them in memory.

    ``begin`` is called with draft and state before anything is timed.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("draft", type=Path)
    parser.add_argument("templates", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--warm", type=int, default=0)
    given = parser.parse_args()
    state = prepare(given.templates)
    draft = read(given.draft)
    begin(draft, state)
    if given.warm:
        print(json.dumps(_timed(lambda: make(draft, state), given.warm)))
    if given.output:
        given.output.write_bytes(make(draft, state))


def _timed(make: Callable[[], bytes], count: int) -> Model:
    """The first is the warm-up, unless it takes so long that it has to be the one that counts."""
    taken = [_once(make)]
    if taken[0]["wall"] < _PATIENCE:
        taken = [_once(make) for _ in range(count)]
    said = {name: [one[name] for one in taken] for name in ("wall", "cpu")}
    return {**said, "peak_kib": peak_kib()}


def _once(make: Callable[[], bytes]) -> dict[str, float]:
    gc.collect()
    began, worked = time.perf_counter(), time.process_time()
    make()
    return {"wall": time.perf_counter() - began, "cpu": time.process_time() - worked}
