"""Many drafts in one go: none stops or overwrites another."""

from pathlib import Path

import pytest

from reportdesk.core.errors import SaveError
from reportdesk.services import batch
from reportdesk.services.batch import Order, export_many

TEMPLATES = Path(__file__).parents[2] / "templates"
SAMPLE = TEMPLATES / "england-standard" / "sample.yaml"


def copies(folder, count):
    made = [folder / f"draft {number}.yaml" for number in range(count)]
    for path in made:
        path.write_bytes(SAMPLE.read_bytes())
    return made


def test_two_reports_of_one_run_never_get_the_same_name(tmp_path):
    outcomes = list(export_many([TEMPLATES], copies(tmp_path, 3), Order(tmp_path)))
    assert len({outcome.files[0] for outcome in outcomes}) == 3


def test_processes_make_the_same_reports(tmp_path, monkeypatch):
    alone, together = tmp_path / "alone", tmp_path / "together"
    for folder in (alone, together):
        folder.mkdir()
    drafts = copies(tmp_path, 2)
    list(export_many([TEMPLATES], drafts, Order(alone)))
    monkeypatch.setattr(batch, "_WORTH_A_PROCESS", 0)
    list(export_many([TEMPLATES], drafts, Order(together)))
    names = sorted(path.name for path in alone.iterdir())
    assert names == sorted(path.name for path in together.iterdir())
    assert all((alone / name).read_bytes() == (together / name).read_bytes() for name in names)


@pytest.mark.parametrize(("drafts", "output"), [(2, "one.docx"), (1, "folder"), (1, "report.doc")])
def test_an_output_that_cannot_be_is_refused_at_once(tmp_path, drafts, output):
    with pytest.raises(SaveError):
        next(export_many([TEMPLATES], copies(tmp_path, drafts), Order(tmp_path / output)))


def test_without_an_output_the_report_lies_beside_its_draft(tmp_path):
    (outcome,) = export_many([TEMPLATES], copies(tmp_path, 1), Order())
    assert outcome.files[0].parent == tmp_path
