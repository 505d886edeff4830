"""Every check says the same of a letter kept beside its draft as of the letter just read."""

from datetime import date
from pathlib import Path

import pytest
from made_letters import LEFT, LINE, made, pdf_of, text_of
from made_pdf import Ink, pdf

from reportdesk.core.dates import DateRange
from reportdesk.core.letter import SectionKind, SourceText
from reportdesk.core.richtext import plain
from reportdesk.letters import index_of, read_kept, read_letter, read_paragraphs, read_text
from reportdesk.services.desk import Desk
from reportdesk.services.sources import Sources
from reportdesk.storage.sources import load_source, save_source

TEMPLATES = Path(__file__).parents[2] / "templates"
FOOTNOTE = "1 Ofsted writes of children and means young people too, as its handbook says."
WRONG = DateRange(date(2016, 1, 1), date(2016, 1, 2))


def from_pdf(meant, folder):
    path = folder / "letter.pdf"
    path.write_bytes(pdf_of(meant))
    return read_letter(path)


def from_text(meant, folder):
    return read_text(text_of(meant), "letter.txt")


def from_word(meant, folder):
    return read_paragraphs(text_of(meant).split("\n\n"), "letter.docx")


@pytest.fixture(params=[from_pdf, from_text, from_word])
def reading(request, tmp_path):
    return lambda meant: request.param(meant, tmp_path)


@pytest.fixture
def template():
    return Desk([TEMPLATES]).new("england-standard").template


def kept(letter, folder):
    """The source as it comes back from the draft's folder."""
    draft = folder / "draft.yaml"
    return load_source(draft, save_source(letter.source, draft))


@pytest.mark.parametrize("seed", range(12))
def test_a_kept_letter_is_read_as_it_was(seed, reading, tmp_path):
    letter = reading(made(seed))
    again = read_kept(kept(letter, tmp_path))
    assert (again.parts, again.sections, again.visit) == (
        letter.parts,
        letter.sections,
        letter.visit,
    )
    assert (again, index_of(again)) == (letter, index_of(letter))


@pytest.mark.parametrize("seed", range(6))
def test_every_finding_is_exact_and_a_wrong_date_is_told(seed, reading, tmp_path, template):
    letter = reading(made(seed))
    found = Sources((kept(letter, tmp_path),)).look(
        template,
        {
            "inspection_dates": WRONG,
            "background": plain("\n".join(f"“{text}”" for text in findings(letter))),
        },
    )
    assert [problem.code for problem in found.problems] == ["letter-differs"]


def test_a_footnote_within_a_finding_is_no_part_of_it(tmp_path, template):
    (tmp_path / "letter.pdf").write_bytes(with_footnote())
    letter = read_letter(tmp_path / "letter.pdf")
    answers = {"background": plain("“Children are seen by social workers who know them well.”")}
    assert Sources((kept(letter, tmp_path),)).look(template, answers).problems == ()


def test_a_letter_kept_as_text_alone_says_so(tmp_path, template):
    (problem,) = Sources((SourceText("letter.pdf", ("One.",)),)).look(template, {}).problems
    assert problem.code == "letter-older"


def findings(letter):
    return [item.text for item in letter.items(SectionKind.FINDINGS)]


def with_footnote():
    """A paragraph that goes on over the page, with a footnote below its first half."""
    rows = ["Findings", "Much else was found in the days on site by those who came to see it all."]
    rows += ["Children are seen by social"]
    first = [Ink(row, LEFT, 200 - LINE * at, 10, at == 0) for at, row in enumerate(rows)]
    first += [Ink(FOOTNOTE, LEFT, 100, 7), Ink("1", 500, 40, 10)]
    second = [Ink("workers who know them well.", LEFT, 770, 10), Ink("2", 500, 40, 10)]
    return pdf([first, second])
