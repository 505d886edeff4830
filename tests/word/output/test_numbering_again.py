"""What a loop repeats, or a condition leaves out, has numbers that are each used once."""

from __future__ import annotations

import re

import pytest
from word_files import SPACES, paragraph, run, word_file
from word_skeletons import filled, parts

from reportdesk.core.errors import ExportError
from reportdesk.word.output.notes_again import notes_again
from reportdesk.word.output.numbering_again import number_again
from reportdesk.word.output.properties import Properties
from reportdesk.word.result_check import check_result
from reportdesk.word.template_file import open_template

TITLED = Properties("Title")
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="p"/></wp:inline></w:drawing></w:r>'
START, END = '<w:bookmarkStart w:id="3" w:name="here"/>', '<w:bookmarkEnd w:id="3"/>'
MARKED = START + "{}" + END
SHAPE = '<w:r><w:pict><v:shape id="s1"><v:textbox/></v:shape></w:pict></w:r>'
RANGE, RANGE_END = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
COMMENTED = RANGE + "{}" + RANGE_END + '<w:r><w:commentReference w:id="4"/></w:r>'
NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LOOPED = {
    "paragraphs": paragraph("{{ a }}", PICTURE),
    "no tag beside": paragraph("x", PICTURE),
    "bookmark": paragraph(MARKED.format(run("{{ a }}"))),
    "bookmark without a tag": paragraph(MARKED.format(run("x"))),
    "old shape": paragraph("{{ a }}", SHAPE),
    "old box": paragraph("{{ a }}", SHAPE.replace("v:shape", "v:rect")),
    "old box without a tag": paragraph("x", SHAPE.replace("v:shape", "v:rect")),
    "comment": paragraph(COMMENTED.format(run("{{ a }}"))),
    "note": paragraph("{{ a }}", NOTED),
}
FOOTNOTES = (
    f'<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Source")}</w:footnote></w:footnotes>'
)
COMMENTS = (
    f'<w:comments {SPACES}><w:comment w:id="4" w:author="A">{paragraph("Said")}</w:comment>'
    "</w:comments>"
)


@pytest.fixture
def printed(tmp_path):
    """Fill a file whose body stands in a loop, and print what is in the loop that often."""

    def make(body, times):
        path = tmp_path / "t.docx"
        looped = paragraph("{% for a in b %}") + body + paragraph("{% endfor %}")
        path.write_bytes(word_file(looped, footnotes=FOOTNOTES, comments=COMMENTS))
        template = open_template(path)
        (chunk,) = filled(template.skeleton)["word/document.xml"]
        start, end = chunk.index("<w:body>") + 8, chunk.index("<w:sectPr>")
        given = [chunk[:start], *[chunk[start:end]] * times, chunk[end:]]
        return template.save({"word/document.xml": given}, template.writer(), TITLED)

    return make


@pytest.mark.parametrize("body", LOOPED.values(), ids=LOOPED.keys())
def test_what_is_repeated_gets_numbers_of_its_own(printed, body):
    made = printed(body, 3)
    main = re.sub(r"\{[^{}]*\}+", "", parts(made)["word/document.xml"])
    for found in ("wp:docPr id", r"v:\w+ id", "footnoteReference w:id", "commentReference w:id"):
        numbers = re.findall(f'{found}="([^"]*)"', main)
        assert len(set(numbers)) == len(numbers)
    assert len(set(re.findall(r'w:name="(here\w*)"', main))) == main.count("<w:bookmarkStart")
    assert not [one for one in check_result(made, "r.docx") if "same number" in one.message]


@pytest.mark.parametrize("times", [0, 1, 3])
@pytest.mark.parametrize(("kind", "part"), [("note", "footnotes"), ("comment", "comments")])
def test_each_reference_has_its_note(printed, kind, part, times):
    made = parts(printed(LOOPED[kind], times))
    refers = re.findall(r'Reference w:id="(\d+)"', made["word/document.xml"])
    notes = re.findall(r'<w:(?:footnote|comment) w:id="(\d+)"', made[f"word/{part}.xml"])
    assert (len(refers), sorted(refers)) == (times, sorted(notes))
    assert ("separator" in made[f"word/{part}.xml"]) == (part == "footnotes")


HALVES = {
    "start alone": (START, ""),
    "end alone": (END, ""),
    "start again and again": (START * 3 + END, MARKED.format("")),
    "end again and again": (START + END * 3, MARKED.format("")),
    "comment without its reference": (RANGE + RANGE_END, ""),
    "end of a comment": (RANGE_END, ""),
    "start of a comment": (RANGE, ""),
    "reference alone": ('<w:commentReference w:id="4"/>', '<w:commentReference w:id="4"/>'),
    "start and reference": (
        RANGE + '<w:commentReference w:id="4"/>', '<w:commentReference w:id="4"/>'
    ),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "left"), HALVES.values(), ids=HALVES.keys())
def test_halves_without_a_partner_go(xml, left):
    assert number_again(xml).xml == left.replace('"3"', '"1"')


def test_a_sign_in_a_value_ends_no_element():
    xml = '<wp:docPr descr="a > b" id="9"/><wp:docPr id="9"/>'
    assert number_again(xml).xml == '<wp:docPr descr="a > b" id="1"/><wp:docPr id="2"/>'


def test_bookmarks_in_each_other_keep_their_ends():
    xml = '<w:bookmarkStart w:id="5" w:name="a"/>' + MARKED + '<w:bookmarkEnd w:id="5"/>'
    numbers = re.findall(r'w:id="(\d)"', number_again(xml).xml)
    assert numbers == ["1", "2", "2", "1"]


def test_a_repeated_name_stays_within_words_limit():
    xml = f'<w:bookmarkStart w:id="1" w:name="{"n" * 40}"/><w:bookmarkEnd w:id="1"/>' * 2
    names = re.findall(r'w:name="(\w+)"', number_again(xml).xml)
    assert [len(name) for name in names] == [40, 40]
    assert names[0] != names[1]


def test_new_notes_take_numbers_that_are_free():
    uses = number_again('<w:footnoteReference w:id="7"/><w:footnoteReference w:id="2"/>' * 2).uses
    assert uses["footnote"] == {"7": ["7", "8"], "2": ["2", "9"]}
    assert notes_again('<w:footnote w:id="2">x</w:footnote>', uses) == (
        '<w:footnote w:id="2">x</w:footnote><w:footnote w:id="9">x</w:footnote>'
    )


def test_more_than_word_opens_is_refused():
    with pytest.raises(ExportError, match="more notes"):
        number_again('<wp:docPr id="1"/>' * 100_001)
    uses = {"footnote": {"2": [str(number) for number in range(60_000)]}}
    with pytest.raises(ExportError, match="too long"):
        notes_again(f'<w:footnote w:id="2">{"x" * 1_000}</w:footnote>', uses)


def test_numbers_that_a_template_gives_twice_are_mended(tmp_path):
    path = tmp_path / "t.docx"
    path.write_bytes(word_file(paragraph("{{ a }}") + paragraph(MARKED.format("")) * 2))
    template = open_template(path)
    made = template.save(filled(template.skeleton), template.writer(), TITLED)
    assert not [one for one in check_result(made, "r.docx") if "same number" in one.message]
