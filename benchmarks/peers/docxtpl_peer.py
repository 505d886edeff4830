"""docxtpl as its manual shows it: loops with ``{%p %}`` and ``{%tr %}``, RichText for looks."""

from __future__ import annotations

import io
from pathlib import Path

from common import BOLD, ITALIC, Model, Runs, main
from docxtpl import DocxTemplate, RichText


def make(model: Model, templates: Path) -> bytes:
    context = dict(model)
    for name in ("overview", "advice"):
        context[name] = [_rich(one) for one in model[name]]
    context["points"] = [_finding(one) for one in model["points"]]
    context["amounts"] = [_money(row) for row in model["amounts"]]
    template = DocxTemplate(templates / "docxtpl.docx")
    template.render(context, autoescape=True)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


def _finding(finding: Model) -> Model:
    lists = {name: [_rich(one) for one in finding[name]] for name in ("paragraphs", "bullets")}
    return {**finding, **lists}


def _money(row: Model) -> Model:
    return {"label": row["label"], **{f"y{at}": text for at, text in enumerate(row["values"], 1)}}


def _rich(runs: Runs) -> RichText:
    rich = RichText()
    for text, look in runs:
        rich.add(text, bold=bool(look & BOLD), italic=bool(look & ITALIC))
    return rich


if __name__ == "__main__":
    main(make)
