"""The quick pass over a YAML file: its events straight into mappings, lists and texts."""

from __future__ import annotations

from collections.abc import Callable
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

from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_bytes import YamlBytes
from reportdesk.storage.yaml_limits import MAX_DEPTH, MAX_EVENTS, MAX_KEY, MERGE
from reportdesk.storage.yaml_parser import event_reader, may_drop_text

_Next = Callable[[], Any]


def read_quickly(checked: YamlBytes) -> dict[str, Raw] | None:
    """Return the mapping, or None wherever anything is out of the ordinary.

    Raises StopIteration after too many events.
    """
    if checked.stand_ins or may_drop_text(checked.data):
        return None
    events = iter(event_reader(checked.data), None)
    try:
        return _document(islice(events, MAX_EVENTS).__next__)
    except (yaml.YAMLError, ValueError, _Declined):
        return None


class _Declined(Exception):
    """Something that the careful pass must judge."""


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
