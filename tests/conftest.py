"""What every room's tests share."""

import os
import sys
import tempfile

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing that a test keeps reaches the user's own cache.
for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
    os.environ[name] = tempfile.mkdtemp(prefix="reportdesk-tests-")

# A busy machine is no fault: laws are about what holds, not how fast.
settings.register_profile("reportdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reportdesk")


_ended = pytest.StashKey[int]()


def pytest_sessionfinish(session, exitstatus):
    """Remember how the tests ended, for the very end."""
    session.config.stash[_ended] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """End the process before Python takes Qt's objects apart in an order of its own.

    WORKAROUND: after a whole run PySide6 6.11 crashes while the interpreter is torn down, when all
    tests have ended and been told; it may go when a newer PySide6 ends such a run with code 0.
    """
    if _ended in config.stash and not hasattr(config, "workerinput"):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_ended])
