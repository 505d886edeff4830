"""Takes memory, processor time and further programs from this process, on Windows alone.

The workers run it from beside them; it needs no other module.
"""

from __future__ import annotations

import ctypes
import sys

_EXTENDED = 9  # JobObjectExtendedLimitInformation
_TIME, _PROGRAMS, _MEMORY, _NO_QUESTIONS = 0x2, 0x8, 0x100, 0x400
_TICKS = 10_000_000  # a second


class Limits(ctypes.Structure):
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


def limits(memory: int, seconds: int) -> Limits:
    """Return what Windows is asked for: so many bytes, so much processor time, no other program."""
    return Limits(
        LimitFlags=_TIME | _PROGRAMS | _MEMORY | _NO_QUESTIONS,
        PerProcessUserTimeLimit=seconds * _TICKS,
        ActiveProcessLimit=1,
        ProcessMemoryLimit=memory,
    )


def limit(memory: int, seconds: int) -> bool:
    """Return whether Windows took the limits; where not, the program that waits ends us still."""
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    asked = limits(memory, seconds)
    size = ctypes.c_uint32(ctypes.sizeof(asked))
    if not kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(asked), size):
        return False
    ourselves = ctypes.c_void_p(kernel.GetCurrentProcess())
    return bool(kernel.AssignProcessToJobObject(job, ourselves))
