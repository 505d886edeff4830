"""Quoted phrases are found in rich text, whatever marks show them."""

import pytest

from reportdesk.core.quotation import QuoteStyle
from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.letters import find_quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It said \u201cplans are clear\u201d twice.", ["plans are clear"]),
        ('It said "plans are clear" twice.', ["plans are clear"]),
        ("It said \u2018plans are clear\u2019 twice.", ["plans are clear"]),
        ("It said 'plans are clear' twice.", ["plans are clear"]),
        ("It\u2019s the children\u2019s plan, isn't it?", []),
        ("\u2018children\u2019s needs are met\u2019", ["children\u2019s needs are met"]),
        ("\u2018all families\u2019 needs\u2019, and", ["all families\u2019 needs"]),
        ("\u201cthe \u2018front door\u2019 works\u201d", ["the \u2018front door\u2019 works"]),
        ("\u201cone\u201d and \u201ctwo\u201d", ["one", "two"]),
        ("an open \u201cquote", []),
        (
            "whilst 'plans are clear to all, the council 'knows it well'",
            ["plans are clear to all, the council", "knows it well"],
        ),
        ("in the '90s there were many of the 'old plans'", ["old plans"]),
    ],
)
def test_marks(text, quotes):
    assert [quote.text for quote in find_quotes(plain(text))] == quotes


def test_italics_from_three_words_on():
    block = Block(
        (Run("It said "), Run("plans are clear", italic=True), Run(" in "), Run("all", italic=True))
    )
    found = find_quotes(rich([block]))
    assert [(quote.text, quote.style) for quote in found] == [
        ("plans are clear", QuoteStyle.ITALIC)
    ]


def test_quotation_paragraph_is_a_quote():
    found = find_quotes(rich([Block((Run("Plans are clear."),), BlockKind.QUOTATION)]))
    assert [(quote.text, quote.style) for quote in found] == [
        ("Plans are clear.", QuoteStyle.BLOCK)
    ]


def test_place_is_that_of_the_words():
    text = plain("First.\nIt said \u201cplans are clear\u201d.")
    quote = find_quotes(text)[0]
    assert text.blocks[quote.block].text[quote.start : quote.end] == "plans are clear"
