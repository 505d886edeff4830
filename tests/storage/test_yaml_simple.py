"""The way without a parser reads exactly as the parser, or declines."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.storage.yaml_bytes import check_bytes
from reportdesk.storage.yaml_faults import diagnose
from reportdesk.storage.yaml_simple import parse_simple_yaml
from reportdesk.storage.yaml_writer import dump

INDENTS = ["", "", "  ", "  ", "    ", "    ", "      ", " ", "   "]
HEADS = ["a:", "b:", "c:", "d:", "'no':", "'<<':", "'a b':", "- a:", "- 'b':", "-", "- ", "- x"]
HEADS += ["- 'x'", "- - a", "on:", "a b:", "# c", "", "    ", "---", "..."]
VALUES = ["", " x", " x y", " |", " |-", " |+", " >", " 'q'", " 'it''s'", " 'a", " 'q' # c", " []"]
VALUES += [
    " {}",
    " [a]",
    " x: y",
    " x:y",
    " x:",
    " x #y",
    " x#y",
    " x ",
    "  x",
    ' "x"',
    " £5",
    " -",
]
LINES = st.lists(
    st.one_of(
        st.tuples(*map(st.sampled_from, (INDENTS, HEADS, VALUES))).map("".join),
        st.tuples(st.sampled_from(INDENTS), st.sampled_from(["text", "x y", "  in", ""])).map(
            "".join
        ),
    ),
    max_size=9,
).map(lambda lines: "\n".join(lines) + "\n")

TEXTS = [
    "x",
    "x\n",
    "x\n\ny\n",
    "",
    "x: y",
    "a\n  b\nc",
    "12",
    "'",
    "x\n\n\n",
    "# x",
    "- x",
    "  x\n",
]
RAW = st.recursive(
    st.sampled_from([*TEXTS, "- x\n- y\n", "x \ny", "\nx\n", "a\n\n\nb"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abcde"), inner, max_size=3)
    ),
    max_leaves=9,
)
ROOTS = st.dictionaries(st.sampled_from("abcde"), RAW, min_size=1, max_size=4)


@st.composite
def damaged(draw):
    """A draft as we write it, with one to three lines no longer in their place."""
    lines = dump(draw(ROOTS)).split("\n")
    for _damage in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [" " + line],
                    ["  " + line],
                    [line[1:]],
                    [line[2:]],
                    [line, line],
                    [line.replace("  ", "- ", 1)],
                    ["", line],
                    ["  # c", line],
                    ["- x", line],
                    ["    text", line],
                    ["a: |-", line],
                    [] if len(lines) > 1 else [line],
                ]
            )
        )
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


@given(st.one_of(LINES, damaged(), ROOTS.map(dump)))
def test_what_is_not_declined_is_as_the_parser_reads_it(text):
    found = parse_simple_yaml(text)
    if found:
        careful = diagnose(check_bytes(text.encode(), ""), "")
        assert (careful.faults, careful.warnings) == ([], [])
        assert found == careful.root


@given(st.dictionaries(st.sampled_from("abcde"), st.text("ab 1.\n", max_size=9), min_size=1))
def test_what_we_write_of_ordinary_texts_is_not_declined(raw):
    odd = re.compile(r" \n|^[\n ]| $|\n\n$")
    if any(map(odd.search, raw.values())):
        return
    assert parse_simple_yaml(dump(raw)) == raw


@pytest.mark.parametrize("sample", sorted(Path("templates").glob("*/sample.yaml")), ids=str)
def test_shipped_samples_need_no_parser(sample):
    assert parse_simple_yaml(sample.read_text(encoding="utf-8"))


def test_the_parser_is_left_alone_until_it_is_needed():
    code = (
        "import sys; from reportdesk.storage.yaml_events import read_yaml; "
        "read_yaml(b'a: b\\nc: |\\n  d\\n', '', ValueError); print('yaml' in sys.modules); "
        "read_yaml(b'a: [b]\\n', '', ValueError); print('yaml' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="src"
    )
    assert said.stdout.split() == ["False", "True"]
