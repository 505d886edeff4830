"""Whether another program still runs on this computer."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import ctypes

    _ASK, _STILL_ACTIVE, _DENIED = 0x1000, 259, 5

    def runs(process: int) -> bool:
        """Return whether a program of that number runs here; in doubt it does."""
        if process <= 0:
            return True
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_ASK, False, ctypes.c_uint32(process)))
        if not handle:
            return ctypes.get_last_error() == _DENIED  # another user's program
        try:
            code = ctypes.c_uint32()
            known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
            return not known or code.value == _STILL_ACTIVE
        finally:
            kernel.CloseHandle(handle)

else:

    def runs(process: int) -> bool:
        """Return whether a program of that number runs here; in doubt it does."""
        if process <= 0:
            return True
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True  # another user's program
        return True
