"""However Word splits a tag, it is one tag."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import paragraph, run
from word_skeletons import each, paragraphs, seen, skeleton

from reportdesk.core.skeleton import Paragraph, Tag, Xml

BOLD = "<w:rPr><w:b/></w:rPr>"


def first(body: str) -> Paragraph:
    return paragraphs(skeleton(body))[0]


def sources(body: str) -> list[str]:
    return [node.source for node in first(body).nodes if isinstance(node, Tag)]


SPLIT = {
    "one run": (run("{{ name }}"),),
    "two runs": (run("{{ na"), run("me }}")),
    "braces apart": (run("{"), run("{ name }"), run("}")),
    "proofing marks": (
        run("{{ "),
        '<w:proofErr w:type="spellStart"/>',
        run("name"),
        '<w:proofErr w:type="spellEnd"/>',
        run(" }}"),
    ),
    "page break mark": (run("{{ "), "<w:r><w:lastRenderedPageBreak/><w:t>name }}</w:t></w:r>"),
    "bookmark": (run("{{ na"), '<w:bookmarkStart w:id="1" w:name="b"/>', run("me }}")),
    "inserted": (run("{{ "), f'<w:ins w:id="1" w:author="a">{run("name")}</w:ins>', run(" }}")),
    "deleted between": (
        run("{{ na"),
        '<w:del w:id="1" w:author="a"><w:r><w:delText>xx</w:delText></w:r></w:del>',
        run("me }}"),
    ),
    "moved to": (run("{{ "), f'<w:moveTo w:id="1" w:author="a">{run("name }}")}</w:moveTo>'),
    "smart tag": (run("{{ "), f'<w:smartTag w:element="x">{run("name")}</w:smartTag>', run(" }}")),
    "two texts in a run": ("<w:r><w:t>{{ na</w:t><w:t>me }}</w:t></w:r>",),
    "empty text": (run("{{ na"), run(""), "<w:r><w:t/></w:r>", "<w:r/>", run("me }}")),
    "line break": ("<w:r><w:t>{{</w:t><w:br/><w:t>name }}</w:t></w:r>",),
    "tab": ("<w:r><w:t>{{</w:t><w:tab/><w:t>name }}</w:t></w:r>",),
    "hard space": (run("{{\u00a0name\u00a0}}"),),
    "trimmed": (run("{{- name -}}"),),
    "changed looks": (
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>{{ name }}</w:t></w:r>",
    ),
    "spelling id": ('<w:r w:rsidR="00AB12CD"><w:t>{{ name }}</w:t></w:r>',),
}


@pytest.mark.parametrize("runs", SPLIT.values(), ids=SPLIT.keys())
def test_a_split_tag_is_one_tag(runs):
    assert sources(paragraph(*runs)) == ["{{ name }}"]


@pytest.mark.parametrize("runs", SPLIT.values(), ids=SPLIT.keys())
def test_a_split_tag_is_no_problem(runs):
    assert skeleton(paragraph(*runs)).problems == ()


MEANT = [
    ("{% if a == “yes” %}", '{% if a == "yes" %}', ""),
    ("{% if a == ‘yes’ %}", "{% if a == 'yes' %}", ""),
    ("{%p if a %}", "{% if a %}", "p"),
    ("{%tr for f in findings %}", "{% for f in findings %}", "tr"),
    ("{%tc for y in years %}", "{% for y in years %}", "tc"),
    ("{{p background }}", "{{ background }}", "p"),
    ("{{r background }}", "{{ background }}", "r"),
    ("{{ p }}", "{{ p }}", ""),
    ("{{r}}", "{{ r }}", ""),
    ("{{p}}", "{{ p }}", ""),
    ("{{ r.a }}", "{{ r.a }}", ""),
    ("{%- if a -%}", "{% if a %}", ""),
    ("{%-p if a %}", "{% if a %}", "p"),
    ("{{name}}", "{{ name }}", ""),
    ("{% if a &lt; 3 and b &gt; 1 %}", "{% if a < 3 and b > 1 %}", ""),
    ("{{ a &amp; b }}", "{{ a & b }}", ""),
]


@pytest.mark.parametrize(("typed", "source", "prefix"), MEANT)
def test_a_tag_is_read_as_it_was_meant(typed, source, prefix):
    tags = [node for node in first(paragraph(typed)).nodes if isinstance(node, Tag)]
    assert [(tag.source, tag.prefix) for tag in tags] == [(source, prefix)]


def test_text_after_a_split_tag_keeps_its_look():
    nodes = first(paragraph(run("Dear {{ na"), run("me }} and all", BOLD))).nodes
    assert nodes[-1] == Xml(
        f'<w:r>{BOLD}<w:t xml:space="preserve"> and all</w:t></w:r>', " and all"
    )


def test_a_tag_takes_the_look_of_its_beginning():
    tag = first(paragraph(run("{{ name", BOLD), run(" }}"))).nodes[0]
    assert isinstance(tag, Tag)
    assert tag.run == BOLD


def test_a_bookmark_within_a_tag_stands_behind_it():
    nodes = first(paragraph(*SPLIT["bookmark"])).nodes
    assert [type(node) for node in nodes] == [Tag, Xml]


def test_tabs_and_breaks_beside_a_tag_stay():
    body = paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>{{ b }}</w:t><w:br/><w:t>c</w:t></w:r>")
    assert seen(first(body).nodes) == "a\t{{ b }}\nc"


def test_comments_vanish():
    assert seen(first(paragraph("a{# not this #}b {{ c }}")).nodes) == "ab {{ c }}"


def test_a_paragraph_of_a_comment_vanishes():
    assert "note" not in repr(skeleton(paragraph("{# note #}") + paragraph("{{ a }}")))


TEXT = "Dear {{ name }}, {% if a == “b” %}yes{% endif %} on {{ d }}{# x #}."


@given(st.sets(st.integers(1, len(TEXT) - 1)))
def test_where_runs_end_does_not_matter(ends):
    """The law: cutting text into runs anywhere gives the same tags between the same text."""
    cuts = [0, *sorted(ends), len(TEXT)]
    runs = [run(TEXT[start:end]) for start, end in pairwise(cuts)]
    assert seen(first(paragraph(*runs)).nodes) == seen(first(paragraph(TEXT)).nodes)


@given(st.sets(st.integers(1, len(TEXT) - 1)))
def test_every_tag_stands_between_whole_runs(ends):
    cuts = [0, *sorted(ends), len(TEXT)]
    runs = [run(TEXT[start:end], BOLD) for start, end in pairwise(cuts)]
    for node in first(paragraph(*runs)).nodes:
        if isinstance(node, Xml):
            assert node.xml.count("<w:r>") == node.xml.count("</w:r>")


def test_a_picture_beside_a_tag_is_something_seen():
    nodes = first(paragraph("{{ a }}", "<w:r><w:drawing><wp:inline/></w:drawing></w:r>")).nodes
    assert isinstance(nodes[1], Xml)
    assert nodes[1].text == "\ufffc"


def test_a_comment_tied_to_a_tag_is_not_seen_beside_it():
    tied = '<w:commentRangeStart w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    nodes = first(paragraph(tied[0], run("{% for a in b %}"), tied[1])).nodes
    assert "".join(node.text for node in nodes if isinstance(node, Xml)) == ""


PRINTED = {
    "value": ("{_{ name }_}", "{{ name }}"),
    "control": ("{_% if a %_}", "{% if a %}"),
    "beside a tag": ("{{ b }} {_{ name }_}", " {{ name }}"),
}


@pytest.mark.parametrize(("typed", "printed"), PRINTED.values(), ids=PRINTED.keys())
def test_braces_that_docxtpl_prints_are_printed(typed, printed):
    """No two braces stand side by side in the XML: that would be a tag left over."""
    markup = "".join(
        node.xml
        for node in each(skeleton(paragraph("{{ a }}") + paragraph(typed)).parts[0].nodes)
        if isinstance(node, Xml)
    )
    assert printed in markup.replace('</w:t><w:t xml:space="preserve">', "")
    assert "{{" not in markup
