"""A compiled template: filled in as often as wanted, kept as plain data between starts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from reportdesk.core.answers import Printed
from reportdesk.core.errors import ExportError
from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import ReportWriter
from reportdesk.templating.frame import Frame
from reportdesk.templating.keeping import Kept
from reportdesk.templating.looping import Do
from reportdesk.templating.plan import VERSION, Plan
from reportdesk.templating.plan_data import Data, from_data, to_data
from reportdesk.templating.running import sequence

CHUNK = 32_768


class Program:
    """A compiled template.

    Attributes:
        plan: what it does, as plain data.
        problems: warnings; a program has no graver faults.
    """

    def __init__(self, plan: Plan, problems: tuple[Problem, ...] = ()) -> None:
        self.plan = plan
        self.problems = problems

    def names(self) -> frozenset[str]:
        """Return the paths of the fields that it prints: ``findings``, ``findings.text``."""
        return frozenset(self.plan.names)

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
        frame = Frame(context, writer, self.plan.slots, keep)
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

    @cached_property
    def _parts(self) -> list[tuple[str, Do]]:
        return [(part.name, sequence(part.steps)) for part in self.plan.parts]


def plan_to_data(program: Program) -> Data:
    """Return the program as JSON can hold it, without its warnings."""
    return to_data(program.plan)


def plan_from_data(data: Data) -> Program:
    """Return the program that was made into that data; ValueError where none was."""
    plan = from_data(data)
    if not isinstance(plan, Plan) or plan.version != VERSION:
        raise ValueError("not a plan of this version")
    return Program(plan)


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
