"""The laws of reading hold for any XML that a Word file may hold, sensible or not."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import word_file
from word_skeletons import each, skeleton, template, written

from reportdesk.core.errors import PackageError
from reportdesk.core.skeleton import Group, Paragraph, Xml
from reportdesk.word.intake.names import XML_HEAD

TEXTS = ["{{ a }}", "{{ a", " }}", "{% if b %}", "{", "}", "x", "{# c #}", "{{p d }}", " "]
WORDS = (
    "w:p w:r w:t w:tbl w:tr w:tc w:sdt w:sdtPr w:sdtContent w:hyperlink w:ins w:del w:moveTo "
    "w:moveFrom w:smartTag w:pPr w:rPr w:tab w:br w:drawing w:txbxContent w:instrText "
    "w:fldSimple w:fldChar mc:AlternateContent mc:Choice mc:Fallback m:t w:bookmarkStart "
    "w:trPr w:id wp:docPr"
)
NAMES = WORDS.split()

TREES = st.recursive(
    st.sampled_from(TEXTS),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=4)),
    max_leaves=25,
)
PIECES = st.sampled_from(TEXTS).map(lambda text: ("w:r", [("w:t", [text])]))
INLINE = st.recursive(
    PIECES,
    lambda inner: st.tuples(
        st.sampled_from(["w:hyperlink", "w:ins", "w:smartTag", "w:sdtContent", "w:del"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
PARAGRAPHS = st.lists(INLINE, max_size=6).map(lambda inner: ("w:p", inner))


def xml(tree) -> str:
    if isinstance(tree, str):
        return tree
    name, inner = tree
    return f"<{name}>{''.join(map(xml, inner))}</{name}>"


def is_well_formed(markup: str) -> bool:
    try:
        expat.ParserCreate().Parse(f"<x>{markup}</x>", True)
    except expat.ExpatError:
        return False
    return True


def parts_of(body: str):
    try:
        return template(word_file(body))
    except PackageError:
        return None


@settings(max_examples=100)
@given(st.lists(TREES, max_size=4))
def test_any_nesting_is_read_or_refused(trees):
    """The law: no shape of XML brings anything but nodes, problems, or a clear refusal."""
    parts_of("".join(map(xml, trees)))


@settings(max_examples=100)
@given(st.lists(PARAGRAPHS, max_size=4))
def test_every_node_is_well_formed_where_it_stands(trees):
    found = skeleton("".join(map(xml, trees)))
    for part in found.parts:
        assert is_well_formed(written(part.nodes).removeprefix(XML_HEAD))
        for node in each(part.nodes):
            assert not isinstance(node, Xml) or is_well_formed(node.xml)
            if isinstance(node, Group | Paragraph):
                assert is_well_formed((node.open + node.close).removeprefix(XML_HEAD))


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=8))
def test_no_tag_is_lost_without_a_word(runs):
    """The law: what looks like a tag becomes one, or a problem; nothing is left in between."""
    found = skeleton(xml(("w:p", runs)))
    left = [node.text for part in found.parts for node in each(part.nodes) if isinstance(node, Xml)]
    assert found.problems or not any("{{" in text or "{%" in text for text in left)


@pytest.mark.parametrize("count", [1, 4])
def test_reading_the_clean_again_changes_nothing(count):
    body = xml(("w:p", [("w:r", [("w:t", ["a {{ b }} c"])])])) * count
    once = written(skeleton(body).parts[0].nodes)
    inner = once[once.index("<w:body>") + 8 : once.index("<w:sectPr>")]
    assert written(skeleton(inner).parts[0].nodes) == once
