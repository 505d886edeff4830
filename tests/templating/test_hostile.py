"""Templates made to do harm are refused while being checked, soon and in plain words."""

import pytest
from forms import FIELDS, context
from skeletons import PlainWriter, body, p, skeleton
from yardstick import within

from reportdesk.core.errors import ExportError, TemplateError
from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Paragraph, Part, Role, Skeleton, Tag
from reportdesk.templating.compiler import check_template, compile_template

VALUES = (
    # reaching for Python
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "report_title.__class__",
    "report_title['__class__']",
    "report_title|attr('__class__')",
    "report_title|map(attribute='__class__')",
    "findings.__len__()",
    "findings.append(1)",
    "lead.pop('name')",
    "lead.clear()",
    "lead.update(name=1)",
    "lead.items()",
    "lead['na' + 'me']",
    "lead[report_title]",
    "self",
    "self._TemplateReference__context",
    "self.__init__.__globals__",
    "config",
    "config.items()",
    "request.application.__globals__",
    "cycler",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "joiner.__init__.__globals__",
    "namespace(x=1)",
    "lipsum(n=100000)",
    "lipsum.__globals__['os'].system('id')",
    "dict(a=1)",
    "range(99999999)",
    "range(9)|list",
    "url_for.__globals__",
    "get_flashed_messages.__globals__",
    "caller()",
    "super()",
    "varargs",
    "kwargs",
    "_",
    "_x",
    "__import__('os')",
    "open('/etc/passwd').read()",
    "eval('1')",
    "report_title.upper()",
    "report_title.format('x')",
    "'{0.__class__}'.format(report_title)",
    "report_title.encode().hex()",
    "meeting_date.replace(year=1)",
    "meeting_date.today()",
    "cost.__add__(1)",
    "cost.as_tuple()",
    "background.blocks",
    "background.text",
    "urgent.real",
    # taking time or memory
    "9**(9**9)",
    "9**9**9**9",
    "'A'*500000000",
    "'A'.ljust(2000000000)",
    "'A'.center(2000000000)",
    "'%2000000000d'|format(1)",
    "'%s'|format(report_title)",
    "'A'|center(2000000000)",
    "'A'|indent(2000000000)",
    "'A'|wordwrap(1)",
    "report_title|replace('a', 'a'*9999999)",
    "findings|batch(1)|list",
    "findings|slice(999999999)",
    "findings|sum",
    "findings|random",
    "findings|groupby('x')",
    "findings|tojson",
    "findings|list",
    "findings|map('upper')|list",
    "findings|selectattr('x')|list",
    "report_title|urlize",
    "report_title|xmlattr",
    "report_title|pprint",
    "report_title|safe",
    "report_title|string",
    "1 << 99999999",
    "1 + 1",
    "-cost",
    "cost * 2",
    "cost // 0",
    "cost % 0",
    "report_title ~ report_title",
    "[1, 2, 3]",
    "{'a': 1}",
    "(1, 2)",
    "findings[0:2]",
    "findings[1000000000000]",
    "1.5",
    "1e999",
    "report_title[99999999999999999999]",
    "x" * 490,
    "(" * 240 + "cost" + ")" * 240,
    "not " * 120 + "cost",
    "-" * 400 + "1",
    "[" * 200 + "]" * 200,
    "cost" + ".a" * 200,
    "cost" + "|upper" * 75,
    " and ".join(["urgent"] * 60),
    "cost if " * 50 + "urgent",
    "cost is divisibleby(3)",
    "cost is sameas(cost)",
    "report_title is filter('x')",
    "report_title is callable",
    "report_title|default(*findings)",
    "report_title|default(**lead)",
    "report_title }} {{ lead.pop('x')",
    "report_title %} {% include 'x' %}",
)
CONTROLS = (
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% include '/etc/passwd' %}",
    "{% include '//host/share/x' %}",
    "{% extends 'base' %}",
    "{% block x %}",
    "{% macro m() %}",
    "{% call m() %}",
    "{% set x = 1 %}",
    "{% set ns = namespace(x=1) %}",
    "{% do findings.append(1) %}",
    "{% raw %}",
    "{% filter upper %}",
    "{% with x = 1 %}",
    "{% autoescape false %}",
    "{% trans %}",
    "{% debug %}",
    "{% break %}",
    "{% continue %}",
    "{% print lead.pop('name') %}",
    "{% for x in range(99999999) %}{% endfor %}",
    "{% for x in findings recursive %}{% endfor %}",
    "{% for x in findings if x.pop('a') %}{% endfor %}",
    "{% for x in ().__class__.__bases__ %}{% endfor %}",
    "{% for x in lead.items() %}{% endfor %}",
    "{% for k, v in findings %}{% endfor %}",
    "{% for _ in findings %}{% endfor %}",
    "{% for x in findings|sort %}{% endfor %}",
    "{% for x in 'A' * 99999999 %}{% endfor %}",
    "{% for x in [1] * 99999999 %}{% endfor %}",
    "{% for x in report_title %}{% endfor %}",
    "{% if report_title.__class__ %}{% endif %}",
    "{% if 9**9**9 %}{% endif %}",
    "{% if lipsum() %}{% endif %}",
    "{% elif ''.__class__ %}",
    "{% if urgent %}{% include 'x' %}{% endif %}",
    "{% for f in findings %}{{ loop.__class__ }}{% endfor %}",
    "{% for f in findings %}{{ loop(f) }}{% endfor %}",
    "{% for f in findings %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for f in findings %}{{ f.__dict__ }}{% endfor %}",
)
HOSTILE = tuple(f"{{{{ {value} }}}}" for value in VALUES) + CONTROLS


