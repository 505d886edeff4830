"""The sixteen kinds of broken template, as Word files that a clerk might have made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault made on purpose.

    Attributes:
        make: puts the fault into a Word file.
        place: how the message begins, after the file's name.
        tag: the tag that the message is about.
        says: what the message has to say.
        fix: what it has to propose.
        stands_at: the text of the paragraph at which the comment has to stand.
    """

    make: Callable[[Document], None]
    place: str
    tag: str
    says: str
    fix: str
    stands_at: str


def paragraphs(*texts: str) -> Callable[[Document], None]:
    """A body of paragraphs."""

    def make(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return make


def table(*rows: tuple[str, ...]) -> Callable[[Document], None]:
    """A table after a paragraph."""

    def make(document: Document) -> None:
        document.add_paragraph("Before the table")
        made = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return make


def over_the_edge(document: Document) -> None:
    """A loop that begins before a table and ends inside it."""
    document.add_paragraph("{% for f in findings %}")
    made = document.add_table(1, 2)
    made.cell(0, 0).text = "{{ f.theme }}"
    made.cell(0, 1).text = "{% endfor %}"


def split_tag(document: Document) -> None:
    """A misspelt tag over three runs, with a proofing mark and a bookmark between them."""
    paragraph = document.add_paragraph("Title: ")
    paragraph.add_run("{{ repo").bold = True
    paragraph._p.append(_element("w:proofErr", type="spellStart"))
    paragraph.add_run("rt_titel")
    paragraph._p.append(_element("w:bookmarkStart", id="7", name="here"))
    paragraph._p.append(_element("w:bookmarkEnd", id="7"))
    paragraph.add_run(" }}")


def deleted_tag(document: Document) -> None:
    """A tag that somebody deleted with tracked changes on."""
    document.add_paragraph("One")
    paragraph = document.add_paragraph("Kept ")
    deleted = _element("w:del", id="9", author="A. Clerk")
    run = paragraph.add_run("{{ subtitle }}")._r
    run[-1].tag = qn("w:delText")
    deleted.append(run)
    paragraph._p.append(deleted)


def missing_style(document: Document) -> None:
    """A paragraph in a style that was deleted."""
    document.add_paragraph("One")
    document.add_paragraph("{{ report_title }}", style="List Number 3")
    document.styles.element.remove(document.styles["List Number 3"].element)


def header_tag(document: Document) -> None:
    """A misspelt tag in the header, where nobody looks."""
    document.add_paragraph("Body")
    document.sections[0].header.paragraphs[0].text = "{{ meeting_dat }}"


def smart_quotes(document: Document) -> None:
    """Quotation marks as Word makes them, around a field that there is not."""
    document.add_paragraph("{{ report_titel | default(“none”) }}")


def _element(tag: str, **attributes: str) -> OxmlElement:
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


BROKEN = {
    "for not closed": Broken(
        paragraphs("One", "{% for f in findings %}", "{{ f.theme }}"),
        "body, paragraph 2", "{% for f in findings %}", "", "endfor", "{% for f in findings %}",
    ),
    "stray endif": Broken(
        paragraphs("One", "{% endif %}", "Two"),
        "body, paragraph 2", "{% endif %}", "", "", "{% endif %}",
    ),
    "tag not closed": Broken(
        paragraphs("One", "Two {{ report_title and more"),
        "body, paragraph 2", "{{ report_title", "", "}}", "Two {{ report_title and more",
    ),
    "misspelt field": Broken(
        paragraphs("{{ report_titel }}"),
        "body, paragraph 1", "{{ report_titel }}", "report_titel", "report_title",
        "{{ report_titel }}",
    ),
    "misspelt field in a loop": Broken(
        table(("Theme", "Finding"), ("{% for f in findings %}", ""), ("{{ f.teme }}", "x"),
              ("{% endfor %}", "")),
        "body, table 1, row 3, cell 1", "{{ f.teme }}", "teme", "theme", "{{ f.teme }}",
    ),
    "unknown filter": Broken(
        paragraphs("{{ report_title | shout }}"),
        "body, paragraph 1", "shout", "shout", "count", "{{ report_title | shout }}",
    ),
    "None printed": Broken(
        paragraphs("{{ None | default('to follow') }}"),
        "body, paragraph 1", "None", "", "", "{{ None | default('to follow') }}",
    ),
    "text beside a block tag": Broken(
        paragraphs("Words {%p if subtitle %}", "Two", "{%p endif %}"),
        "body, paragraph 1", "if subtitle %}", "", "", "Words {%p if subtitle %}",
    ),
    "text in a row tag": Broken(
        table(("{%tr for f in findings %}", "lost words"), ("{{ f.theme }}", ""),
              ("{%tr endfor %}", "")),
        "body, table 1, row 1, cell 1", "for f in findings %}", "", "",
        "{%tr for f in findings %}",
    ),
    "unknown tag": Broken(
        paragraphs("{% repeat findings %}"),
        "body, paragraph 1", "{% repeat findings %}", "repeat", "for", "{% repeat findings %}",
    ),
    "tag in a tracked deletion": Broken(
        deleted_tag, "body, paragraph 2", "{{ subtitle }}", "", "", "Kept ",
    ),
    "tag split over runs": Broken(
        split_tag, "body, paragraph 1", "{{ report_titel }}", "report_titel", "report_title",
        "Title: {{ report_titel }}",
    ),
    "loop over a table's edge": Broken(
        over_the_edge, "body, paragraph 1", "{% for f in findings %}", "", "",
        "{% for f in findings %}",
    ),
    "smart quotes": Broken(
        smart_quotes, "body, paragraph 1", "report_titel", "report_titel", "report_title",
        "{{ report_titel | default(“none”) }}",
    ),
    "missing style": Broken(
        missing_style, "body, paragraph 2", "ListNumber3", "no such style", "choose a style",
        "{{ report_title }}",
    ),
    "missing tag in the header": Broken(
        header_tag, "header", "{{ meeting_dat }}", "meeting_dat", "meeting_date", "Body",
    ),
}  # fmt: skip


def word_file(broken: Broken) -> Document:
    """The Word file with that fault, and no other."""
    document = docx.Document()
    broken.make(document)
    return document
