"""What is written reads back the same: with us, and with every reader of YAML 1.1."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reportdesk.core.errors import DraftError
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_writer import dump

NASTY = list(
    "ab 12.:#-'\"|>&*!%@`[]{},?=~\\/\n\t\r£’“é\u00a0\u0085\u2028\u2029\u200b\ufeff\u00ad\x7f😀_<"
)
WORDS = ["No", "yes", "on", "null", "~", "12:30", "0123", "1_000", "0x1F", "2026-03-17", ".inf"]
WORDS += ["1e3", "=", "<<", "- a", "a: b", "a #b", "#", "---", "...", "? x", "", " a", "a ", "a\n"]
WORDS += ["\n", "a\n\n", "\na", " a\nb", "a\n b", "a \nb", "a\n\n\nb", "NaN", "y", "Infinity", "%a"]
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(alphabet=st.sampled_from(NASTY), max_size=14))
KEYS = st.one_of(st.sampled_from([*WORDS[:12], "a", "b_c"]), TEXTS).filter(lambda key: key != "<<")
RAW = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


def read(text):
    return read_yaml(text.encode("utf-8"), "", DraftError).root


@given(st.dictionaries(KEYS, RAW, min_size=1, max_size=4))
def test_what_is_written_reads_back(raw):
    assert read(dump(raw)) == raw


@given(st.dictionaries(KEYS, RAW, min_size=1, max_size=4))
def test_old_readers_read_the_same_texts(raw):
    assert yaml.safe_load(dump(raw)) == raw


@given(TEXTS)
@example("a\n\nb\n")
def test_no_line_ends_in_a_space(text):
    written = dump({"a": text, "b": [text]})
    assert not any(line.endswith((" ", "\t")) for line in written.split("\n"))


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ({"a": "Outcome of the visit"}, "a: Outcome of the visit\n"),
        ({"a": "Report: update"}, "a: 'Report: update'\n"),
        ({"a": "It’s – “so” (£5)"}, "a: It’s – “so” (£5)\n"),
        ({"a": "2026-03-17"}, "a: '2026-03-17'\n"),
        ({"a": "No"}, "a: 'No'\n"),
        ({"a": "it's: x"}, "a: 'it''s: x'\n"),
        ({"a": "x\n\ny\n"}, "a: |\n  x\n\n  y\n"),
        ({"a": "x\ny"}, "a: |-\n  x\n  y\n"),
        ({"a": "x \ny"}, 'a: "x \\ny"\n'),
        ({"a": "x\u00a0y"}, 'a: "x\\u00A0y"\n'),
        ({"a": None, "b": [], "c": {}}, "a:\nb: []\nc: {}\n"),
        ({"a": [{"id": "f1", "t": "x"}]}, "a:\n  - id: f1\n    t: x\n"),
        ({"a": ["x", ["z"]]}, "a:\n  - x\n  -\n    - z\n"),
        ({"No": {"b c": "x"}}, "'No':\n  'b c': x\n"),
        ({"a": "word " * 60 + "end"}, "a: " + "word " * 60 + "end\n"),
    ],
)
def test_it_is_written_for_people_and_small_diffs(raw, written):
    assert dump(raw) == written
