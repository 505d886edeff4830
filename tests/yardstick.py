"""Hold a cost to a limit that means the same on a slow machine and on a busy one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# What the yardstick's own work takes, in seconds, on the machine on which limits are told.
REFERENCE = 0.047
# What runs beside on the same core may take as much again in between, where no yardstick sees it.
NEIGHBOURS = 2
TEXT = "The visit found that plans are clear, timely and shared with families. " * 400
Clock = Callable[[], float]


@contextmanager
def within(seconds: float, clock: Clock = time.process_time) -> Iterator[None]:
    """Fail when what is done inside costs more than `seconds` of the reference machine.

    The same work is done before and after, and the limit is stretched by as much as it took longer
    there than on the reference machine, and by what neighbours may take. `clock` is that of the
    processor; `time.monotonic` for other processes' work.
    """
    before = _yardstick(clock)
    began = clock()
    yield
    took = clock() - began
    slower = NEIGHBOURS * max(1.0, max(before, _yardstick(clock)) / REFERENCE)
    assert took < seconds * slower, f"{took:.2f} s where {seconds * slower:.2f} s are allowed"


def _yardstick(clock: Clock) -> float:
    began = clock()
    for _ in range(10):
        words = re.findall(r"\w+", TEXT)
        counted = {word: words.count(word) for word in set(words)}
        assert sorted(counted, key=lambda word: (counted[word], word))
    return clock() - began
