"""A worker has so much memory and time; it writes no file, and on Windows starts no program."""

import ctypes
import subprocess
import sys

import pytest

from reportdesk.letters import limits

LIMITED = """
import runpy, sys
print(runpy.run_path(sys.argv[1])["limit"](1 << 30, 30))
"""


def test_windows_knows_what_is_asked_for():
    asked = limits.job_limits(700 << 20, 30)
    assert ctypes.sizeof(asked) == 144
    assert (asked.ProcessMemoryLimit, asked.ActiveProcessLimit) == (700 << 20, 1)
    assert asked.PerProcessUserTimeLimit == 300_000_000


@pytest.mark.skipif(sys.maxsize < 2**32, reason="the offsets are those of 64 bits")
def test_each_limit_stands_where_windows_reads_it():
    at = {name: getattr(limits.JobLimits, name).offset for name, _kind in limits.JobLimits._fields_}
    wanted = {"LimitFlags": 16, "ActiveProcessLimit": 40, "ProcessMemoryLimit": 112}
    assert {name: at[name] for name in wanted} == wanted


def test_the_system_takes_the_limits():
    told = subprocess.run(
        [sys.executable, "-P", "-c", LIMITED, limits.__file__], capture_output=True, check=True
    )
    assert told.stdout.strip() == b"True"


def ends_well(command):
    return not subprocess.run([sys.executable, "-P", *command], capture_output=True).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="Wine takes the limits without holding them")
@pytest.mark.parametrize("tried", ["bytearray(2 << 30)", "open(sys.argv[1], 'wb', 0).write(b'!')"])
def test_memory_and_writing_are_taken_from_a_script(tried, tmp_path):
    script, file = tmp_path / "script.py", str(tmp_path / "written")
    script.write_text(f"import sys\n{tried}\n", encoding="utf-8")
    assert ends_well([script, file])
    assert not ends_well([limits.__file__, str(1 << 30), "30", script, file])


def test_a_script_under_limits_gets_its_own_arguments(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import sys\nassert sys.argv[1:] == ['a', 'b c']\n", encoding="utf-8")
    assert ends_well([limits.__file__, str(1 << 30), "30", script, "a", "b c"])
