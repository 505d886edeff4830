"""Lists are counted and shown as Word does."""

import pytest

from reportdesk.word.numbering import read_numbering
from reportdesk.word.reading.labels import Labels, number_as

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(at: int, text: str, number_format="decimal", more="") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(key: int, definition: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def restart(at: int, start: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def labels(levels: list[str], *nums: str) -> Labels:
    definition = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return Labels(
        read_numbering(f"<w:numbering {W}>{definition}{''.join(nums)}</w:numbering>".encode())
    )


LEGAL = [level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3")]


def shown(made: Labels, *items: tuple[str, int]) -> list[str]:
    return [label.text if (label := made.next(*item)) else "" for item in items]


@pytest.mark.parametrize(
    ("levels", "items", "expected"),
    [
        (LEGAL, [0, 1, 2, 2, 1, 2, 0, 1], "1. 1.1 1.1.1 1.1.2 1.2 1.2.1 2. 2.1"),
        (LEGAL, [1, 1, 0, 1], "1.1 1.2 2. 2.1"),
        ([level(0, "(%1)", "lowerLetter")], [0, 0], "(a) (b)"),
        ([level(0, "%1)", "upperRoman")], [0, 0, 0, 0], "I) II) III) IV)"),
        ([level(0, "Appendix %1", "cardinalText")], [0, 0], "Appendix One Appendix Two"),
        ([level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")], [0, 1], "• ◦"),
        (
            [level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")],
            [0, 0, 1],
            "I II 2.1",
        ),
        (
            [level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')],
            [0, 1, 0, 1],
            "1. 1) 2. 2)",
        ),
    ],
)
def test_levels_are_counted(levels, items, expected):
    made = labels(levels, num(1, 0))
    assert " ".join(shown(made, *(("1", at) for at in items))) == expected


def test_lists_of_one_definition_go_on_unless_they_restart():
    made = labels(LEGAL, num(1, 0), num(2, 0), num(3, 0, restart(0)), num(4, 0, restart(0, 5)))
    items = [("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0), ("4", 0)]
    assert shown(made, *items) == ["1.", "2.", "1.", "2.", "3.", "5."]


def test_the_first_of_a_level_is_known():
    made = labels(LEGAL, num(1, 0))
    found = [made.next("1", at) for at in (0, 1, 1, 0)]
    assert [label.first for label in found] == [True, True, False, False]


@pytest.mark.parametrize("unknown", [("9", 0), ("1", 7)])
def test_unknown_lists_show_nothing(unknown):
    assert shown(labels(LEGAL, num(1, 0)), unknown) == [""]


@pytest.mark.parametrize(
    ("number_format", "number", "expected"),
    [
        ("decimalZero", 7, "07"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 53, "AAA"),
        ("lowerRoman", 49, "xlix"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 42, "Forty-two"),
        ("lowerRoman", 2_000_000_000, "2000000000"),
        ("none", 3, ""),
        ("chicago", 3, "3"),
    ],
)
def test_numbers_are_written_in_words_formats(number_format, number, expected):
    assert number_as(number_format, number) == expected
