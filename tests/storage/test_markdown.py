"""Rich text goes to Markdown and back without losing a letter or a look."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reportdesk.core.errors import DraftError
from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.storage import markdown_full
from reportdesk.storage.markdown import from_markdown
from reportdesk.storage.markdown_fast import parse_simple
from reportdesk.storage.markdown_writing import to_markdown
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_writer import dump

NASTY = "ab 12.)(*_-+#><&;~^`\\[]!|“”’£é\u00a0\n\t:'\"/=@\u0085\u2028\u200b\ufeff\r\u3000nbsp"
TEXTS = st.text(alphabet=st.sampled_from(NASTY), min_size=1, max_size=12)
LINKS = st.one_of(st.just(""), st.just(""), st.just("https://example.org/a_(b)?c=d&e"), TEXTS)
RUNS = st.builds(Run, TEXTS, st.booleans(), st.booleans(), st.booleans(), LINKS)
BLOCKS = st.builds(
    Block,
    st.lists(RUNS, min_size=1, max_size=5).map(tuple),
    st.sampled_from(BlockKind),
    st.integers(1, 3),
    st.booleans(),
)
RICH = st.lists(BLOCKS, max_size=6).map(rich)


@given(RICH)
def test_what_is_written_reads_back(value):
    assert from_markdown(to_markdown(value)) == value


@given(RICH)
def test_the_whole_dialect_alone_reads_the_same(value):
    assert markdown_full.parse(to_markdown(value)) == value


@given(RICH)
def test_it_comes_back_through_a_draft(value):
    text = dump({"a": to_markdown(value) + "\n"})
    root = read_yaml(text.encode("utf-8"), "", DraftError).root
    assert root == yaml.safe_load(text)
    assert from_markdown(root["a"]) == value


@given(st.text(alphabet=st.sampled_from(NASTY + "<b></b><sup>"), max_size=40))
@example("1. a\n1. b\n3. c")
def test_any_text_is_markdown_that_settles(text):
    value = from_markdown(text)
    assert from_markdown(to_markdown(value)) == value


@given(st.text(max_size=60))
def test_no_letter_is_lost_but_signs_and_spaces(text):
    letters = [letter for letter in from_markdown(text).text if letter.isalpha()]
    known = [letter for letter in text if letter.isalpha()]
    assert letters == known or any(sign in text for sign in "&<[")


def runs(text):
    """Say the runs of a single block in short: text and the first letters of its looks."""
    (block,) = from_markdown(text).blocks
    return [
        (run.text, "b" * run.bold + "i" * run.italic + "s" * run.superscript + "l" * bool(run.link))
        for run in block.runs
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a **b** c", [("a ", ""), ("b", "b"), (" c", "")]),
        ("***b***", [("b", "bi")]),
        ("*a **b** c*", [("a ", "i"), ("b", "bi"), (" c", "i")]),
        ("23<sup>rd</sup> May", [("23", ""), ("rd", "s"), (" May", "")]),
        ("<b>x</b> <i>y</i>", [("x", "b"), (" ", ""), ("y", "i")]),
        ("[a *b*](https://example.org)", [("a ", "l"), ("b", "il")]),
        ("a\\\nb", [("a\nb", "")]),
        ("a<br>b", [("a\nb", "")]),
        ("a  \nb", [("a\nb", "")]),
        ("a\nb", [("a b", "")]),
        ("Section&nbsp;20", [("Section\u00a020", "")]),
        ("\u00a0a\u00a0", [("\u00a0a\u00a0", "")]),
        ("Care & support <18s> R&D", [("Care & support <18s> R&D", "")]),
        ("<b>not closed", [("<b>not closed", "")]),
        ("not opened</b>", [("not opened</b>", "")]),
        ("<script>x</script>", [("<script>x</script>", "")]),
        ("~~a~~ `b` | c", [("~~a~~ `b` | c", "")]),
        ("snake_case_name", [("snake_case_name", "")]),
        ("7\\. a", [("7. a", "")]),
        ("7. a", [("7. a", "")]),
        ("#3 above", [("#3 above", "")]),
        ("====", [("====", "")]),
    ],
)
def test_letters_and_looks(text, said):
    assert runs(text) == said


def blocks(text):
    """Say the blocks in short: first letter of the kind, level, ! for a restart, text."""
    return " / ".join(
        f"{block.kind.value[0]}{block.level}{'!' * block.restart} {block.text}"
        for block in from_markdown(text).blocks
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\nb", "p1 a / p1 b"),
        ("# a\n## b\n### c", "h1 a / h2 b / h3 c"),
        ("- a\n- b\n  - c\n    - d", "b1 a / b1 b / b2 c / b3 d"),
        ("1. a\n2. b", "n1! a / n1 b"),
        ("1. a\n2. b\n1. c", "n1! a / n1 b / n1! c"),
        ("1. a\n\ntext\n\n2. b", "n1! a / p1 text / n1 b"),
        ("1. a\n   1. b\n   2. c\n2. d", "n1! a / n2! b / n2 c / n1 d"),
        ("1. a\n   - b\n2. c", "n1! a / b2 b / n1 c"),
        ("1. a\n3. c", "n1! a / p1 3. c"),
        ("1) a\n2) b", "n1! a / n1 b"),
        ("> a\n> b\n\n> c", "q1 a b / q1 c"),
        ("- a\n\n  b", "b1 a / p1 b"),
        ("# a\n\n2. b", "h1 a / p1 2. b"),
    ],
)
def test_blocks(text, said):
    assert blocks(text) == said


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (plain("Inspectors came on 10 and 11 February 2026 (a focused visit)."), None),
        (
            plain("It’s 2 * 3 – “quoted”, £5 & more: R&D, #3, a_b"),
            "It’s 2 \\* 3 – “quoted”, £5 & more: R&D, #3, a_b",
        ),
        (plain("1. a"), "1\\. a"),
        (plain("- a"), "\\- a"),
        (plain("# a"), "\\# a"),
        (plain("> a"), "\\> a"),
        (plain("a\u00a0b"), "a&nbsp;b"),
        (rich([Block((Run("said"), Run("“q”", bold=True), Run("then")))]), "said<b>“q”</b>then"),
        (rich([Block((Run("a", bold=True), Run("b", italic=True)))]), "**a***b*"),
        (rich([Block((Run("a "), Run("b", bold=True, italic=True)))]), "a ***b***"),
        (rich([Block((Run("a\nb"),))]), "a\\\nb"),
        (rich([Block((Run("a\nb"),), BlockKind.BULLET)]), "- a\\\n  b"),
        (rich([Block((Run("a\nb"),), BlockKind.HEADING)]), "# a<br>b"),
        (rich([Block((Run("a", link="https://example.org"),))]), "[a](https://example.org)"),
        (
            rich([Block((Run("a", link="https://example.org/a b"),))]),
            "[a](<https://example.org/a b>)",
        ),
        (rich([Block((Run("th", superscript=True),))]), "<sup>th</sup>"),
    ],
)
def test_it_is_written_for_people(value, written):
    assert to_markdown(value) == (value.text if written is None else written)


INDENTS = ["", "", "", "", "  ", "   ", "    ", " "]
MARKERS = ["", "", "", "- ", "- ", "1. ", "2. ", "3. ", "10. ", "# ", "## ", "> "]
BODIES = ["a", "a b", "**a** b", "x *y*", "x **y** *z*.", "***q***", "(**a**)", "**a *b* c** d"]
BODIES += [
    "[a](https://b.example/c_d?e=f&g=h)",
    "**see [a b](mailto:a@b.example)**",
    "[a](b)",
    "[ a ](https://b)",
]
BODIES += [
    "*[a](https://b)*",
    "[a [b](https://c) d](https://e)",
    "![a](https://b)",
    "[a](https://b) [c]",
]
BODIES += ["a\\", "1 b", "*a*\\*", "**a", "a_b", "a&nbsp;b", "*é*“", "“*b*”", "c*d", "- a", ""]
LINES = st.lists(
    st.tuples(*map(st.sampled_from, (INDENTS, MARKERS, BODIES))).map("".join), max_size=9
).map("\n".join)
PIECES = ["a", "b é", "word ", "**", "*", "***", "- ", "1. ", "2. ", "\n", "\n\n", "\n  ", "\n   "]
PIECES += ["# ", "> ", "\\", "&nbsp;", "&", ";", "_", "(", ")", ".", "“", "”", ",", "1", "+", "-"]
PIECES += [
    "#",
    " ",
    "<",
    "[",
    "]",
    "\\\n",
    "[a",
    "](https://b.example/",
    ")",
    "[a](https://b)",
    "\n> ",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(st.one_of(LINES, SOUP))
def test_the_short_way_reads_exactly_as_the_whole_dialect(text):
    simple = parse_simple(text)
    assert simple is None or simple == markdown_full.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, with a colon: and (brackets) – £5.\n",
        "One.\n\nTwo\nwith a second line.\n",
        "A **bold** word, *an italic one* and ***both***.\n",
        "- one\n- **two**\n  - three\n\n1. four\n2. five\n",
        "See [the letter](https://reports.example/a_1?b=c&d=e) now.\n",
        "**[Write](mailto:a@b.example)** or *call [us](https://b.example) soon*.\n",
        "> one\n> two **three**\n\n> four\n\nfive\n",
        "# Heading\n\nText\\\nbelow, Section&nbsp;20, 2 \\* 3.\n",
    ],
)
def test_common_texts_go_the_short_way(text):
    assert parse_simple(text) == markdown_full.parse(text)


def test_markdown_it_is_left_alone_until_it_is_needed():
    code = (
        "import sys; from reportdesk.storage.markdown import from_markdown; "
        "from reportdesk.storage.markdown_writing import to_markdown; "
        "to_markdown(from_markdown('- **a**\\n- b\\n')); print('markdown_it' in sys.modules); "
        "from_markdown('[a](b)'); print('markdown_it' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="src"
    )
    assert said.stdout.split() == ["False", "True"]
