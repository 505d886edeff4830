"""Strict YAML in: texts, lists and mappings from the parser's events, every fault at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_bytes import YamlBytes, check_bytes
from reportdesk.storage.yaml_parser import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_KEY,
    MERGE,
    event_reader,
    may_drop_text,
    too_many,
)

_Next = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class YamlRead:
    """What a YAML file holds, and what is worth a warning."""

    root: dict[str, Raw]
    problems: tuple[Problem, ...] = ()


def read_yaml(data: bytes, file: str, error: type[ReportDeskError]) -> YamlRead:
    """Return the mapping that the file holds; every scalar is a text as typed.

    Raises the given error with all faults and their lines.
    """
    checked = check_bytes(data, file)
    if isinstance(checked, tuple):
        raise error(checked)
    try:
        quick = _quick(checked)
    except StopIteration:
        raise error([too_many(file)]) from None
    return YamlRead(quick) if quick else _read_carefully(checked, file, error)


def lines(data: bytes) -> dict[FieldPath, int]:
    """Return the line of each entry and list item of a file, as far as it can be parsed."""
    # Loaded here because only problems ask for lines.
    from reportdesk.storage.yaml_faults import diagnose

    checked = check_bytes(data, "")
    return diagnose(checked, "").lines if isinstance(checked, YamlBytes) else {}


def _read_carefully(checked: YamlBytes, file: str, error: type[ReportDeskError]) -> YamlRead:
    # Loaded here because few files need it.
    from reportdesk.storage.yaml_faults import diagnose

    diagnosis = diagnose(checked, file)
    if diagnosis.faults:
        raise error(diagnosis.faults)
    return YamlRead(diagnosis.root, tuple(diagnosis.warnings))


class _Declined(Exception):
    """Something that the careful pass must judge."""


def _quick(checked: YamlBytes) -> dict[str, Raw] | None:
    """Return the mapping, or None wherever anything is out of the ordinary.

    Raises StopIteration after too many events.
    """
    if checked.stand_ins or may_drop_text(checked.data):
        return None
    events = iter(event_reader(checked.data), None)
    try:
        with _no_collector():
            return _document(islice(events, MAX_EVENTS).__next__)
    except (yaml.YAMLError, ValueError, _Declined):
        return None


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the cyclic collector out of a pass that makes no cycles: it would double the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _document(take: _Next) -> dict[str, Raw]:
    take()
    if not isinstance(take(), DocumentStartEvent):
        raise _Declined
    root = _value(take(), take, 0)
    take()
    if not isinstance(root, dict) or not isinstance(take(), StreamEndEvent):
        raise _Declined
    return root


def _value(event: Any, take: _Next, depth: int) -> Raw:
    kind = event.__class__
    if event.anchor is not None or event.tag is not None:
        raise _Declined
    if kind is ScalarEvent:
        text: str = event.value
        return text
    if depth < MAX_DEPTH and kind is MappingStartEvent:
        return _mapping(take, depth + 1)
    if depth < MAX_DEPTH and kind is SequenceStartEvent:
        return _sequence(take, depth + 1)
    raise _Declined


def _mapping(take: _Next, depth: int) -> dict[str, Raw]:
    made: dict[str, Raw] = {}
    while (event := take()).__class__ is not MappingEndEvent:
        key = _value(event, take, MAX_DEPTH)
        if key.__class__ is not str or key in made or len(key) > MAX_KEY or key == MERGE:
            raise _Declined
        made[key] = _value(take(), take, depth)
    return made


def _sequence(take: _Next, depth: int) -> list[Raw]:
    made: list[Raw] = []
    while (event := take()).__class__ is not SequenceEndEvent:
        made.append(_value(event, take, depth))
    return made
