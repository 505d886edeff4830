"""Whatever stands in a Word file, it is refused with reasons or fills in to sound XML."""

from itertools import chain, pairwise
from xml.etree import ElementTree

from forms import ANSWERS, FIELDS, context
from hypothesis import given, settings
from hypothesis import strategies as st
from skeletons import BODY, Box, Link, P, PlainWriter, T, W, skeleton

from reportdesk.core.problems import stops
from reportdesk.core.skeleton import Xml
from reportdesk.templating.compiler import check_template, compile_template

TAGS = st.sampled_from(
    [
        *("{% for f in findings %}", "{% for w in wards %}", "{% for a in f.actions %}"),
        *("{% if urgent %}", "{% if cost > 5 %}", "{% elif decision == 'note' %}", "{% else %}"),
        *("{% endfor %}", "{% endif %}", "{# x #}", "{%p if urgent %}", "{%tr endif %}"),
        *(
            "{{ cost }}",
            "{{ background }}",
            "{{ f.text }}",
            "{{ loop.index }}",
            "{{ w }}",
            "{{p cost }}",
        ),
        *("{%tr for f in findings %}", "{%tc for w in wards %}", "{%tc endfor %}", "{{ x", "{{ }}"),
    ]
)
MARK = Xml('<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>')
PIECES = st.one_of(TAGS, TAGS, st.just(" "), st.just("text"), st.just(MARK), TAGS.map(Link))
PARAGRAPHS = st.lists(PIECES, min_size=1, max_size=4).map(lambda parts: P(tuple(parts)))
LONE = st.one_of(TAGS, TAGS, PARAGRAPHS)
BLOCKS = st.recursive(
    LONE,
    lambda inner: st.one_of(
        st.lists(
            st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=2),
            min_size=1,
            max_size=3,
        ).map(lambda rows: T(tuple(rows))),
        st.lists(inner, min_size=1, max_size=3).map(lambda blocks: P((Box(tuple(blocks)), ""))),
    ),
    max_leaves=8,
)
SOUP = st.lists(BLOCKS, min_size=1, max_size=6)

PAIRS = st.sampled_from(
    [
        ("{% for f in findings %}", "{% endfor %}"),
        ("{% for w in wards %}", "{% else %}", "{% endfor %}"),
        ("{% if urgent %}", "{% endif %}"),
        ("{% if not urgent %}", "{% elif cost > 5 %}", "{% endif %}"),
    ]
)
VALUES = st.sampled_from(
    ["{{ cost }}", "{{ background }}", "{{ wards }}", "{{ report_title|upper }}"]
)
INLINE = st.one_of(VALUES, st.sampled_from([" ", "text", MARK]), VALUES.map(Link))
LINES = st.one_of(VALUES, st.lists(INLINE, min_size=1, max_size=3).map(lambda ps: P(tuple(ps))))
GONE = "{{ meeting_date }}"


def _wrapped(inner):
    """Blocks with control tags around them; a third tag stands in the middle."""
    return st.builds(
        lambda pair, blocks: [pair[0], *blocks, *pair[1:-1], *blocks, pair[-1]], PAIRS, inner
    )


def _tables(cells):
    row = st.lists(cells, min_size=1, max_size=2)
    inner = st.lists(row, min_size=1, max_size=2)
    controls = _wrapped(inner).map(
        lambda rows: [[row] if isinstance(row, str) else row for row in rows]
    )
    made = st.lists(st.one_of(inner, controls), min_size=1, max_size=2)
    return made.map(lambda parts: [T(tuple(row for rows in parts for row in rows)), GONE])


SOUND = st.recursive(
    LINES.map(lambda line: [line]),
    lambda inner: st.one_of(
        _wrapped(inner),
        _tables(inner.map(lambda blocks: [*blocks, GONE])),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: [*chain(*parts)]),
        inner.map(lambda blocks: [P((Box(tuple(blocks)), "x"))]),
    ),
    max_leaves=8,
)
SETTING = settings(deadline=None, max_examples=60)


@given(SOUP)
@SETTING
def test_any_soup_of_tags_is_refused_with_reasons_or_fills_in(blocks):
    made = skeleton(*blocks)
    problems = check_template(made, FIELDS)
    assert all(problem.message and problem.fix for problem in problems)
    if not stops(problems):
        assert all("{%" not in (node.text or "") for root in _fill(made) for node in root.iter())


@given(SOUND)
@SETTING
def test_what_is_well_nested_fills_in_soundly(blocks):
    for root in _fill(skeleton(*blocks)):
        assert not _unsound(root)


def _fill(made):
    program = compile_template(made, FIELDS)
    for answers in (ANSWERS, {}):
        yield ElementTree.fromstring("".join(program.fill(context(answers), PlainWriter())[BODY]))


def _unsound(root):
    """What Word would have to repair, or would show otherwise than it was meant."""
    found = []
    for node in root.iter():
        names = [child.tag.removeprefix(f"{{{W}}}") for child in node]
        blocks = [name for name in names if not name.startswith("bookmark")]
        name = node.tag.removeprefix(f"{{{W}}}")
        if name == "tc" and blocks[-1] != "p":
            found.append("a cell that does not end with a paragraph")
        if (name == "tbl" and "tr" not in names) or (name == "tr" and "tc" not in names):
            found.append("an empty table or row")
        if ("tbl", "tbl") in pairwise(blocks):
            found.append("two tables that Word makes one of")
        if name in ("txbxContent", "body") and not blocks:
            found.append("an empty box")
    return found
