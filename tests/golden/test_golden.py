"""Every shipped sample gives the report that we once looked at and found good.

To renew the outlines on purpose: python tests/golden/renew.py; then read git diff.
"""

from __future__ import annotations

import pytest
from renew import HERE, REPORTS, outline


@pytest.mark.parametrize("name", REPORTS)
def test_the_outline_of_a_sample_s_report_is_the_golden_one(name, tmp_path):
    golden = (HERE / f"{name}.txt").read_text("utf-8")
    assert outline(name, tmp_path).splitlines() == golden.splitlines()


def test_there_is_no_outline_too_many():
    assert sorted(path.stem for path in HERE.glob("*.txt")) == sorted(REPORTS)
