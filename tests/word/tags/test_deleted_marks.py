"""Where a tracked change deleted the mark of a paragraph, it goes on in the next, as in Word."""

from __future__ import annotations

import re

import pytest
from word_files import paragraph, run, table, word_file
from word_skeletons import paragraphs, parts, skeleton, tags
from yardstick import within

from reportdesk.word.output.properties import Properties
from reportdesk.word.template_file import open_template

GONE = '<w:pPr>{}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
LOOK = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
SECTION = "<w:sectPr/>"


def gone(text: str, look: str = "") -> str:
    return paragraph(text, properties=GONE.format(look))


JOINED = {
    "two": (gone("a") + paragraph("b"), ["ab"]),
    "three": (gone("a") + gone("b") + paragraph("c"), ["abc"]),
    "before a table": (gone("a") + table(("b",)) + paragraph("c"), ["a", "b", "c"]),
    "at the end of a cell": (table((gone("a"), "b")), ["a", "b"]),
    "at the end": (paragraph("a") + gone("b"), ["a", "b"]),
    "nothing left of it": (gone("<w:r/>").replace("<w:r/>", "") + paragraph("b"), ["b"]),
    "before an empty one": (gone("a") + "<w:p/>" + paragraph("b"), ["a", "b"]),
    "at a section's end": (
        paragraph("a", properties=GONE.format("").replace("</w:pPr>", SECTION + "</w:pPr>"))
        + paragraph("b"),
        ["a", "b"],
    ),
}


@pytest.mark.parametrize(("body", "texts"), JOINED.values(), ids=JOINED.keys())
def test_paragraphs_are_joined(tmp_path, body, texts):
    path = tmp_path / "t.docx"
    path.write_bytes(word_file(body))
    template = open_template(path)
    made = template.save({}, template.writer(), Properties(""))
    main = parts(made)["word/document.xml"]
    found = [
        "".join(re.findall(r"<w:t[^>]*>(\w+)</w:t>", one)) for one in main.split("</w:p>")[:-1]
    ]
    assert [text for text in found if text] == [text for text in texts if text]


def test_the_joined_paragraph_looks_as_the_second():
    body = gone("{{ a", '<w:pStyle w:val="H1"/>') + paragraph("b }}", properties=LOOK.format("Own"))
    (made,) = paragraphs(skeleton(body))
    assert (made.style, "H1" in made.open) == ("Own", False)
    assert [tag.source for tag in tags(skeleton(body))] == ["{{ ab }}"]


def test_places_count_paragraphs_as_word_shows_them():
    body = gone("a") + paragraph("b") + paragraph(run("{{ c }}"))
    (tag,) = tags(skeleton(body))
    assert tag.place.paragraph == 3


def test_many_deleted_marks_take_no_longer_for_each():
    with within(2):
        skeleton(gone("x") * 5_000 + paragraph("{{ a }}"))
