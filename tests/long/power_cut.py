"""Cuts the power under a program that saves: copies the disk as it stands, and mounts the copy.

``python tests/long/power_cut.py CUTS KIND [OPTIONS]`` (ext4, xfs, btrfs; mount options) prints one
line of JSON. It needs root, loop devices, and ``src`` on the path.

What the file system has not yet handed to the disk is not in the copy, as after a power cut. The
program is stopped while the disk is copied, so that the copy is of one moment.
"""

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from kill_loop import number_of, saving_child, version  # stands beside this file

from reportdesk.storage.atomic import save

MEGABYTES = {"ext4": 32, "xfs": 300, "btrfs": 160}


def main(cuts, kind, options=""):
    """Print what was found after that many cuts."""
    with tempfile.TemporaryDirectory(prefix="reportdesk-power-") as folder:
        print(json.dumps(run(Path(folder), cuts, kind, options)))


def run(folder, cuts, kind, options):
    """Return counts: empty, torn and older must be 0."""
    found = {"kind": kind, "options": options, "cuts": cuts, "saves": 0}
    found |= dict.fromkeys(("missing", "torn", "older"), 0)
    chance, disk, copy = random.Random(20260317), folder / "disk.img", folder / "copy.img"
    place, look = folder / "disk", folder / "look"
    for one in (place, look):
        one.mkdir()
    with disk.open("wb") as image:
        image.truncate(MEGABYTES[kind] * 1_000_000 // 4096 * 4096)
    subprocess.run([f"mkfs.{kind}", "-q", disk], check=True, capture_output=True)
    mount(disk, place, options)
    try:
        last = 0
        save(place / "draft.yaml", version(0), "")
        for _cut in range(cuts):
            acknowledged = cut_one(place / "draft.yaml", last + 1, chance, disk, copy)
            found["saves"] += max(0, acknowledged - last)
            mount(copy, look, "nouuid" if kind == "xfs" else "")
            on_disk = number_of(look / "draft.yaml")
            unmount(look)
            found["missing"] += on_disk is None
            found["torn"] += on_disk == -1
            found["older"] += on_disk is not None and -1 < on_disk < max(acknowledged, last)
            last = max(last, acknowledged)
    finally:
        unmount(place)
    return found


def cut_one(path, first, chance, disk, copy):
    """Let a child save, copy the disk in the midst of it, and return what was acknowledged."""
    child, reader = saving_child(path, first)
    time.sleep(chance.uniform(0.02, 0.4))
    os.kill(child, signal.SIGSTOP)
    os.set_blocking(reader, False)
    lines = os.read(reader, 1_000_000).split(b"\n")[:-1] if readable(reader) else []
    shutil.copyfile(disk, copy)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    return int(lines[-1]) if lines else 0


def readable(pipe):
    """Return whether anything was said."""
    return bool(select.select([pipe], [], [], 0)[0])


def mount(image, place, options):
    """Mount the image."""
    chosen = ",".join(filter(None, ("loop", options)))
    subprocess.run(["mount", "-o", chosen, image, place], check=True, capture_output=True)


def unmount(place):
    """Unmount it, once nobody looks at it."""
    for _try in range(50):
        if subprocess.run(["umount", place], capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    raise RuntimeError("it stays mounted")


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
