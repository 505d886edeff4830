"""From the inspectors' letter to the committee's paper, typing only what no letter knows."""

import pytest
from made_letters import made, pdf_of
from papers import GAP, SEEDS, TYPED, text_of, unsaid  # stands beside, in made

FIRST = "  committee_name:"
LINES = {
    FIRST: f"{FIRST} {TYPED['committee_name']}",
    "  meeting_date:": f"  meeting_date: {TYPED['meeting_date']}",
    "  contacts:": "  contacts: [{name: Moira Quill, email: moira.quill@example.gov.uk}]",
}


@pytest.mark.parametrize("order", ["HPWM", "WF", "HM"])
def test_by_the_shell(order, shell, tmp_path):
    seed = SEEDS[order]
    letter, draft, report = (tmp_path / name for name in ("l.pdf", "d.yaml", "r.docx"))
    letter.write_bytes(pdf_of(made(seed)))
    assert shell("new", "wokingham-scrutiny", "-o", draft).code == 0
    assert shell("letter", "read", letter, "--into", draft).code == 0
    lines = draft.read_text(encoding="utf-8").splitlines()
    assert set(LINES) <= set(lines)
    draft.write_text("\n".join(LINES.get(line, line) for line in lines), encoding="utf-8")
    checked = shell("check", draft)
    assert (checked.code, checked.lines) == (0, [])
    assert shell("export", draft, "-o", report).lines == []
    assert unsaid(report.read_bytes(), letter, made(seed)) == []
    assert not GAP.search(text_of(report.read_bytes()))
