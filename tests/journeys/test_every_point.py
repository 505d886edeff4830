"""The shell sets the inspectors' points against what answers them."""

import csv
import json
from pathlib import Path

from docx import Document

SAMPLE = Path(__file__).parents[2] / "templates" / "walsall-scrutiny" / "sample.yaml"


def test_by_the_shell(shell, tmp_path):
    told = shell("letter", "matrix", SAMPLE)
    assert told.code == 0
    assert told.out.splitlines()[-1] == "Points answered: 12 of 12"
    asked = json.loads(shell("letter", "matrix", SAMPLE, "--json").out)["matrix"]
    assert {one["point"]["number"] for one in asked if one["point"]} == set(range(1, 13))


def test_as_files(shell, tmp_path):
    table, word = tmp_path / "m.csv", tmp_path / "m.docx"
    assert shell("letter", "matrix", SAMPLE, "--csv", table, "--docx", word).code == 0
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    assert len(Document(str(word)).tables[0].rows) == len(rows)


def test_a_table_that_cannot_be_written_is_told(shell, tmp_path):
    told = shell("letter", "matrix", SAMPLE, "--csv", tmp_path / "gone" / "m.csv")
    assert (told.code, len(told.lines)) == (2, 1)
