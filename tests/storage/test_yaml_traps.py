"""What other YAML readers change without a word stays as typed."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.errors import DraftError
from reportdesk.storage import yaml_parser
from reportdesk.storage.yaml_bytes import check_bytes
from reportdesk.storage.yaml_events import lines, read_yaml
from reportdesk.storage.yaml_faults import diagnose


def read(text):
    return read_yaml(text.encode("utf-8"), "draft.yaml", DraftError)


AS_TYPED = (
    """
No|NO|no|Yes|on|off|y|n|true|False|null|~|Null|0123456|01234567|01922 654599|08912345678|12:30
09:30|190:20:30|2025-07-23|23/07/2025|2025-07-23T14:00:00|1.10|1e3|1.5e+3|1E4|1_000|0xFF|0b11|.inf
.nan|C2|Norway (NO)|£1,250|=|+44 1922 650000|-5|1.|00|0o17|1,000|Care & support|R&D|5 < 7
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("text", AS_TYPED)
def test_a_scalar_is_the_text_that_was_typed(text):
    assert read(f"a: {text}\n").root == {"a": text}


@pytest.mark.parametrize("key", ["on", "No", "12:30", "0123", "~", "2026-03-17"])
def test_a_name_is_the_text_that_was_typed(key):
    assert read(f"{key}: x\n").root == {key: "x"}


@pytest.mark.parametrize("text", ["a:\n", "a: ''\n", 'a: ""\n', "a: |\nb: c\n"])
def test_nothing_after_the_colon_is_no_answer(text):
    assert read(text).root["a"] == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_taken(end):
    assert read(f"a: |{end}  b{end}  c{end}d: e{end}").root == {"a": "b\nc\n", "d": "e"}


def test_a_byte_order_mark_is_taken():
    assert read("\ufeffa: b\n").root == {"a": "b"}


@pytest.mark.parametrize("odd", ["\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff"])
@pytest.mark.parametrize("form", ["a: x{}y\n", "a: 'x{}y'\n", "a: |-\n  x{}y\n"])
def test_letters_that_parsers_refuse_or_break_at_stay_as_typed(form, odd):
    assert read(form.format(odd)).root == {"a": f"x{odd}y"}


def test_such_a_letter_is_no_line_of_its_own():
    assert lines("a: x\u2028y\x85z\nb: c\n".encode())[("b",)] == 2


@pytest.mark.parametrize(
    "text", ["😀", "\u00a0b", "\u200b", "\u00ad", "é", "e\u0301", "\ue000\x85"]
)
def test_unusual_letters_stay_as_typed(text):
    assert read(f"a: x{text}y\n").root == {"a": f"x{text}y"}


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("a: see #3 above\n", "see", "#3 above"),
        ("a: x # y\n", "x", "# y"),
        ("a: x\t# y\n", "x", "# y"),
        ("a: # later\n", "", "# later"),
        ("a: x\n  y # z\n", "x y", "# z"),
    ],
)
def test_text_that_yaml_takes_for_a_comment_is_told(text, kept, dropped):
    found = read("q: r\n" + text)
    assert found.root["a"] == kept
    assert dropped in found.problems[0].message
    assert found.problems[0].place.line == 1 + text.count("\n")


@pytest.mark.parametrize(
    "text", ["# a\nb: c\n", "a: 'x # y'\n", "a: |\n  x # y\n", "a: x#y\n", "a: 'x' # y\n"]
)
def test_what_is_not_dropped_is_not_told(text):
    assert read(text).problems == ()


def test_the_lines_of_names_and_items_are_known():
    text = b"a: b\nc:\n  - d: e\n    f: |\n      g\n    h: i\n  - x\n"
    found = lines(text)
    assert [found[path] for path in [("a",), ("c",), ("c", 0, "f"), ("c", 0, "h"), ("c", 1)]] == [
        1,
        2,
        4,
        6,
        7,
    ]


PIECES = ["a", "b: ", ": ", "\n", "\n  ", "\n    ", "- ", "'", '"', "|", ">", "#", " #", "&a "]
PIECES += [
    "*a",
    "!t ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "? ",
    "<<: ",
    "---",
    "...",
    "%",
    "\\",
    "@",
    "\x85",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@given(SOUP)
def test_the_quick_and_the_careful_pass_agree(text):
    careful = diagnose(check_bytes(text.encode(), ""), "draft.yaml")
    if careful.faults:
        with pytest.raises(DraftError):
            read(text)
    else:
        found = read(text)
        assert (found.root, list(found.problems)) == (careful.root, careful.warnings)


@given(SOUP)
def test_what_is_read_is_what_a_loader_of_texts_reads(text):
    text = text.replace("\x85", "é")
    with suppress(DraftError):
        assert read(text).root == yaml.load(text, Loader=yaml.CBaseLoader)


def test_the_parser_in_python_reads_the_same(monkeypatch):
    monkeypatch.setattr(yaml_parser, "_PARSER", yaml.SafeLoader)
    assert read("a: b\nc:\n  - d: |\n      e\n").root == {"a": "b", "c": [{"d": "e\n"}]}
    with pytest.raises(DraftError, match=r"draft\.yaml:1: .*never closed"):
        read("a: 'b\n")


def test_a_character_that_json_writes_in_halves_is_one():
    read = read_yaml(rb'a: "x\ud83d\ude00y"' + b"\nb: '\\ud83d\\ude00'\n", "d.yaml", DraftError)
    assert read.root == {"a": "x\N{GRINNING FACE}y", "b": r"\ud83d\ude00"}


@pytest.mark.parametrize(
    "text", [rb'"\ud800 y"', rb'"x\udc00"', rb'"\\ud83d\ude00"', b"a\xed\xa0\x80"]
)
def test_half_a_character_is_told_with_its_entry(text):
    with pytest.raises(DraftError) as caught:
        read_yaml(b"a:\n  b: x\n  c: " + text + b"\n", "d.yaml", DraftError)
    assert str(caught.value).startswith("d.yaml:3: c: ")
