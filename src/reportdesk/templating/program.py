"""A compiled template: filled in as often as wanted, kept as plain data between starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportdesk.core.answers import Printed
from reportdesk.core.errors import ExportError
from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import ReportWriter
from reportdesk.templating.frame import Frame
from reportdesk.templating.keeping import Kept
from reportdesk.templating.looping import Do
from reportdesk.templating.running import sequence

CHUNK = 32_768
VERSION = 1
# Version, slots, names and parts, as JSON can hold them: a file's edge.
Data = Any


class Program:
    """A compiled template.

    Attributes:
        problems: warnings; a program has no graver faults.
    """

    def __init__(self, data: Data, problems: tuple[Problem, ...] = ()) -> None:
        """Take what ``plan_to_data`` gave; ValueError where it is not that."""
        self.problems = problems
        self._data = data
        try:
            version, self._slots, names, parts = data
            self._names = frozenset(names)
            self._parts: list[tuple[str, Do]] = [(name, sequence(steps)) for name, steps in parts]
        except (TypeError, KeyError, IndexError, ValueError) as error:
            raise ValueError("not a plan") from error
        if version != VERSION:
            raise ValueError("a plan of another version")

    def names(self) -> frozenset[str]:
        """Return the paths of the fields that it prints: ``findings``, ``findings.text``."""
        return self._names

    def fill(
        self,
        context: Mapping[str, Printed],
        writer: ReportWriter,
        keep: Kept | None = None,
    ) -> dict[str, list[str]]:
        """Return the XML of each part, by its name, as chunks to be written one after the other.

        With ``keep``, passages that did not change since the last filling are used again,
        and so are the very chunks that hold nothing else. Raises ExportError with
        everything that could not be printed.
        """
        if keep is not None:
            keep.begin(self)
        frame = Frame(context, writer, self._slots, keep)
        filled: dict[str, list[str]] = {}
        for name, run in self._parts:
            writer.open_part(name)
            frame.cuts = []
            out: list[str] = []
            run(frame, out)
            chunks = _chunks(out, frame.cuts)
            filled[name] = chunks if keep is None else keep.chunks(name, chunks)
        if frame.problems:
            raise ExportError(frame.problems)
        return filled


def plan_to_data(program: Program) -> Data:
    """Return the program as lists, texts and numbers, without its warnings."""
    return program._data


def plan_from_data(data: Data) -> Program:
    """Return the program that was made into that data; ValueError where none was."""
    return Program(data)


def _chunks(pieces: list[str], cuts: list[int]) -> list[str]:
    """Join the pieces; a chunk ends at the first cut behind its full size."""
    chunks: list[str] = []
    start = 0
    size = 0
    before = 0
    for cut in cuts:
        size += sum(map(len, pieces[before:cut]))
        before = cut
        if size >= CHUNK:
            chunks.append("".join(pieces[start:cut]))
            start, size = cut, 0
    rest = "".join(pieces[start:])
    return [*chunks, rest] if rest or not chunks else chunks
