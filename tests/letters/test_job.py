"""A worker on Windows has so much memory and time, and starts no program."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.letters import job

LIMITED = """
import runpy, sys
job = runpy.run_path(sys.argv[1])
print(job["limit"](1 << 30, 30))
"""


def test_windows_knows_what_is_asked_for():
    asked = job.limits(700 << 20, 30)
    assert ctypes.sizeof(asked) == 144
    assert (asked.ProcessMemoryLimit, asked.ActiveProcessLimit) == (700 << 20, 1)
    assert asked.PerProcessUserTimeLimit == 300_000_000


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the offsets are those of 64 bits")
def test_each_limit_stands_where_windows_reads_it():
    at = {name: getattr(job.Limits, name).offset for name, _kind in job.Limits._fields_}
    wanted = {"LimitFlags": 16, "ActiveProcessLimit": 40, "ProcessMemoryLimit": 112}
    assert {name: at[name] for name in wanted} == wanted


def test_only_windows_takes_the_limits():
    told = subprocess.run(
        [sys.executable, "-P", "-c", LIMITED, Path(job.__file__)], capture_output=True, check=True
    )
    assert told.stdout.strip() == str(sys.platform == "win32").encode()
