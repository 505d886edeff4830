"""The shipped samples printed: sound reports in their own house style and in every other."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from reportdesk.core.fields import Answers
from reportdesk.services.presses import Presses
from reportdesk.storage import drafts
from reportdesk.storage.templates import TemplatePack, list_templates

TEMPLATES = Path(__file__).parents[2] / "templates"
SHELF = list_templates([TEMPLATES])
PRESSES = Presses()
IDS = SHELF.ids()
DOCUMENTS = [(p.template.id, d.id) for p in SHELF.packs for d in p.template.documents]

ALWAYS = {
    ("wokingham-scrutiny", "report"): """Outcome / benefits to the community
Recommendation
Summary of report
Background
Analysis of Issues
Summary and Next Steps
Financial implications of the recommendation
Other financial information relevant to the Recommendation/Decision
Cross-Council Implications
List of Background Papers""",
    ("walsall-scrutiny", "report"): """Purpose of report
Reason for scrutiny
Recommendation
Background
Resource and legal considerations
Citizen impact
Environmental impact
Performance management
Equality Implications
Consultation
Contact Officers:""",
}


def sample(id: str, pack: TemplatePack) -> Answers:
    draft = drafts.read_draft(TEMPLATES / id / "sample.yaml")
    return drafts.answers_for(draft, pack.template)[0]


def printed(id: str, document: str, answers: Answers | None = None) -> bytes:
    pack = SHELF.find(id)
    given = sample(id, pack) if answers is None else answers
    return PRESSES.press(pack, pack.template.document(document)).print(given)


def text_of(report: Path, house) -> list[str]:
    with zipfile.ZipFile(report) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        trees = [etree.fromstring(package.read(name)) for name in names]
    return [house.words_of(par) for tree in trees for par in tree.iter(f"{house.W}p")]


@pytest.fixture(params=DOCUMENTS, ids="-".join)
def report(request, tmp_path) -> Path:
    made = tmp_path / "report.docx"
    made.write_bytes(printed(*request.param))
    return made


def test_the_shelf_takes_every_template():
    assert SHELF.problems == ()
    assert len(IDS) == len(list(TEMPLATES.glob("*/template.yaml")))


@pytest.mark.parametrize("id", IDS)
def test_a_sample_reads_without_a_word_of_warning(id):
    pack = SHELF.find(id)
    draft = drafts.read_draft(TEMPLATES / id / "sample.yaml")
    assert drafts.answers_for(draft, pack.template)[2] == ()


def test_a_report_is_sound(report):
    assert list(OpenXmlValidator().validate(str(report)).errors) == []
    assert list(check(str(report))) == []


def test_a_report_has_no_tag_left_and_no_gap(report, house):
    text = "\n".join(text_of(report, house))
    assert not any(left in text for left in ("{{", "{%", "}}", "%}", "to be completed"))


def test_a_report_has_no_empty_paragraph(report, house):
    with zipfile.ZipFile(report) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{house.W}p"):
        assert house.words_of(paragraph).strip() or paragraph.find(".//{*}drawing") is not None


@pytest.mark.parametrize(("id", "document"), DOCUMENTS)
def test_the_same_answers_give_the_same_bytes(id, document):
    assert printed(id, document) == printed(id, document)


@pytest.mark.parametrize(("id", "document"), DOCUMENTS)
@pytest.mark.parametrize("other", IDS)
def test_every_sample_prints_through_every_template(id, document, other, tmp_path, house):
    made = tmp_path / "report.docx"
    made.write_bytes(printed(id, document, sample(other, SHELF.find(id))))
    assert "{{" not in "\n".join(text_of(made, house))


@pytest.mark.parametrize(("id", "document"), ALWAYS)
def test_the_headings_that_the_council_always_prints(id, document, tmp_path, house):
    made = tmp_path / "report.docx"
    made.write_bytes(printed(id, document, {}))
    wanted = ALWAYS[id, document].split("\n")
    assert [words for words in text_of(made, house) if words in wanted] == wanted
