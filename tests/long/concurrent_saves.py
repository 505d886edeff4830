"""Several programs add lines to one draft at once; some are killed while they do.

``python tests/long/concurrent_saves.py 8 100 100`` (programs, lines each, kills) prints JSON.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from reportdesk.core.errors import ConflictError
from reportdesk.storage.atomic import save
from reportdesk.storage.files import digest_of


def main(programs, lines, kills):
    """Print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(Path(folder), programs, lines, kills)))


def run(folder, programs, lines, kills):
    """Return counts: of lines that were acknowledged, how many are lost or there twice."""
    path, chance, began = folder / "draft.txt", random.Random(7), time.monotonic()
    save(path, b"", "")
    children = {start(folder, path, name, lines): name for name in range(programs)}
    for again in range(kills):
        time.sleep(chance.uniform(0.01, 0.08))
        child = chance.choice(list(children))
        name = children.pop(child)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        children[start(folder, path, name + programs * (again + 1), lines)] = name
    for child in children:
        os.waitpid(child, 0)
    there = path.read_text().split()
    said = [line for log in folder.glob("said-*") for line in log.read_text().split()]
    return {
        "programs": programs,
        "kills": kills,
        "acknowledged": len(said),
        "lost": len(set(said) - set(there)),
        "twice": len(there) - len(set(there)),
        "seconds": round(time.monotonic() - began, 1),
    }


def start(folder, path, name, lines):
    """Return the id of a child that adds its lines and notes each once it is safe."""
    child = os.fork()
    if child:
        return child
    log = os.open(folder / f"said-{name}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(lines):
        add(path, f"{name}.{number}")
        os.write(log, f"{name}.{number}\n".encode())
    os._exit(0)


def add(path, line):
    """Add the line, however often another comes first."""
    while True:
        before = path.read_bytes()
        try:
            save(path, before + line.encode() + b"\n", digest_of(before))
            return
        except ConflictError:
            time.sleep(random.uniform(0, 0.003))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
