"""Every fault of a YAML file is told with its line, all at once, and nothing brings us down."""

import pytest
from yardstick import within

from reportdesk.core.errors import DraftError
from reportdesk.storage.yaml_bytes import MAX_BYTES
from reportdesk.storage.yaml_events import read_yaml


def faults(data):
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    with pytest.raises(DraftError) as caught:
        read_yaml(data, "draft.yaml", DraftError)
    return [(problem.code, problem.place.line) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "twice", 3),
        ("a: 1\nb: &x 2\n", "anchor", 2),
        ("a: &x 1\nb: 2\n", "anchor", 1),
        ("a:\n  <<: {b: c}\n", "merge", 2),
        ("a: 1\nb: !!int 2\n", "tag", 2),
        ("a: !!python/object:os.system x\n", "tag", 1),
        ("a: ! b\n", "tag", 1),
        ("a: !!map {}\n", "tag", 1),
        ("a: 1\n---\nb: 2\n", "documents", 2),
        ("? [a]\n: b\n", "key", 1),
        ("? {a: b}\n: c\n", "key", 1),
        ("k" * 101 + ": x\n", "key", 1),
        ("a: " + "[" * 21 + "]" * 21, "too-deep", 1),
        ("a:\n  b\n c: d\n", "syntax", 3),
        ("a: b: c\n", "syntax", 1),
        ("Report: update: more\n", "syntax", 1),
        ("a:\n\tb: c\n", "syntax", 2),
        ("a: 'x\nb: y\n", "syntax", 1),
        ('a: "\\q"\n', "syntax", 1),
        ('a: "\\ud800"\n', "syntax", 1),
        ('a: "\\U0011FFFF"\n', "syntax", 1),
        ("a: [b\nc: d\n", "syntax", 1),
        ("a: @b\n", "syntax", 1),
        ("a: `b`\n", "syntax", 1),
        ("a: %b\n", "syntax", 1),
        ("a: | x\n  y\n", "syntax", 1),
        ("a:\n- b\n-c\n", "syntax", 3),
        ("%YAML 1." + "9" * 5000 + "\n---\na: b\n", "syntax", 1),
        ("- a\n", "not-a-mapping", 1),
        ("just words", "not-a-mapping", 1),
        ("", "empty", 1),
        ("# nothing\n", "empty", 1),
        ("a: x\nb: \x07\n", "character", 2),
        ("a: x\nb: \ufffe\n", "character", 2),
        (b"a: x\nb: \x92\n", "encoding", 2),
        ("a: \ud800\n", "encoding", 1),
        ("a: b\n".encode("utf-16"), "encoding", 1),
        ("a: b\n".encode("utf-16-le"), "encoding", 1),
        (b"a: b\n" * 2 + b"\x00" * 9, "encoding", 1),
        (b"x" * (MAX_BYTES + 1), "too-large", 0),
    ],
)
def test_a_fault_is_told_with_its_line(text, code, line):
    assert faults(text)[0] == (code, line)


@pytest.mark.parametrize("letter", ["\x07", "\x00", "\ufffe"])
@pytest.mark.parametrize(
    "body", ["b: x{}\n", "b:\n  c: x{}\n", "b:\n  - c: |\n      {{}}\n      d {}\n", "b: {}\n"]
)
def test_a_letter_that_no_yaml_can_hold_is_told_with_its_entry(letter, body):
    text = "a: y\n" + body.replace("{{}}", "x").format(letter)
    with pytest.raises(DraftError) as caught:
        read_yaml(text.encode(), "draft.yaml", DraftError)
    (problem,) = caught.value.problems
    assert problem.place.label == ("c" if "c:" in body else "b")


def test_all_faults_are_told_at_once():
    text = "a: 1\na: 2\nb: &x 3\nc: *x\nd: !!int 4\n? [q]\n: 5\n<<: {e: f}\ng: 'h\n"
    assert faults(text) == [
        ("twice", 2),
        ("anchor", 3),
        ("anchor", 4),
        ("tag", 5),
        ("key", 6),
        ("merge", 8),
        ("syntax", 9),
    ]


def test_every_line_with_a_forbidden_letter_is_told():
    assert faults("a: \x01\nb: c\nd: \x02\n") == [("character", 1), ("character", 3)]


def test_twenty_levels_are_read():
    text = "a: " + "[" * 19 + "x" + "]" * 19
    assert read_yaml(text.encode(), "", DraftError).root


def test_ever_more_faults_are_not_told_for_ever():
    assert len(faults("a: 1\n" * 1000)) == 100


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: " + "{b: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: [" + "b," * 3_000_000,
        "".join(f"k{n}: v\n" for n in range(300_000)) + "k1: v\n",
        "a: &a [x]\n" + "".join(f"b{n}: [" + "*a," * 9 + "]\n" for n in range(999)),
        "k" * 5_000_000 + ": v\n",
        "a: '" + "x " * 2_000_000,
    ],
    ids=lambda text: f"{text[:12]!r} of {len(text):,}",
)
def test_a_bomb_is_refused_soon(text):
    with within(2):
        assert faults(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a:\n\tb: c\n", "a tab stands where spaces are needed; indent with spaces only"),
        ("a: b: c\n", "put the whole text in quotation marks"),
        ("a: 'x\n", "the quotation mark that opens here is never closed"),
        ("a: 1\na: 2\n", "“a” is given twice, first on line 1; keep one of them"),
        (b"\xff\xfea\x00", "save it again with the encoding UTF-8"),
        (b"a: \x92", "byte 0x92"),
    ],
)
def test_a_message_says_what_to_do(text, words):
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(DraftError, match=r"draft\.yaml:") as caught:
        read_yaml(data, "draft.yaml", DraftError)
    assert words in str(caught.value)
