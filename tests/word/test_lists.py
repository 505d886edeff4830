"""Lists are read from numbering.xml and new ones are put into it."""

import pytest

from reportdesk.core.errors import PackageError
from reportdesk.word.list_styles import ListStyle
from reportdesk.word.lists import Lists
from reportdesk.word.numbering import read_numbering
from reportdesk.word.own_lists import own_lists

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:lvlText w:val="%1."/></w:lvl>'
DEFINITION = f'<w:abstractNum w:abstractNumId="7">{LEVEL}</w:abstractNum>'
NUM = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
CLEANUP = '<w:numIdMacAtCleanup w:val="2"/>'


def part(*inner: str) -> bytes:
    return f"<w:numbering {W}>{''.join(inner)}</w:numbering>".encode()


def lists_of(xml: bytes) -> Lists:
    numbering = read_numbering(xml)
    return Lists(numbering, own_lists(numbering))


def test_a_level_is_read_as_it_stands():
    level = read_numbering(part(DEFINITION, NUM)).level("2", 0)
    assert (level.start, level.text, level.format) == (3, "%1.", "decimal")


def test_a_list_may_replace_a_level():
    other = LEVEL.replace("%1.", "(%1)")
    num = NUM.replace("</w:num>", f'<w:lvlOverride w:ilvl="0">{other}</w:lvlOverride></w:num>')
    assert read_numbering(part(DEFINITION, num)).level("2", 0).text == "(%1)"


def test_a_definition_may_be_shared_through_a_style():
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
    real = DEFINITION.replace("<w:lvl ", '<w:styleLink w:val="S"/><w:lvl ', 1)
    num = NUM.replace('"7"', '"1"')
    assert read_numbering(part(link, real, num)).definition("2") == "7"


@pytest.mark.parametrize("tail", ["", CLEANUP])
def test_new_lists_stand_after_the_templates_and_count_on(tail):
    lists = lists_of(part(DEFINITION, NUM, tail))
    ids = [lists.begin(ListStyle("", "", "7", 0, 3)) for _ in range(2)]
    made = lists.xml()
    assert [num for num in read_numbering(made).nums if num in ids] == ids
    assert read_numbering(made).nums[ids[1]].starts == {0: 3}
    assert made.index(b'w:numId="2"') < made.index(b"startOverride")
    assert made.endswith(f"</w:num>{tail}</w:numbering>".encode())


def test_our_own_definitions_stand_before_all_lists():
    lists = lists_of(part(DEFINITION, NUM))
    lists.use_own()
    made = lists.xml()
    assert made.rindex(b"<w:abstractNum ") < made.index(b"<w:num ")


@pytest.mark.parametrize("xml", [b"", f"<w:numbering {W}/>".encode(), part()])
def test_empty_parts_are_filled(xml):
    lists = lists_of(xml)
    lists.use_own()
    assert list(read_numbering(lists.xml()).nums) == ["1"]


def test_any_prefix_will_do():
    lists = lists_of(part(DEFINITION, NUM).replace(b"w:", b"x:").replace(b":w=", b":x="))
    lists.use_own()
    num = lists.begin(ListStyle("", "", "7", 0))
    assert num in read_numbering(lists.xml()).nums


def test_damaged_lists_are_refused():
    with pytest.raises(PackageError, match="damaged"):
        read_numbering(b"<w:numbering>")
