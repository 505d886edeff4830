"""What Word, Outlook, LibreOffice and browsers put on the clipboard keeps its structure."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yardstick import within

from reportdesk.core.richtext import Block, RichText, Run, plain
from reportdesk.word.pasted.reader import read_pasted

CLIPBOARDS = Path(__file__).parent / "clipboards"
NAMES = sorted(path.stem for path in CLIPBOARDS.glob("*.html"))


def outline(value: RichText) -> list[str]:
    return [f"{mark(block)} {''.join(map(inline, block.runs))}" for block in value.blocks]


def mark(block: Block) -> str:
    return f"{block.kind.value[0]}{block.level}{'*' * block.restart}"


def inline(run: Run) -> str:
    text = run.text.replace("\n", "|").replace("\u00a0", "~")
    for tag, on in (("sup", run.superscript), ("i", run.italic), ("b", run.bold)):
        text = f"<{tag}>{text}</{tag}>" if on else text
    return f"<a {run.link}>{text}</a>" if run.link else text


@pytest.mark.parametrize("name", NAMES)
def test_a_clipboard_is_read_with_its_structure(name):
    html = (CLIPBOARDS / f"{name}.html").read_text("utf-8")
    wanted = (CLIPBOARDS / f"{name}.txt").read_text("utf-8").splitlines()
    assert outline(read_pasted(html).value) == wanted


def test_there_are_more_than_ten_clipboards():
    assert len(NAMES) > 10


@pytest.mark.parametrize(
    ("name", "tables", "pictures"),
    [("word-table", 1, 1), ("excel", 1, 0), ("outlook-layout-table", 0, 0), ("chrome-page", 0, 1)],
)
def test_what_is_lost_is_counted(name, tables, pictures):
    read = read_pasted((CLIPBOARDS / f"{name}.html").read_text("utf-8"))
    assert (read.tables, read.pictures) == (tables, pictures)


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->", "<p></p>", "\0", "<p>&nbsp;</p>"])
def test_nothing_is_nothing(html):
    assert read_pasted(html).value == RichText()


def test_words_without_tags_are_a_paragraph():
    assert read_pasted("a &amp; b").value == plain("a & b")


def test_what_is_nested_too_deep_is_said_not_to_be_whole():
    pasted = read_pasted("<div>" * 5000 + "x" + "</div>" * 5000)  # some parsers read it all
    assert pasted.whole == (pasted.value.text == "x")


def test_characters_that_word_cannot_hold_are_dropped():
    assert read_pasted("<p>a\x07b&#1;c</p>").value.text in ("abc", "ab\ufffdc")


@given(st.text("<>/pbulioltdr=\"' a&;\n1", max_size=60))
def test_broken_html_does_not_break_the_reader(html):
    read_pasted(html)


def test_a_huge_paste_is_read_within_a_second():
    item = (
        "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><b>word</b> and more <i>words</i></p>"
    )
    html = item * 10_000
    with within(1):
        assert len(read_pasted(html).value.blocks) == 10_000
