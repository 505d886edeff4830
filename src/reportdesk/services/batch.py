"""Export many drafts in one go: one outcome a draft, and none stops the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, SaveError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass, replace
from reportdesk.services.desk import Desk, Report
from reportdesk.storage.files import shown
from reportdesk.storage.templates import TEMPLATE

# Below this many bytes of drafts the start of a second process costs more than it saves.
_WORTH_A_PROCESS = 2_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of each draft.

    Attributes:
        output: a Word file for a single draft, an existing folder for any number, or None
            for the drafts' own folders.
        template: id of another template than the draft's own, or empty.
        document: id of the template's document, or empty for its first.
        pdf: also make a PDF beside the Word file.
    """

    output: Path | None = None
    template: str = ""
    document: str = ""
    pdf: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft.

    Attributes:
        files: what was written, in order.
        problems: warnings where it was written, else the reasons why not.
    """

    draft: Path
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether nothing, or not everything asked for, was written."""
        return not self.files


@dataclass(frozen=True, slots=True)
class _Made:
    """A report that still has to be saved; it crosses from a worker process."""

    report: Report | None
    pdf: bytes
    template: str
    problems: tuple[Problem, ...]


def export_many(folders: Sequence[Path], drafts: Sequence[Path], order: Order) -> Iterator[Outcome]:
    """Yield the outcome of each draft, in order, as soon as it is known.

    Raises SaveError at once where the output cannot be what was asked for.
    """
    _expect_usable(order, drafts)
    desk = Desk(folders)
    taken: set[Path] = set()
    for draft, made in zip(drafts, _make_all(desk, folders, drafts, order), strict=True):
        yield _save(desk, draft, made, order, taken)


def _expect_usable(order: Order, drafts: Sequence[Path]) -> None:
    output = order.output
    if output is None or os.path.isdir(output):  # unlike Path's, it bears names of any length
        return
    if os.path.isfile(output.parent / TEMPLATE):
        raise SaveError.of(
            "over-template",
            _("a report may not be saved over a template’s own Word file"),
            _("choose another folder"),
            Place(file=str(output)),
        )
    if len(drafts) > 1 or output.suffix.lower() != ".docx":
        raise SaveError.of(
            "no-folder",
            _("there is no such folder"),
            _("make the folder first, or name a .docx file for a single draft"),
            Place(file=str(output)),
        )


def _make_all(
    desk: Desk, folders: Sequence[Path], drafts: Sequence[Path], order: Order
) -> Iterable[_Made]:
    if len(drafts) > 1 and sum(_size(draft) for draft in drafts) > _WORTH_A_PROCESS:
        return _make_in_processes(folders, drafts, order)
    return (_make(desk, draft, order) for draft in drafts)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _make_in_processes(
    folders: Sequence[Path], drafts: Sequence[Path], order: Order
) -> Iterator[_Made]:
    # Loaded here because a single small draft must not wait for it.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        orders = [(tuple(folders), draft, order) for draft in drafts]
        yield from pool.map(_make_alone, orders)


def _make_alone(asked: tuple[tuple[Path, ...], Path, Order]) -> _Made:
    folders, draft, order = asked
    return _make(Desk(folders), draft, order)


def _make(desk: Desk, draft: Path, order: Order) -> _Made:
    try:
        session = desk.open(draft, order.template)
        report = desk.final_report(session, order.document)
        pdf = _pdf(report) if order.pdf else b""
    except ReportDeskError as error:
        return _Made(None, b"", order.template, tuple(_named(error.problems, draft)))
    problems = (*session.told, *desk.located(session, report.problems))
    return _Made(report, pdf, session.template.id, problems)


def _named(problems: Iterable[Problem], draft: Path) -> Iterator[Problem]:
    """What is the fault of no file in particular is told of the draft."""
    for problem in problems:
        place = problem.place
        yield replace(problem, place=replace(place, file=place.file or shown(draft)))


def _pdf(report: Report) -> bytes:
    # Loaded here because a report without a PDF must not wait for it.
    from reportdesk.word.pdf import to_pdf

    return to_pdf(report.data, report.name)


def _save(desk: Desk, draft: Path, made: _Made, order: Order, taken: set[Path]) -> Outcome:
    if made.report is None:
        return Outcome(draft, (), made.problems)
    target = _target(draft, made, order, taken)
    try:
        desk.save_report(made.report.data, target)
        if not order.pdf:
            return Outcome(draft, (target,), made.problems)
        pdf = target.with_suffix(".pdf")
        desk.save_report(made.pdf, pdf)
    except SaveError as error:
        return Outcome(draft, (), error.problems)
    return Outcome(draft, (target, pdf), made.problems)


def _target(draft: Path, made: _Made, order: Order, taken: set[Path]) -> Path:
    """Where the report goes; two reports of one run never get the same name."""
    assert made.report is not None
    if order.output is not None and not os.path.isdir(order.output):
        return order.output
    folder = order.output or draft.parent
    target = folder / made.report.name
    if target in taken:
        target = target.with_name(f"{target.stem} - {made.template}{target.suffix}")
    number = 2
    while target in taken:
        target = target.with_name(f"{target.stem} ({number}){target.suffix}")
        number += 1
    taken.add(target)
    return target
