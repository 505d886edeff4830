"""What only another system has is reached nowhere on the way to Windows."""

import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parents[1] / "src"
# Loaded once as it is, so that what others made is there; then our own again, as if on Windows.
AS_ON_WINDOWS = """
import importlib, os, pkgutil, subprocess, sys, types

def load_all():
    room = importlib.import_module("reportdesk")
    for module in pkgutil.walk_packages(room.__path__, "reportdesk."):
        importlib.import_module(module.name)

load_all()
for name in [name for name in sys.modules if name.partition(".")[0] == "reportdesk"]:
    del sys.modules[name]
for name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
for name in ("O_DIRECTORY", "fork", "geteuid", "getuid", "killpg", "setsid", "uname"):
    vars(os).pop(name, None)
sys.platform = "win32"
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
subprocess.CREATE_NO_WINDOW = 1 << 27
load_all()
print(len([name for name in sys.modules if name.startswith("reportdesk.")]))
"""


def test_every_module_loads_without_what_windows_lacks():
    command = [sys.executable, "-c", AS_ON_WINDOWS]
    asked = subprocess.run(
        command, env=environment(), capture_output=True, encoding="utf-8", errors="replace"
    )
    assert asked.stderr == ""
    assert int(asked.stdout) > 300


def environment():
    return {**os.environ, "PYTHONPATH": str(SRC), "QT_QPA_PLATFORM": "offscreen"}
