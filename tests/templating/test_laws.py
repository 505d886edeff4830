"""Laws: what stands in an answer is printed, whole, and never run; what is kept is the same."""

from collections.abc import Mapping

from forms import FIELDS, context
from hypothesis import given, settings
from hypothesis import strategies as st
from skeletons import PlainWriter, body, fill, outline, p, skeleton, table

from reportdesk.core.fields import Choice
from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.templating.compiler import compile_template
from reportdesk.templating.keeping import Kept
from reportdesk.templating.printing import said
from reportdesk.templating.program import plan_from_data, plan_to_data

NASTY = ("{{ 7*7 }}", "{% for f in findings %}", "<w:p>", "</w:t>", "&amp;", "&", "]]>", "{#")
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.text(LETTERS, min_size=1)), min_size=1).map(
    " ".join
)
BLOCKS = st.builds(
    lambda text, kind, restart: Block((Run(text),), kind, 1, restart),
    TEXTS,
    st.sampled_from(BlockKind),
    st.booleans(),
)
RICH = st.lists(BLOCKS, max_size=3).map(rich)
ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "theme": TEXTS,
            "text": RICH,
            "actions": st.lists(st.fixed_dictionaries({"what": TEXTS}), max_size=2).map(tuple),
        },
    ),
    max_size=4,
).map(tuple)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "report_title": TEXTS,
        "background": RICH,
        "urgent": st.booleans(),
        "cost": st.decimals(-(10**6), 10**6, places=2),
        "wards": st.sampled_from([(Choice("north", "North"),), ()]),
        "lead": st.fixed_dictionaries({"name": TEXTS}),
        "findings": ROWS,
    },
)
TEMPLATE = skeleton(
    p("{{ report_title }}: {{ cost }} {{ lead.name }}"),
    "{{ background }}",
    "{% for f in findings %}",
    "{{ loop.index }} {{ f.theme }} {{ report_title if urgent }}",
    "{{ f.text }}",
    table(["{% for a in f.actions %}"], ["{{ a.what }} {{ loop.index }}"], ["{% endfor %}"]),
    "{% endfor %}",
    table(["{% for f in findings %}", ""], ["{{ f.theme }}", "{{ f.text }}"], ["{% endfor %}", ""]),
    "{% for f in findings if f.theme != 'x' %}",
    "{{ f.text }}",
    "{% endfor %}",
    "{{ wards }}",
)
PROGRAM = compile_template(TEMPLATE, FIELDS)


LAW = settings(deadline=None, max_examples=50)


@given(ANSWERS)
@LAW
def test_every_answer_is_printed_as_it_stands(answers):
    answers = context(answers)
    shown = _text(outline(body(PROGRAM.fill(answers, PlainWriter()))))
    for text in _texts(answers):
        for line in text.split("\n"):
            assert line in shown


def test_an_answer_that_looks_like_a_tag_is_not_run():
    shown = fill(skeleton("{{ report_title }}"), FIELDS, context({"report_title": "{{ 7*7 }}"}))
    assert outline(shown) == ["{{ 7*7 }}"]


@given(st.lists(ANSWERS, min_size=1, max_size=4), st.data())
@LAW
def test_what_was_kept_gives_the_same(drafts, data):
    """Rows are shared between drafts, moved, repeated and replaced."""
    kept = Kept()
    pool = [row for draft in drafts for row in context(draft)["findings"]]
    for draft in drafts:
        answers = context(draft)
        if pool:
            rows = data.draw(st.lists(st.sampled_from(pool), max_size=5))
            answers["findings"] = tuple(rows)
        kept_writer, plain_writer = PlainWriter(), PlainWriter()
        again = PROGRAM.fill(answers, kept_writer, kept)
        assert again == PROGRAM.fill(answers, plain_writer)
        assert kept_writer.begun == plain_writer.begun


@given(ANSWERS)
@LAW
def test_a_plan_from_data_fills_in_the_same(answers):
    answers = context(answers)
    program = plan_from_data(plan_to_data(PROGRAM))
    assert program.fill(answers, PlainWriter()) == PROGRAM.fill(answers, PlainWriter())


def _text(blocks):
    return "\n".join(block if isinstance(block, str) else _text(block) for block in blocks)


def _texts(value):
    if isinstance(value, Mapping):
        return [text for id, part in value.items() if id != "id" for text in _texts(part)]
    if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
        return [text for row in value for text in _texts(row)]
    return [] if isinstance(value, bool) else [said(value)]
