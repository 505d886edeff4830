"""Writes the golden outlines anew, on purpose: python tests/golden/renew.py; then read git diff."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "src"))

from reportdesk.services.batch import Order, export_many  # noqa: E402
from reportdesk.services.reading_back import outline_of  # noqa: E402
from reportdesk.storage.templates import list_templates  # noqa: E402

TEMPLATES = ROOT / "templates"
REPORTS = {
    f"{pack.template.id}.{document.id}": (pack.folder / "sample.yaml", document.id)
    for pack in list_templates([TEMPLATES]).packs
    for document in pack.template.documents
}


def outline(name: str, folder: Path) -> str:
    """Return the report of a sample as readable lines."""
    sample, document = REPORTS[name]
    target = folder / f"{name}.docx"
    (outcome,) = export_many([TEMPLATES], [sample], Order(target, document=document))
    assert outcome.files, outcome.problems
    return "\n".join(outline_of(target)) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for report in REPORTS:
            (HERE / f"{report}.txt").write_text(
                outline(report, Path(made)), encoding="utf-8", newline="\n"
            )
