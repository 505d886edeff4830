"""The same report as a draft of ReportDesk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from make_templates import OURS

from reportdesk.core.fields import Answers
from reportdesk.core.richtext import Block, BlockKind, RichText, Run
from reportdesk.core.template import Template
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.templates import load_template

sys.path.insert(0, str(Path(__file__).parent / "peers"))
from common import BOLD, ITALIC, Model, Runs, resolved


def our_template(templates: Path) -> Template:
    """Return what ReportDesk's template asks for."""
    return load_template(templates / OURS, {}).template


def our_draft(model: Model, templates: Path) -> str:
    """Return the report as the text of a draft."""
    return draft_text(our_template(templates), our_answers(model), {})


def our_answers(model: Model) -> Answers:
    """Return the report as answers."""
    report = resolved(model)
    return {
        **{f"meta_{key}": text for key, text in report["meta"].items()},
        "overview": _rich(report["overview"]),
        "points": tuple(_point(one) for one in report["points"]),
        "steps": _numbered(report["steps"]),
        "advice": _numbered([{"text": _rich([runs])} for runs in report["advice"]]),
        "years": _numbered([{"name": year} for year in report["years"]]),
        "amounts": _numbered([_amounts(row) for row in report["amounts"]]),
        "people": _numbered(report["people"]),
    }


def _point(finding: Model) -> dict[str, Any]:
    lists = {
        "paragraphs": _rich(finding["paragraphs"]),
        "bullets": _rich(finding["bullets"]),
    }
    return {"id": finding["code"], **finding, **lists}


def _amounts(row: Model) -> dict[str, str]:
    return {"label": row["label"], **{f"y{at}": text for at, text in enumerate(row["values"], 1)}}


def _numbered(rows: list[Any]) -> tuple[dict[str, Any], ...]:
    return tuple({"id": f"r{at}", **row} for at, row in enumerate(rows, 1))


def _rich(paragraphs: list[Runs]) -> RichText:
    return RichText(tuple(Block(_runs(runs), BlockKind.PARAGRAPH) for runs in paragraphs))


def _runs(runs: Runs) -> tuple[Run, ...]:
    return tuple(Run(text, bool(look & BOLD), bool(look & ITALIC)) for text, look in runs)
