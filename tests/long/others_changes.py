"""Lets others change a draft that is open, in ways that are hard to notice, and saves over it.

``python tests/long/others_changes.py TRIALS`` prints one line of JSON; run it with ``src`` on the
path. It also tells what a save costs.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from reportdesk.core.edits import SetAnswer
from reportdesk.core.errors import ConflictError
from reportdesk.core.richtext import plain
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders

SAMPLE = template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"


def main(trials):
    """Print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps({**run(Path(folder), trials), **costs(Path(folder))}))


def run(folder, trials):
    """Return counts; all must be the number of trials but ``overwritten``, which must be 0."""
    chance, desk = random.Random(7), Desk(template_folders([]), folder / "backups")
    found = {"trials": trials, "noticed": 0, "overwritten": 0, "ours_whole": 0, "told_when": 0}
    path = folder / "draft.yaml"
    for number in range(trials):
        path.write_bytes(SAMPLE.read_bytes())
        session = desk.open(path)
        theirs = changed(path, chance)
        session.apply(SetAnswer(("report_title",), f"Ours {number}"))
        try:
            desk.save(session, path)
        except ConflictError as error:
            found["noticed"] += 1
            year = str(time.localtime().tm_year)
            found["told_when"] += any(year in str(problem) for problem in error.problems)
        found["overwritten"] += path.read_bytes() != theirs
        beside = folder / "beside.yaml"
        beside.unlink(missing_ok=True)
        desk.save(session, beside)
        found["ours_whole"] += desk.open(beside).answers == session.answers
    return found


def changed(path, chance):
    """Change the file as a colleague might, at times with the same size and date; return it."""
    before, data = path.stat(), bytearray(path.read_bytes())
    at = data.index(b"report_title: ") + 14
    data[at] = chance.choice(bytes(set(b"ABCDEFGHIJ") - {data[at]}))
    if chance.random() < 0.3:
        data += b"# one more line\n"
    if chance.random() < 0.3:
        path.unlink()
    path.write_bytes(data)
    if chance.random() < 0.5:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return bytes(data)


def costs(folder, saves=200):
    """Return what it takes to save a draft of some 200 kB with its backup, in milliseconds."""
    desk, path = Desk(template_folders([]), folder / "backups"), folder / "large.yaml"
    path.write_bytes(SAMPLE.read_bytes())
    session, took = desk.open(path), []
    for number in range(saves):
        text = plain(f"Save {number}. " + "Plans are clear, timely and shared. " * 5500)
        session.apply(SetAnswer(("background",), text))
        began = time.perf_counter()
        desk.save(session, path)
        took.append((time.perf_counter() - began) * 1000)
    late = statistics.quantiles(took, n=100)[94]
    kilobytes = path.stat().st_size // 1000
    return {"kB": kilobytes, "median_ms": round(statistics.median(took)), "p95_ms": round(late)}


if __name__ == "__main__":
    main(int(sys.argv[1]))
