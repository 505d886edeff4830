"""A change notification that knows nothing of threads or toolkits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Event(Generic[T]):
    """Tell every listener, in the order in which they came.

    A listener stays until its disconnection is called: whoever connects keeps
    what ``connect`` returns.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Add a listener and return the call that removes it again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def emit(self, payload: T) -> None:
        """Call each listener with the payload."""
        for listener in tuple(self._listeners):
            listener(payload)
