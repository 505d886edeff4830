"""Every tag that cannot be read is told, with its place and what to do."""

from __future__ import annotations

import pytest
from word_files import SPACES, paragraph, run, table, with_relation, word_parts
from word_skeletons import skeleton, skeleton_of, tags
from yardstick import within

from reportdesk.core.errors import PackageError
from reportdesk.core.problems import Severity

LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>{}</w:delText></w:r></w:del>'
PICTURE = '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{}"/></wp:inline></w:drawing>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FAULTY = {
    "unclosed": (paragraph("{{ name"), "tag-unclosed", "{{ name"),
    "unclosed control": (paragraph("{% if a"), "tag-unclosed", "{% if a"),
    "unclosed before another": (paragraph("{{ a {{ b }}"), "tag-unclosed", "{{ a"),
    "unclosed comment": (paragraph("{# a"), "tag-unclosed", "{# a"),
    "stray": (paragraph("name }}"), "tag-stray", "}}"),
    "stray control": (paragraph("endif %}"), "tag-stray", "%}"),
    "into a link": (
        paragraph("{{ na", LINK.format(run("me }}"))),
        "tag-crossing",
        "{{ na…",
    ),
    "out of a link": (paragraph(LINK.format(run("{{ na")), "me }}"), "tag-crossing", "{{ na"),
    "around a link": (
        paragraph("{{ na", LINK.format(run("m")), "e }}"),
        "tag-crossing",
        "{{ na…e }}",
    ),
    "around a note": (
        paragraph("{{ na", '<w:r><w:footnoteReference w:id="2"/></w:r>', "me }}"),
        "tag-object",
        "{{ na…me }}",
    ),
    "deleted": (paragraph(DELETED.format("{{ a }}")), "tag-deleted", "{{ a }}"),
    "moved away": (
        paragraph(f'<w:moveFrom w:id="1" w:author="a">{run("{{ a }}")}</w:moveFrom>'),
        "tag-deleted",
        "{{ a }}",
    ),
    "in a deleted row": (
        table(("x",), ("{{ a }}",)).replace(
            '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">{{',
            '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>{{',
        ),
        "tag-deleted",
        "{{ a }}",
    ),
    "alternative text": (
        paragraph(f"<w:r>{PICTURE.format('{{ a }}')}</w:r>"),
        "tag-misplaced",
        "{{ a }}",
    ),
    "simple field's instruction": (
        paragraph(f'<w:fldSimple w:instr=" REF {{{{ a }}}} ">{run("x")}</w:fldSimple>'),
        "tag-misplaced",
        "{{ a }}",
    ),
    "control tag in an instruction": (
        paragraph(FIELD.format("REF {% if a %}")),
        "tag-misplaced",
        "{% if a %}",
    ),
    "equation": (
        paragraph("<m:oMath><m:r><m:t>{{ a }}</m:t></m:r></m:oMath>"),
        "tag-misplaced",
        "{{ a }}",
    ),
    "too long": (paragraph("{{ " + "a" * 600 + " }}"), "tag-too-long", "{{ " + "a" * 57),
}


@pytest.mark.parametrize(("body", "code", "typed"), FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_tag_is_told(body, code, typed):
    (problem,) = skeleton(body).problems
    assert (problem.code, problem.place.tag) == (code, typed)
    assert problem.fix


@pytest.mark.parametrize("body", [one[0] for one in FAULTY.values()], ids=FAULTY.keys())
def test_a_faulty_tag_has_its_place(body):
    (problem,) = skeleton(paragraph("x") + body).problems
    assert problem.place.paragraph == 2 or problem.place.cells


def test_all_faults_are_told_at_once():
    body = paragraph("{{ a") + paragraph("b }}") + paragraph("{{ c }}") + paragraph("{% d")
    assert len(skeleton(body).problems) == 3


def test_a_fault_does_not_hide_other_tags():
    assert [tag.source for tag in tags(skeleton(paragraph("{{ a {{ b }}")))] == ["{{ b }}"]


def test_a_tag_in_a_link_address_is_told():
    parts = with_relation(word_parts(), "hyperlink", "https://a.example/%7B%7B%20x", external=True)
    assert [one.code for one in skeleton_of(parts).problems] == ["tag-misplaced"]


HOSTILE = {
    "never closed": "{{ a" * 20_000,
    "many tags": "{{ a }}" * 20_000,
    "many controls": "{% a %}" * 20_000,
    "only braces": "{" * 200_000,
    "closers": "}}" * 100_000,
    "comments": "{# a #}" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_floods_of_tags_are_answered_soon(text):
    with within(2):
        found = skeleton(paragraph(text))
    assert found.parts == () or len(tags(found)) <= 2_000


def test_floods_over_many_runs_are_answered_soon():
    with within(2):
        found = skeleton(paragraph(*[run("{"), run("{ a")] * 10_000))
    assert found.problems


def test_deep_nesting_is_refused():
    box = "<w:sdt><w:sdtContent>"
    body = box * 5_000 + paragraph("{{ a }}") + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(PackageError, match="nested too deeply"):
        skeleton(body)


def test_header_faults_name_the_header():
    header = f"<w:hdr {SPACES}>{paragraph('{{ a')}</w:hdr>"
    (problem,) = skeleton("<w:p/>", header=header).problems
    assert str(problem).startswith("t.docx: header 1, paragraph 1: ")


LIKE = {
    "one brace": ("{report_title}", "{{ report_title }}"),
    "braces apart": ("a { { report_title } } b", "{{ report_title }}"),
    "signs apart": ("{ % if a % }", "{% if a %}"),
    "a row's field": ("{ f.text }", "{{ f.text }}"),
}


@pytest.mark.parametrize(("text", "right"), LIKE.values(), ids=LIKE.keys())
def test_what_only_looks_like_a_tag_is_warned_of(text, right):
    (problem,) = skeleton(paragraph(text)).problems
    assert (problem.code, problem.severity, right in problem.fix) == (
        "tag-like",
        Severity.WARN,
        True,
    )


@pytest.mark.parametrize(
    "text", ["{ }", "{}", "{1}", "{Sic!}", "a { b", "f(x) = {x, y}", "{ two words }"]
)
def test_other_braces_are_text(text):
    assert skeleton(paragraph(text)).problems == ()


def test_a_brace_too_many_is_told_as_that():
    said = [problem.message for problem in skeleton(paragraph("{{% if a %}}")).problems]
    assert ["a brace too many" in one for one in said] == [True]
