"""Bad, odd and damaged drafts by the hundred: a clear fault with its line, or text as typed."""

import random
import resource
from contextlib import suppress
from pathlib import Path

import pytest
from yardstick import within

from reportdesk.core.errors import DraftError
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.drafts import answers_for, parse_draft
from reportdesk.storage.templates import list_templates

PACK = list_templates([Path("templates")]).find("walsall-scrutiny")
SAMPLE = (PACK.folder / "sample.yaml").read_bytes()
HEAD = "format: 1\ntemplate: walsall-scrutiny\ntemplate_version: 1\nanswers:\n"

SCALARS = """No|yes|on|NULL|~|0123456|01922 654599|12:30|190:20:30|2026-03-17|1.10|1e3|1_000|0xFF
.inf|C2|Norway (NO)|=|+44 1922|-5|R&D|a_b|x*y|1.|£1,250|{{ x }}|<b>|a & b|“so”|é|😀|%5B"""
FORMS = {
    "plain": "  report_title: {}\n",
    "single": "  report_title: '{}'\n",
    "double": '  report_title: "{}"\n',
    "block": "  report_title: |\n    {}\n",
}
BAD_PLAIN = ("{{", "<b>", "“so”", "%5B")
FAULTS = {
    "a: 1\n{i}a: 2": 2,
    "a: &x 1": 1,
    "a: *x": 1,
    "a: !!int 1": 1,
    "a: !!python/object/apply:os.system [id]": 1,
    "<<: {{b: c}}": 1,
    "? [a]\n{i}: b": 1,
    "a: b: c": 1,
    "a: @b": 1,
    "a: `b`": 1,
    "a: | b": 1,
    'a: "\\q"': 1,
    "a:\n{i}\tb: c": 2,
    "a:\n{i}    b: 1\n{i}  c: 2": 3,
    "a: \x07": 1,
    "a: \x00": 1,
    "a: \ufffe": 1,
    "a: 1\n---\nb: 2": 2,
}
AROUND = {
    "at the top": ("", ""),
    "among the answers": (HEAD, "  "),
    "in a row": (HEAD + "  findings:\n    -\n", "      "),
    "in a group": (HEAD + "  portfolio_holder:\n", "    "),
}


def read(text):
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return answers_for(parse_draft(data, "draft.yaml"), PACK.template)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", SCALARS.replace("\n", "|").split("|"))
def test_an_answer_is_as_it_was_typed(text, form):
    if form == "plain" and text.startswith(BAD_PLAIN):
        form = "single"
    assert read(HEAD + FORMS[form].format(text))[0] == {"report_title": text}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("fault", FAULTS, ids=ascii)
def test_a_fault_anywhere_is_told_with_its_line(fault, around):
    before, indent = AROUND[around]
    text = before + indent + fault.format(i=indent) + "\n"
    with pytest.raises(DraftError, match=r"^draft\.yaml:") as caught:
        read(text)
    line = before.count("\n") + FAULTS[fault]
    assert line in [problem.place.line for problem in caught.value.problems]


BOMBS = {
    "deep brackets": HEAD + "  a: " + "[" * 100_000,
    "deep braces": HEAD + "  a: " + "{b: " * 50_000,
    "deep dashes": HEAD + "  a:\n    " + "- " * 100_000,
    "deep indents": "".join(" " * depth + "a:\n" for depth in range(2000)),
    "many names": HEAD + "".join(f"  k{number}: v\n" for number in range(300_000)),
    "many items": HEAD + "  findings: [" + "a," * 1_000_000 + "]\n",
    "aliases": HEAD + "  a: &a [x]\n" + "  b: [" + "*a," * 100_000 + "]\n",
    "one long line": HEAD + "  background: " + "x " * 10_000_000 + "\n",
    "one long block": HEAD + "  background: |\n" + "    x y z\n" * 2_000_000,
    "one long name": HEAD + "  " + "k" * 10_000_000 + ": v\n",
    "many comments": HEAD + "  a: b # c\n" * 1 + "  # d\n" * 2_000_000,
    "an open quotation": HEAD + "  a: '" + "x\n    " * 1_000_000,
    "100 MB": b"x" * 100_000_000,
    "stars": HEAD + "  background: '" + "*a **b " * 20_000 + "'\n",
    "brackets in text": HEAD + "  background: '" + "[" * 50_000 + "'\n",
    "quotes in text": HEAD + "  background: |\n    " + "> " * 20_000 + "x\n",
    "tags in text": HEAD + "  background: '" + "<b>" * 50_000 + "'\n",
    "ampersands in text": HEAD + "  background: '" + "&" * 200_000 + "'\n",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_neither_hangs_nor_swallows_the_memory(bomb):
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with within(2), suppress(DraftError):
        read(BOMBS[bomb])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used < 400_000


@pytest.mark.parametrize("count", [500, pytest.param(1000, marks=pytest.mark.long)])
def test_a_damaged_draft_is_refused_or_read(count):
    chance = random.Random(count)
    for number in range(count):
        data = damaged(SAMPLE, chance)
        survives(data, number)


def survives(data, number):
    """The damaged draft is refused with its name, or reads and is written to read the same."""
    try:
        answers, kept, _problems = read(data)
    except DraftError as error:
        said = str(error)
        assert said.startswith("draft.yaml"), number
        return
    again = draft_text(PACK.template, answers, kept)
    assert read(again)[:2] == (answers, kept), number


def damaged(data, chance):
    """Return the bytes with one to five kinds of damage."""
    made = bytearray(data)
    for _hit in range(chance.randint(1, 5)):
        at = chance.randrange(len(made) + 1)
        chance.choice(DAMAGE)(made, at, chance)
    return bytes(made)


def flip(made, at, chance):
    if at < len(made):
        made[at] ^= 1 << chance.randrange(8)


def drop(made, at, chance):
    del made[at : at + chance.choice([1, 2, 10, 300])]


def insert(made, at, chance):
    made[at:at] = chance.choice(SNIPPETS)


def repeat(made, at, chance):
    made[at:at] = made[at : at + chance.choice([1, 20, 400])]


def cut(made, at, chance):
    if chance.random() < 0.2:
        del made[at:]


DAMAGE = (flip, drop, insert, repeat, cut)
SNIPPETS = [
    b"\x00",
    b"\xff",
    b"\t",
    b"\n",
    b"\r",
    b": ",
    b"- ",
    b"  ",
    b"'",
    b'"',
    b"[",
    b"{",
    b"#",
]
SNIPPETS += [
    b"&a ",
    b"*a",
    b"!t ",
    b"|",
    b">",
    b"---\n",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
    b"\\",
    b"**",
]
SNIPPETS += [b"<sup>", b"](", b"&#0;", b"\xef\xbb\xbf", b"%", b"? ", b"<<: ", b"\n\n    1. x\n"]