def test_there_are_enough_of_them():
    assert len(set(HOSTILE)) >= 94


@pytest.mark.parametrize("text", HOSTILE)
def test_is_refused(text):
    with within(2), pytest.raises(TemplateError) as raised:
        compile_template(skeleton(text), FIELDS)
    first = raised.value.problems[0]
    assert first.message
    assert first.fix
    assert first.place.paragraph == 1


SMUGGLED = (
    "{% for x in findings %}{% endfor %}{% include 'x' %}{% for x in findings %}",
    "{% if urgent %}{% endif %}{{ lead.pop('x') }}{% if urgent %}",
    "{% elif urgent %}{{ ''.__class__ }}",
    "{{ report_title }}{{ ''.__class__ }}",
    "{{ report_title }} text",
    "text",
    "",
    "{{ report_title",
    "{% if urgent",
    "{#",
    "{% endif %}{% include 'x' %}",
    "{{ '\\ud800' }}",
)


@pytest.mark.parametrize("source", SMUGGLED)
def test_a_tag_is_one_tag(source):
    """Whatever was taken for a tag, nothing of it gets past the list of what is allowed."""
    tag = Tag(source, Place("x.docx", paragraph=1))
    made = Skeleton("x.docx", (Part("p", "body", (Paragraph("<w:p>", (tag,), tag.place),)),))
    problems = check_template(made, ())
    assert source == "{#" or problems


def _nested(levels):
    place = Place("x.docx")
    node = Tag("{{ report_title }}", place)
    for _ in range(levels):
        node = Group(Role.BLOCKS, "<w:x>", (node,), "</w:x>", place)
    return Skeleton("x.docx", (Part("p", "body", (node,)),))


MANY = {
    "20,000 unclosed loops": (["{% for f in findings %}"] * 20_000, "too-many-tags"),
    "20,000 values": (["{{ report_title }}"] * 20_000, "too-many-tags"),
    "2,000 unknown names": ([f"{{{{ report_titl{at} }}}}" for at in range(2_000)], "unknown-field"),
    "1,900 unclosed conditions": (["{% if urgent %}"] * 1_900, "too-deep"),
    "1,900 loops in each other": (["{% for f in findings %}"] * 1_900, "too-deep"),
    "1,000 crossed pairs": (
        ["{% if urgent %}{% for f in findings %}{% endif %}{% endfor %}"] * 400,
        "wrong-nesting",
    ),
    "2,000 faults of syntax": (["{{ a b c }}"] * 2_000, "tag-syntax"),
}


@pytest.mark.parametrize("case", MANY)
def test_many_tags_are_checked_soon(case):
    blocks, code = MANY[case]
    made = skeleton(*blocks)
    with within(2):
        codes = {problem.code for problem in check_template(made, FIELDS)}
    assert code in codes


def test_layout_nested_too_deep_is_refused():
    assert "too-deep" in {problem.code for problem in check_template(_nested(5_000), FIELDS)}


def test_loops_in_loops_end():
    """Three loops over the same 300 rows would take 27 million turns."""
    loops = ["{% for a in findings %}", "{% for b in findings %}", "{% for c in findings %}"]
    made = skeleton(*loops, "x{{ report_title }}", *["{% endfor %}"] * 3)
    answers = context({"findings": tuple({"theme": str(at)} for at in range(300))})
    with within(2), pytest.raises(ExportError) as raised:
        compile_template(made, FIELDS).fill(answers, PlainWriter())
    assert raised.value.problems[0].code == "too-long"


def test_a_report_that_would_fill_the_memory_ends():
    made = skeleton(*["{{ report_title }}"] * 300)
    answers = context({"report_title": "x" * 1_000_000})
    with pytest.raises(ExportError) as raised:
        compile_template(made, FIELDS).fill(answers, PlainWriter())
    assert raised.value.problems[0].code == "too-long"


def test_answers_are_left_as_they_were():
    made = skeleton(p("{{ lead.name }} {{ findings|length }}"))
    answers = context()
    before = repr(answers)
    body(compile_template(made, FIELDS).fill(answers, PlainWriter()))
    assert repr(answers) == before


def test_long_texts_compared_again_and_again_end():
    loops = ["{% for a in findings %}", "{% for b in findings %}"]
    test = "{% if report_title|upper|lower|sentence == 'x' %}y{% endif %}"
    made = skeleton(*loops, test, *["{% endfor %}"] * 2)
    rows = tuple({"theme": str(at)} for at in range(300))
    answers = context({"findings": rows, "report_title": "x " * 500_000})
    with within(2), pytest.raises(ExportError):
        compile_template(made, FIELDS).fill(answers, PlainWriter())
