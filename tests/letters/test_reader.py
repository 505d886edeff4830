"""What a letter says is found; what it does not say is not stated; nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_letters import made, text_of
from shown import uncovered

from reportdesk.core.letter import LetterKind, SectionKind, Sureness
from reportdesk.letters import read_paragraphs, read_text
from reportdesk.letters.titles import short_name

MADE = made(2)
TEXT = text_of(MADE)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marlshire local authority children\u2019s services", "Marlshire"),
        ("Marlshire County Council children's services", "Marlshire"),
        ("Marlshire Borough children\u2019s services.", "Marlshire"),
        ("London Borough of Marl children\u2019s services", "Marl"),
        ("the Royal Borough of Marl and Tarn", "Marl and Tarn"),
        ("City of Marl Council children\u2019s services", "Marl"),
        ("City of London children\u2019s services", "City of London"),
        ("Marl Metropolitan Borough Council", "Marl"),
        ("Marl MBC", "Marl"),
        ("Marl City", "Marl"),
        ("Council of the Isles of Marl", "Isles of Marl"),
        ("Marl, Tarn and Fen Children\u2019s Services", "Marl, Tarn and Fen"),
        ("St Marl", "St Marl"),
        ("Marlshire County Council\u2019s children\u2019s services front door", "Marlshire"),
        ("Marls\u2019 children\u2019s services", "Marls"),
    ],
)
def test_authority_is_named_shortly(name, short):
    assert short_name(name.removeprefix("the ")) == short


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Focused visit to Marlshire children's services", LetterKind.FOCUSED_VISIT),
        ("Focussed visit to Marlshire children's services", LetterKind.FOCUSED_VISIT),
        ("Monitoring visit to Marlshire children's services", LetterKind.MONITORING_VISIT),
        (
            "Joint targeted area inspection of the multi-agency response in Marlshire",
            LetterKind.JTAI,
        ),
        ("Area SEND inspection of Marlshire Local Area Partnership", LetterKind.SEND),
        ("Inspection of Marlshire local authority children's services", LetterKind.ILACS),
    ],
)
def test_kind(title, kind):
    assert read_text(f"Dear Alex\n\n{title}\n\nText.", "x").kind.value is kind


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1).filter(str.strip)
)
def test_no_character_of_any_text_is_lost(text):
    letter = read_text(text, "x")
    assert uncovered(letter).strip() == ""


@given(
    st.lists(st.sampled_from([*TEXT.split("\n"), "Findings", "\u25fc x", "\f", "12"]), min_size=3)
)
def test_no_line_of_a_shuffled_letter_is_lost(lines):
    text = "\n".join(lines)
    if text.strip():
        assert uncovered(read_text(text, "x")) == ""


@given(st.data())
def test_a_missing_line_never_makes_a_value_up(data):
    lines = TEXT.split("\n")
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    letter = read_text("\n".join(lines), "x")
    for fact, meant in (
        (letter.letter_date, MADE.sent),
        (letter.authority, MADE.authority),
        (letter.inspectors, MADE.inspectors),
    ):
        assert fact is None or fact.value == meant or fact.sureness is not Sureness.SURE


def test_priority_action_is_not_stated_unless_it_is():
    letter = read_text(text_of(made(0)).replace("priority action", "special action"), "x")
    assert letter.items(SectionKind.PRIORITY) == ()
    assert not letter.states_none(SectionKind.PRIORITY)


def test_a_sentence_that_there_are_none_is_no_item():
    text = (
        "Dear Alex\n\nFocused visit to Marlshire\n\nAreas for priority action\n\n"
        "There were no areas for priority action identified at this visit.\n\nFindings\n\nGood."
    )
    letter = read_text(text, "x")
    assert letter.items(SectionKind.PRIORITY) == ()
    assert letter.states_none(SectionKind.PRIORITY)


def test_items_are_joined_over_page_gaps():
    text = (
        "Dear Alex\n\nFindings\n\n- A school is asked to\n\n\n\nform a team.\n\n- Plans are clear."
    )
    items = read_text(text, "x").items(SectionKind.FINDINGS)
    assert [item.text for item in items] == [
        "A school is asked to form a team.",
        "Plans are clear.",
    ]


def test_unrelated_text_is_told_and_offered_whole():
    letter = read_text("Bins are emptied on Mondays.\n\nRoads are mended on Tuesdays.", "x")
    assert [notice.code for notice in letter.notices] == ["letter-unknown"]
    assert [part.text for part in letter.parts] == [
        "Bins are emptied on Mondays.",
        "Roads are mended on Tuesdays.",
    ]


def test_second_letter_is_told_and_kept_apart():
    letter = read_text(TEXT + "\n\n" + text_of(made(3)), "x")
    assert "letter-two" in [notice.code for notice in letter.notices]
    assert letter.authority.value == MADE.authority
    assert letter.authority.sureness is not Sureness.SURE


def test_placeholder_address_is_told():
    letter = read_text(TEXT.replace("Town Hall", "Insert LA Address"), "x")
    assert "letter-placeholder" in [notice.code for notice in letter.notices]


def test_two_dates_before_the_salutation_are_not_sure():
    letter = read_text("1 May 2024\n" + TEXT, "x")
    assert letter.letter_date.sureness is not Sureness.SURE


def test_visit_after_the_letter_is_not_sure():
    letter = read_text(TEXT.replace(f"{MADE.sent:%B %Y}", "May 1999", 1), "x")
    assert letter.letter_date.sureness is not Sureness.SURE
    assert letter.visit.sureness is not Sureness.SURE


def test_word_paragraphs_read_as_text_does():
    letter = read_paragraphs([line for line in TEXT.split("\n") if line], "letter.docx")
    assert letter.letter_date.value == MADE.sent
    assert [section.kind for section in letter.sections] == [
        section.kind for section in read_text(TEXT, "x").sections
    ]


def test_judgements_of_a_report():
    text = (
        "Inspection of Marlshire local authority children\u2019s services\n\n"
        "Inspection dates: 27 November to 8 December 2023\n\nJudgement Grade\n\n"
        "The experiences and progress of children in care\nGood\n\n"
        "Overall effectiveness\nRequires improvement to be good\n\nServices are better.\n\n"
        "The experiences and progress of children in care: good\n\n1. Plans are clear."
    )
    letter = read_text(text, "x")
    assert letter.kind.value is LetterKind.ILACS_STANDARD
    assert [(each.grade, each.sureness) for each in letter.judgements] == [
        ("Good", Sureness.SURE),
        ("Requires improvement to be good", Sureness.LIKELY),
    ]


HEAD = TEXT.split(MADE.headings[MADE.order[0]])[0]


def lists(body):
    """The lists of a letter with that body: kind, sureness and items, or None for none stated."""
    letter = read_text(f"{HEAD}{body}\n\nMain findings\n\nChildren are seen.", "x")
    return [
        (section.kind, [(item.text, item.sureness.value) for item in section.items])
        for section in letter.sections[:-1]
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve in this area of social work practice?1",
        "What needs to improve in this area of practice:",
        "WHAT NEEDS TO IMPROVE IN THIS AREA OF SOCIAL WORK PRACTICE",
        "What needs to improve",
        "What does the local authority need to improve?",
        "Areas for improvement:",
        "Recommendations",
    ],
)
def test_every_heading_of_improvements(heading):
    (found,) = lists(f"{heading}\n\n\u25fc Plans.\n\u25fc Visits")
    assert found == (SectionKind.IMPROVEMENT, [("Plans.", "sure"), ("Visits", "sure")])


@pytest.mark.parametrize(
    "said",
    [
        "There are no areas for priority action.",
        "No areas for priority action were identified during this visit.",
        "Inspectors did not identify any areas for priority action.",
        "This visit did not identify any areas for priority action.",
        "None.",
        "Not applicable",
    ],
)
def test_that_there_is_none_is_no_item(said):
    (found,) = lists(f"Areas for priority action\n\n{said}")
    assert found == (SectionKind.PRIORITY, [])


def test_a_sentence_that_may_deny_is_unsure():
    (found,) = lists("Priority action\n\nLeaders were told that nothing, not even haste, is asked.")
    assert found[1][0][1] == "unsure"


def test_items_of_an_item_belong_to_it():
    (found,) = lists(
        "Areas for improvement\n\n\u25fc plans for:\n- babies\n- teenagers\n\u25fc visits"
    )
    assert found[1] == [("plans for: babies teenagers", "likely"), ("visits", "sure")]


def test_a_line_without_an_end_may_be_a_heading():
    letter = read_text(f"{HEAD}Findings\n\nLeadership\n\nLeaders know.", "x")
    assert [item.sureness for item in letter.items(SectionKind.FINDINGS)] == [
        Sureness.LIKELY,
        Sureness.SURE,
    ]


def test_a_monitoring_visit():
    body = "Areas covered by the visit\n\nPlans.\n\nFindings and evaluation of progress\n\nBetter."
    letter = read_text(HEAD + body, "x")
    assert [item.text for item in letter.items(SectionKind.FINDINGS)] == ["Better."]


def with_ligatures(text):
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")


def with_soft_hyphens(text):
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text, count=400)


def with_hard_spaces(text):
    return re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text)


def with_straight_marks(text):
    return text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')


@pytest.mark.parametrize(
    "spoilt", [with_ligatures, with_soft_hyphens, with_hard_spaces, with_straight_marks]
)
@pytest.mark.parametrize("seed", range(6))
def test_typography_changes_no_value(seed, spoilt):
    text = text_of(made(seed))
    plain, other = read_text(text, "x"), read_text(spoilt(text), "x")
    for name in ("kind", "authority", "letter_date", "visit", "inspectors"):
        one, two = getattr(plain, name), getattr(other, name)
        assert straight(two.value) == straight(one.value), name
        assert two.sureness is one.sureness
    kinds = [section.kind for section in plain.sections]
    assert [section.kind for section in other.sections] == kinds
    for kind in kinds:
        said = [straight(item.text) for item in plain.items(kind)]
        assert [straight(item.text) for item in other.items(kind)] == said


def straight(value):
    return str(value).replace("\u2019", "'").replace('"', "'")
