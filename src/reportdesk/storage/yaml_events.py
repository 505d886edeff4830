"""Strict YAML in: texts, lists and mappings, every fault at once.

Three ways read the same: without a parser where the file is as we write it, from the parser's
events, and carefully with lines and faults. The later ones load when first needed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from reportdesk.core.errors import ReportDeskError
from reportdesk.core.places import FieldPath
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_bytes import YamlBytes, check_bytes, too_many
from reportdesk.storage.yaml_simple import parse_simple_yaml


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
        with _no_collector():
            root = _read_sound(checked)
    except StopIteration:
        raise error([too_many(file)]) from None
    return YamlRead(root) if root else _read_carefully(checked, file, error)


def lines(data: bytes) -> dict[FieldPath, int]:
    """Return the line of each entry and list item of a file, as far as it can be parsed."""
    # Loaded here because only problems ask for lines.
    from reportdesk.storage.yaml_faults import diagnose

    checked = check_bytes(data, "")
    return diagnose(checked, "").lines if isinstance(checked, YamlBytes) else {}


def _read_sound(checked: YamlBytes) -> dict[str, Raw] | None:
    """Return the mapping, or None where anything is amiss."""
    if checked.stand_ins:
        return None
    root = parse_simple_yaml(checked.text)
    if root:
        return root
    # Loaded here because the parser takes as long to load as a small draft to read.
    from reportdesk.storage.yaml_quick import read_quickly

    return read_quickly(checked)


def _read_carefully(checked: YamlBytes, file: str, error: type[ReportDeskError]) -> YamlRead:
    # Loaded here because few files need it.
    from reportdesk.storage.yaml_faults import diagnose

    diagnosis = diagnose(checked, file)
    if diagnosis.faults:
        raise error(diagnosis.faults)
    return YamlRead(diagnosis.root, tuple(diagnosis.warnings))


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
