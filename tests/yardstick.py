"""Hold a cost to a limit that means the same on a slow machine and on a busy one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# What the yardstick's own work takes, in seconds, on the machine on which limits are told.
REFERENCE = 0.047
TEXT = "The visit found that plans are clear, timely and shared with families. " * 400
Clock = Callable[[], float]


@contextmanager
def within(seconds: float, clock: Clock = time.process_time) -> Iterator[None]:
    """Fail when what is done inside costs more than `seconds` of the reference machine.

    The same work is done before and after, and the limit is stretched by as much as it took longer
    there than on the reference machine. `clock` is the processor's; `time.monotonic` for other
    processes' work.
    """
    before = _yardstick(clock)
    began = clock()
    yield
    took = clock() - began
    slower = max(1.0, max(before, _yardstick(clock)) / REFERENCE)
    assert took < seconds * slower, f"{took:.2f} s on a machine {slower:.1f} times as slow"


def _yardstick(clock: Clock) -> float:
    began = clock()
    for _ in range(10):
        words = re.findall(r"\w+", TEXT)
        counted = {word: words.count(word) for word in set(words)}
        assert sorted(counted, key=lambda word: (counted[word], word))
    return clock() - began
