"""A program tells what it prints and what could not be printed, and keeps as plain data."""

import json
import subprocess
import sys

import pytest
from forms import FIELDS, context
from skeletons import BODY, OPEN, PlainWriter, T, fill, outline, p, skeleton

from reportdesk.core.errors import ExportError
from reportdesk.core.places import Place
from reportdesk.core.richtext import plain
from reportdesk.core.skeleton import Group, Part, Role, Skeleton, Tag, Xml
from reportdesk.templating.compiler import compile_template, unused
from reportdesk.templating.program import plan_from_data, plan_to_data

LOOP = ("{% for f in findings %}", "{{ f.theme }}", "{% endfor %}")


def test_names_what_it_prints():
    blocks = (*LOOP, "{{ lead.name|upper }}{% if cost > 5 %}{% endif %}{% if urgent %}{% endif %}")
    names = compile_template(skeleton(*blocks), FIELDS).names()
    assert names == {"findings", "findings.theme", "lead", "lead.name", "urgent"}


def test_counting_rows_prints_none_of_them():
    assert not compile_template(skeleton("{{ findings|length }}"), FIELDS).names()


def test_joining_rows_prints_a_part_of_them():
    made = skeleton("{{ findings|join(', ', attribute='theme') }}")
    assert compile_template(made, FIELDS).names() == {"findings", "findings.theme"}


def test_unused_fields_of_several_documents():
    used = {"report_title"} | {field.id for field in FIELDS[2:]}
    assert [problem.place.label for problem in unused(FIELDS, used)] == ["Meeting date"]


def test_a_program_survives_json():
    program = compile_template(skeleton(*LOOP, "{{ background }}"), FIELDS)
    again = plan_from_data(json.loads(json.dumps(plan_to_data(program))))
    assert again.fill(context(), PlainWriter()) == program.fill(context(), PlainWriter())
    assert again.names() == program.names()


DAMAGED = (None, 5, "x", [], [1, 2], [0, 0, [], []], [1, 0, [], [["p", [["Nothing"]]]]], {})


@pytest.mark.parametrize("data", [*DAMAGED, [1, 0, [], [["p", [["Show", 1]]]]]])
def test_damaged_data_is_refused(data):
    with pytest.raises(ValueError, match="plan"):
        plan_from_data(data)


def test_running_a_plan_imports_no_jinja():
    code = "import sys, reportdesk.templating.program; print('jinja2' in sys.modules)"
    paths = "import sys; sys.path[:0] = " + repr(sys.path) + "; "
    done = subprocess.run([sys.executable, "-c", paths + code], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"


BAD_ROWS = {
    "a row without the field": ({"findings": ({},)}, "none", "Findings, row 1, Theme"),
    "a list in place of a text": ({"findings": ({"theme": ({},)},)}, "printed-whole", "row 1"),
    "no list": ({"findings": "x"}, "not-a-list", "Findings"),
    "nothing": ({}, "not-a-list", "Findings"),
}


@pytest.mark.parametrize("case", BAD_ROWS)
def test_tells_what_cannot_be_printed(case):
    answers, code, label = BAD_ROWS[case]
    with pytest.raises(ExportError) as raised:
        fill(skeleton(*LOOP), FIELDS, answers)
    (problem,) = raised.value.problems
    assert problem.code == code
    assert label in problem.place.label
    assert problem.place.tag


def test_tells_all_rows_that_cannot_be_printed():
    rows = ({"theme": None}, {"theme": "x"}, {"theme": None})
    with pytest.raises(ExportError) as raised:
        fill(skeleton(*LOOP), FIELDS, {"findings": rows})
    labels = [problem.place.label for problem in raised.value.problems]
    assert labels == ["Findings, row 1, Theme", "Findings, row 3, Theme"]


def test_tells_what_cannot_be_compared():
    with pytest.raises(ExportError) as raised:
        fill(skeleton("{% if cost > 5 %}x{% endif %}"), FIELDS, {"cost": "a lot"})
    assert raised.value.problems[0].code == "cannot-compare"


def test_tells_what_does_not_suit_a_filter():
    with pytest.raises(ExportError) as raised:
        fill(skeleton("{{ meeting_date|day }}"), FIELDS, {"meeting_date": "soon"})
    assert raised.value.problems[0].code == "unfit"


def test_says_which_part_is_written():
    place = Place("report.docx")
    tag = Tag("{{ report_title }}", place, bare=True)
    title = Group(Role.INLINE, "<dc:title>", (tag,), "</dc:title>", place)
    core = Part("docProps/core.xml", "properties", (title,))
    made = skeleton("{{ cost }}")
    program = compile_template(Skeleton(made.file, (*made.parts, core)), FIELDS)
    writer = PlainWriter()
    filled = program.fill(context({"report_title": 'a & "b"'}), writer)
    assert writer.parts == [BODY, "docProps/core.xml"]
    assert filled["docProps/core.xml"] == ["<dc:title>a &amp; &quot;b&quot;</dc:title>"]


def test_the_page_set_up_stays_last():
    place = Place("report.docx")
    inner = skeleton("{{ cost }}").parts[0].nodes[0].nodes
    body = Group(Role.BLOCKS, OPEN, (*inner, Xml("<w:sectPr/>")), "</w:body></w:document>", place)
    made = Skeleton("report.docx", (Part(BODY, "body", (body,)),))
    assert fill(made, FIELDS, context({})).endswith("<w:p></w:p><w:sectPr/></w:body></w:document>")


def test_the_writer_learns_of_the_paragraph():
    seen = []

    class Writer(PlainWriter):
        def blocks(self, value, paragraph, properties):
            seen.append((paragraph.open, paragraph.style, paragraph.heading, properties))
            return super().blocks(value, paragraph, properties)

    look = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>'
    made = skeleton(p("{{ background }}", open=look, style="Body", heading=2))
    fill(made, FIELDS, context(), writer=Writer())
    assert seen == [(look, "Body", 2, "<w:rPr/>")]


def test_bookmarks_outlive_their_paragraph():
    start, end = '<w:bookmarkStart w:id="1" w:name="x"/>', '<w:bookmarkEnd w:id="1"/>'
    blocks = [p(Xml(start), "{{ background }}", Xml(end)), p(Xml(start), "{{ cost }}", Xml(end))]
    xml = fill(skeleton(*blocks, "a"), FIELDS, context({"background": plain("b")}))
    assert xml.count(start) == xml.count(end) == 2
    assert outline(xml) == ["b", "a"]


def test_a_picture_beside_a_tag_is_not_lost():
    picture = Xml("<w:r><w:drawing/></w:r>")
    blocks = [p("{% if urgent %}", picture, "{% endif %}"), p("{{ cost }}", picture)]
    assert fill(skeleton(*blocks), FIELDS, context({"urgent": True})).count("<w:drawing/>") == 2


def test_an_empty_cell_keeps_its_look():
    look = '<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>'
    xml = fill(skeleton(T(([p("{{ cost }}", open=look)],))), FIELDS, context({}))
    assert f"<w:tcPr/>{look}</w:p></w:tc>" in xml


def test_many_rows_take_time_in_proportion():
    made = compile_template(skeleton(*LOOP), FIELDS)
    steps = []
    for count in (100, 1000):
        writer = PlainWriter()
        made.fill(context({"findings": tuple({"theme": "x"} for _ in range(count))}), writer)
        steps.append(writer.written)
    assert steps == [100, 1000]
