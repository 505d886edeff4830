"""Every odd text comes whole from the draft into the report, or is refused with its field."""

from __future__ import annotations

import io
import json
import random
import xml.parsers.expat
import zipfile
from pathlib import Path

import pytest

from reportdesk.core.document import paragraphs_of
from reportdesk.core.errors import DraftError
from reportdesk.services.desk import Desk
from reportdesk.word.document_reader import read_document

TEMPLATES = Path(__file__).parents[2] / "templates"
BEFORE, AFTER = "Words that stand before.", "Words that stand after."

KEPT = [
    "plain", "Care & support", "<18s>", "a < b > c", "&amp; &lt; &#65;", "]]>", "<!-- x -->",
    "<?xml version='1.0'?>", "<w:p/>", "</w:t></w:r>", "{{ report_title }}", "{% for x in y %}",
    "{# note #}", "{{", "}}", "%}", "{{ '{{' }}", "“curly” ‘single’", "'straight' \"double\"",
    "back\\slash", "C:\\new\\table", "$1 \\1 %s {0}", "£1,250.50 – 4½ %", "No", "01922 654599",
    "12:30", "1.10", "null", "~", "2026-03-17", "# no heading", "a_b_c d*e", "é e\u0301", "漢字",
    "العربية", "עברית", "👩‍👩‍👧", "\U0001d4b3 \U0010fffd", "Section\u00a020", "soft\u00adhyphen",
    "\u2028line", "zero\u200bwidth\u200d\u200e", "\u202eturned", "\ufefffirst", "\u0085next",
]  # fmt: skip
REFUSED = [*map(chr, (*range(9), 11, 12, *range(14, 32))), "\ufffe", "\uffff"]
_MANY = "".join(random.Random(1).choices("abcdefghij&<é ", k=999_000)).strip()
LARGE = ["word " * 190_000 + "end", _MANY.replace(" ", ""), _MANY]


def report(text: str) -> bytes:
    """The report of a draft in which the text stands between two neighbours."""
    answers = {"committee_name": BEFORE, "report_title": text, "summary": AFTER}
    head = "format: 1\ntemplate: wokingham-scrutiny\nanswers:\n"
    lines = [f"  {id}: {_quoted(value)}\n" for id, value in answers.items()]
    desk = Desk([TEMPLATES])
    return desk.report(desk.open_text((head + "".join(lines)).encode(), "draft.yaml")).data


def _quoted(text: str) -> str:
    """As YAML writes it: what cannot be printed is escaped."""
    return json.dumps(text, ensure_ascii=text in "a\ufffeb a\uffffb")


def paragraphs(data: bytes) -> list[str]:
    """The report's paragraphs, after every part of it went through a strict XML parser."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                xml.parsers.expat.ParserCreate().Parse(file.read(name), True)
    blocks = read_document(data, "report.docx").blocks
    return [paragraph.text for paragraph in paragraphs_of(blocks)]


def test_there_are_seventy_eight_texts():
    assert len({*KEPT, *REFUSED, *LARGE}) >= 78


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_a_text_comes_out_whole(text):
    shown = paragraphs(report(text))
    at = shown.index(text)
    assert (BEFORE in shown[at + 2], AFTER in shown[at:]) == (True, True)


@pytest.mark.parametrize("text", LARGE, ids=["words", "a word", "signs"])
def test_a_large_text_comes_out_whole(text):
    assert text in paragraphs(report(text))


@pytest.mark.parametrize("letter", REFUSED, ids=ascii)
def test_what_no_word_file_can_hold_is_refused_with_its_field(letter):
    with pytest.raises(DraftError) as caught:
        report(f"a{letter}b")
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.label) == (5, "Title")
    assert f"U+{ord(letter):04X} at position 2" in problem.message


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff"])
def test_half_a_character_is_refused_with_its_line(half):
    text = f'format: 1\ntemplate: wokingham-scrutiny\nanswers:\n  report_title: "a{half}b"\n'
    with pytest.raises(DraftError) as caught:
        Desk([TEMPLATES]).open_text(text.encode(), "draft.yaml")
    assert [problem.place.line for problem in caught.value.problems] == [4]
