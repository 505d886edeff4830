"""Times reading and writing one draft beside PyYAML's C loader and dumper; prints one JSON line."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from our_draft import our_template

from reportdesk.core.writing import write_answers
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.drafts import answers_for, parse_draft
from reportdesk.storage.markdown_writing import to_markdown
from reportdesk.storage.yaml_writer import dump


def main(path: Path, turns: int) -> None:
    """Print the seconds of each way, the ways taking turns."""
    data = path.read_bytes()
    template = our_template(path.parent)
    file = parse_draft(data, "")
    answers = answers_for(file, template)[0]
    raw = {"answers": write_answers(answers, to_markdown)}
    ways: dict[str, Callable[[], object]] = {
        "read": lambda: parse_draft(data, ""),
        "CSafeLoader": lambda: yaml.load(data, Loader=yaml.CSafeLoader),
        "answers": lambda: answers_for(file, template),
        "write": lambda: dump(raw),
        "CSafeDumper": lambda: yaml.dump(
            raw, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True
        ),
        "whole draft": lambda: draft_text(template, answers, {}),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(turns):
        for name, way in ways.items():
            taken[name].append(_seconds(way))
    print(json.dumps({name: statistics.median(times) for name, times in taken.items()}))


def _seconds(way: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    way()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
