"""Kills a program that saves, again and again, and looks at what is on the disk.

``python tests/long/kill_loop.py 10000`` prints one line of JSON; run it with ``src`` on the path.
"""

import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from reportdesk.storage.atomic import save
from reportdesk.storage.side_files import sweep

SIZE = 200_000


def main(kills):
    """Print what was found after that many kills."""
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(Path(folder) / "draft.yaml", kills)))


def run(path, kills):
    """Return counts: torn, missing and lost must be 0; saves were acknowledged in all."""
    chance = random.Random(20260317)
    found = {"kills": kills, "saves": 0, "torn": 0, "missing": 0, "lost": 0, "left": 0}
    began, last = time.monotonic(), 0
    save(path, version(0), "")
    for _kill in range(kills):
        acknowledged = kill_one(path, last + 1, chance.uniform(0.0005, 0.05))
        found["saves"] += max(0, acknowledged - last)
        on_disk = number_of(path)
        found["missing"] += on_disk is None
        found["torn"] += on_disk == -1
        found["lost"] += on_disk is not None and -1 < on_disk < max(acknowledged, last)
        last = max(last, acknowledged, on_disk or 0)
    sweep(path.parent, older=-1)
    found["left"] = len(list(path.parent.iterdir())) - 1
    return {**found, "seconds": round(time.monotonic() - began, 1)}


def kill_one(path, first, after):
    """Let a child save, kill it, and return the last version that it had acknowledged."""
    child, reader = saving_child(path, first)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().split(b"\n")[:-1]
    return int(lines[-1]) if lines else 0


def saving_child(path, first):
    """Start a child that saves version after version; return it, and the pipe that it tells by."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        for number in range(first, first + 100_000):
            save(path, version(number), None)
            os.write(writer, b"%d\n" % number)
    os.close(writer)
    return child, reader


def version(number):
    """Return a draft of that number that shows whether it is whole."""
    body = (b"%d " % number) * (SIZE // (len(str(number)) + 1))
    return b"%d\n%s\n%s" % (number, hashlib.sha256(body).hexdigest().encode(), body)


def number_of(path):
    """Return the number of the draft on the disk, -1 if it is torn, None if it is not there."""
    if not path.exists():
        return None
    number, _, rest = path.read_bytes().partition(b"\n")
    digest, _, body = rest.partition(b"\n")
    whole = hashlib.sha256(body).hexdigest().encode() == digest
    return int(number) if whole else -1


if __name__ == "__main__":
    main(int(sys.argv[1]))
