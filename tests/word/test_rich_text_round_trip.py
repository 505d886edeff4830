"""Rich text written into a Word file reads back as the same rich text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.core.document import paragraphs_of
from reportdesk.core.places import Place
from reportdesk.core.rich_document import rich_of
from reportdesk.core.richtext import Block, BlockKind, RichText, Run, plain, rich
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.document_reader import read_document
from reportdesk.word.rich_writer import RichWriter

TAG = Paragraph('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>', (), Place(), "BodyText")
ADDRESSES = ("", "https://example.org/a?b=1&c=2", "mailto:clerk@example.org")

# Everything XML can hold, but a carriage return, which is a line end in a Word file.
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
texts = st.text(characters | st.sampled_from("\n\t &<>'\"\u00a0\u00ad"), max_size=12)
runs = st.builds(
    Run, texts, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(ADDRESSES)
)
blocks = st.builds(
    Block,
    st.lists(runs, max_size=4).map(tuple),
    st.sampled_from(BlockKind),
    st.integers(1, 3),
    st.booleans(),
)
rich_texts = st.lists(blocks, max_size=8).map(rich)


def through_word(value: RichText, house, word_file) -> RichText:
    writer = RichWriter(house)
    body = writer.blocks(value, TAG, "")
    made = writer.finished()
    parts = {"numbering": made["word/numbering.xml"]} if "word/numbering.xml" in made else {}
    relations = made.get("word/_rels/document.xml.rels")
    if relations:
        parts["links"] = links_in(relations)
    return rich_of(paragraphs_of(read_document(word_file(body, **parts)).blocks))


def links_in(relations: bytes) -> list[tuple[str, str]]:
    found = relations.decode().split("<Relationship ")[1:]
    return [
        (one.split('Id="')[1].split('"')[0], one.split('Target="')[1].split('"')[0])
        for one in found
    ]


@given(rich_texts)
@settings(max_examples=60)
def test_rich_text_comes_back_whole(house_of, word_file, value):
    assert through_word(value, house_of(), word_file) == value


@given(rich_texts)
@settings(max_examples=60)
def test_it_comes_back_from_templates_without_list_styles_too(house_of, word_file, value):
    bare = house_of(("Normal", "heading 1", "heading 2", "heading 3", "Quote", "Hyperlink"))
    assert through_word(value, bare, word_file) == value


ODD = [
    "“Quoted” and ‘said’",
    'straight "quotes" and it\'s',
    "family: \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "flag \U0001f1ec\U0001f1e7, skin \U0001f44d\U0001f3fd",
    "astral \U0001d518\U0001d52b \U0002070e",
    "עברית and العربية",
    "\u202bembedded\u202c",
    "\u200eleft\u200fright",
    "10\u00a0am, no\u2011break",
    "co\u00adoperate",
    "zero\u200bwidth\u200djoin\ufeff",
    "combining e\u0301 and é",
    "Gwasanaeth Plant ŵ ŷ",
    "naïve café £5 €5 ½ ° §",
    "en – em — minus \u2212",
    "ellipsis… and ...",
    "]]>",
    "<![CDATA[x]]>",
    "<w:p>not a tag</w:p>",
    "&amp; &lt; &#65; &nbsp;",
    "&",
    "<",
    ">",
    "a<b>c&d\"e'f",
    "{{ report_title }} {% if x %}",
    "{# comment #} {{{{",
    "%s %1 %2 {0} $x ${y}",
    "\\n \\t \\ back\\slash",
    "C:\\Users\\x",
    "tab\tinside",
    "line\nbreak",
    "two  spaces   three",
    "[link](not) *star* _under_ `tick`",
    "# not a heading",
    "- not a bullet",
    "1. not a number",
    "01922 654599",
    "=SUM(A1)",
    "\ue000private\uf0b7",
    "\u2028line\u2029separators",
    "x" * 100_000,
]


def test_there_are_41_odd_texts():
    assert len(set(ODD)) == 41


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_come_back_whole(house, word_file, text):
    value = rich([Block((Run(text),))])
    assert value.text == text
    assert through_word(value, house, word_file) == value


def test_a_long_report_comes_back_whole(house, word_file):
    value = plain("\n".join(f"Paragraph {number}" for number in range(3000)))
    assert through_word(value, house, word_file) == value
