"""Quotations of a draft are held against the letter that lies beside it."""

from pathlib import Path

import pytest

from reportdesk.core.letter import SourceText
from reportdesk.core.problems import Severity
from reportdesk.core.richtext import plain
from reportdesk.services.desk import Desk
from reportdesk.services.sources import Sources
from reportdesk.storage.sources import save_source

TEMPLATES = Path(__file__).parents[2] / "templates"
SOURCE = SourceText(
    "letter.pdf",
    (
        "Leaders in Marlowdale generally know their services well, and they do not shy away from",
        "what still needs to change. Supervision is regular, but it does not always "
        "give clear dates.",
    ),
    "0" * 64,
)
HEAD = "format: 1\ntemplate: england-standard\nanswers:\n"
NAMED = "  source_documents:\n    - title: Letter\n      file: d sources/letter.yaml\n"


def problems(text):
    template = Desk([TEMPLATES]).new("england-standard").template
    found = Sources((SOURCE,)).look(template, {"background": plain(text)}).concerns
    return [(one.problem.code, one.problem.severity) for one in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("They found that “Supervision is regular, but it does not always give clear dates”.", []),
        ("They “do not shy away from what still needs to change”.", []),
        ("Leaders “know their services well … what still needs to change”.", []),
        ("Leaders “generally know [the] services well”.", []),
        ("The ‘front door’ is where contacts come in.", []),
        (
            "Leaders in Marlowdale “know their service well, and they do not shy away”.",
            [("quotation-changed", Severity.STOP)],
        ),
        (
            "“Supervision is regular but it does not always give clear dates”",
            [("quotation-punctuation", Severity.WARN)],
        ),
        (
            "“The council has the best schools in the whole country”",
            [("quotation-not-found", Severity.WARN)],
        ),
    ],
)
def test_each_quotation_is_judged(text, codes):
    assert problems(text) == codes


def test_the_shell_shows_both_wordings_with_line(tmp_path):
    draft = tmp_path / "d.yaml"
    save_source(SOURCE, draft)
    quoted = "  background: |\n    Leaders “know their service well, and they do not shy away”.\n"
    draft.write_text(HEAD + NAMED + quoted, encoding="utf-8")
    found = [one for one in Desk([TEMPLATES]).check(draft) if one.code == "quotation-changed"]
    assert [(one.place.line, one.place.page) for one in found] == [(7, 1)]
    assert "with “service”" in found[0].message
    assert "know their services well" in found[0].message
