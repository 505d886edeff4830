"""Windows that are ended and pestered: short here, long by ``pytest -m long tests/long``."""

import sys

import pytest

LONG = pytest.mark.long
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.mark.parametrize(
    ("how", "trials", "lost"),
    [
        ("SIGKILL", 2, 10),
        pytest.param("SIGKILL", 200, 10, marks=LONG),
        *(pytest.param(how, 100, 1, marks=LONG) for how in ("SIGTERM", "SIGHUP")),
    ],
)
def test_a_window_that_ends_while_typed_in_is_recovered(run, how, trials, lost):
    found = run("crash_recovery.py", trials, how)
    assert found["offered"] == trials
    assert (found["draft_touched"], found["kept_after_save"]) == (0, 0)
    assert found["most_seconds_lost"] <= lost, found


@LONG
@pytest.mark.parametrize("seed", range(10))
def test_random_events_do_no_harm(run, seed):
    found = run("monkey.py", seed, 20_000)
    assert found["events"] == 20_000
    assert found["faults"] == []
    assert found["growth"] <= 5, found


@pytest.mark.parametrize("times", [pytest.param(1000, marks=LONG)])
def test_a_long_session_does_not_grow(run, times):
    found = run("long_session.py", times)
    assert found["growth_after_100"] <= 20, found
