"""What an export would give, told before anything is written: style, gaps, losses, name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.core.settings import Settings
from reportdesk.services.desk import Desk, Report, named
from reportdesk.services.session import Session
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.export_log import ExportLog

__all__ = [
    "ExportLog",
    "Format",
    "Made",
    "Order",
    "Target",
    "in_style",
    "make",
    "suggested",
    "write",
]


class Format(Enum):
    """What is written."""

    WORD = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """Which paper is wanted, in which house style."""

    template: str
    document: str


@dataclass(frozen=True, slots=True)
class Made:
    """A report made to look at before it is written.

    Attributes:
        order: what was asked for.
        problems: what is missing, and what this style would not print.
    """

    order: Order
    report: Report
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report is written, and as what."""

    path: Path
    format: Format


def in_style(desk: Desk, session: Session, template_id: str) -> Session:
    """Return a copy of the draft under that template; the draft itself stays as it is.

    Raises DraftError where an answer does not suit the other template.
    """
    if template_id == session.template.id:
        return desk.frozen(session)
    text = draft_text(session.template, session.answers, session.draft.kept)
    return desk.open_text(text.encode("utf-8"), _("this draft"), template_id)


def make(desk: Desk, frozen: Session, order: Order) -> Made:
    """Return the report; any thread may make it, of a frozen draft.

    Raises DraftError, TemplateError, PackageError or ExportError with every fault.
    """
    styled = in_style(desk, frozen, order.template)
    report = desk.final_report(styled, order.document)
    return Made(order, report, (*styled.told, *report.problems))


def suggested(desk: Desk, session: Session, order: Order, settings: Settings) -> Path:
    """Return where the report would go: the officer's folder and name, else beside the draft."""
    pack = desk.shelf.find(order.template)
    document = pack.template.document(order.document) if pack else None
    chosen = document or session.template.documents[0]
    name = named(chosen, session.answers, ".docx", settings.file_name)
    beside = session.path.parent if session.path else Path.home()
    return (settings.export_folder or beside) / name


def write(
    desk: Desk,
    log: ExportLog,
    made: Made,
    place: Target,
    going_on: Callable[[], bool] = lambda: True,
) -> Path:
    """Write the report and return its path; raises ExportError, Cancelled or SaveError."""
    data, path, format = made.report.data, place.path, place.format
    if format is Format.PDF:
        # No window waits for what only some exports need.
        from reportdesk.word.pdf import to_pdf

        data = to_pdf(data, made.report.name, going_on)
    desk.save_report(data, path)
    log.add(path, data)
    return path
