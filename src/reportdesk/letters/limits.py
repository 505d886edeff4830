"""Runs a script that has so much memory and processor time, and nothing else of the system.

It is itself run as a script, with bytes, seconds, the other script and that one's arguments, so
that the limits hold before any library is loaded; it needs no other module.
"""

from __future__ import annotations

import ctypes
import runpy
import sys

_EXTENDED = 9  # JobObjectExtendedLimitInformation
_TIME, _PROGRAMS, _MEMORY, _NO_QUESTIONS = 0x2, 0x8, 0x100, 0x400
_TICKS = 10_000_000  # a second


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, with the names that Windows gives."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def main() -> None:
    """Take the limits, and become the script that is named behind them."""
    memory, seconds = map(int, sys.argv[1:3])
    limit(memory, seconds)
    sys.argv[:] = sys.argv[3:]
    runpy.run_path(sys.argv[0], run_name="__main__")


def job_limits(memory: int, seconds: int) -> JobLimits:
    """Return what Windows is asked for: so many bytes, so much processor time, no other program."""
    return JobLimits(
        LimitFlags=_TIME | _PROGRAMS | _MEMORY | _NO_QUESTIONS,
        PerProcessUserTimeLimit=seconds * _TICKS,
        ActiveProcessLimit=1,
        ProcessMemoryLimit=memory,
    )


if sys.platform == "win32":

    def limit(memory: int, seconds: int) -> bool:
        """Take memory, time and further programs from this process; writing is left to it.

        Returns whether Windows took the limits; where not, the program that waits ends us still.
        """
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        asked = job_limits(memory, seconds)
        size = ctypes.c_uint32(ctypes.sizeof(asked))
        if not kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(asked), size):
            return False
        ourselves = ctypes.c_void_p(kernel.GetCurrentProcess())
        return bool(kernel.AssignProcessToJobObject(job, ourselves))

else:
    import resource

    def limit(memory: int, seconds: int) -> bool:
        """Take memory, time and the writing of files from this process; returns true."""
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True


if __name__ == "__main__":
    main()
