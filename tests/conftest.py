"""What every room's tests share."""

import os
import sys
import tempfile
from functools import partial

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # where that platform of Qt looks for fonts of its own, and has none
    fonts = os.path.join(os.environ.get("SYSTEMROOT", "C:\\Windows"), "Fonts")
    os.environ.setdefault("QT_QPA_FONTDIR", fonts)
# Nothing that a test keeps reaches the user's own cache.
for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
    os.environ[name] = tempfile.mkdtemp(prefix="reportdesk-tests-")

# A busy machine is no fault: laws are about what holds, not how fast.
settings.register_profile("reportdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reportdesk")

PATIENCE = 60_000  # milliseconds; a wait ends once what it waits for is there


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, with the patience that a busy machine needs."""
    for name in ("waitSignal", "waitUntil"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


def pytest_sessionfinish():
    """Empty the clipboard: without a screen Qt destroys what it holds after Python has ended,
    and PySide crashes on data that Python made.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()
