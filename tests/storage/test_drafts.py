"""Drafts are read with every fault at once, and written so that nothing changes on the way."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from reportdesk.core.dates import DateRange
from reportdesk.core.errors import ConflictError, DraftError
from reportdesk.core.fields import Choice, FileRef
from reportdesk.core.problems import Severity
from reportdesk.core.richtext import plain
from reportdesk.storage.draft_writing import draft_text, save_draft
from reportdesk.storage.drafts import answers_for, parse_draft, read_draft, template_for
from reportdesk.storage.files import digest_of
from reportdesk.storage.templates import list_templates

HEAD = "format: 1\ntemplate: brackwater-scrutiny\ntemplate_version: 2\nanswers:\n"
ANSWERS = {
    "report_title": "No: 12:30 – “so”",
    "meeting_date": date(2026, 3, 17),
    "portfolio_holder": {"name": "Ada Fenwick", "telephone": "01922 654599"},
    "background": plain("First.\nSecond\u00a0one: {{ x }} <b> & # y"),
    "inspection_dates": DateRange(date(2026, 2, 10), date(2026, 2, 11)),
    "findings": (
        {"id": "f1", "theme": "Yes", "kind": Choice("strength", "Strength"), "text": plain("a")},
        {"id": "f2", "quotations": ({"text": "improve"}, {"text": "1.10"})},
    ),
    "cost": Decimal("12500.50"),
    "urgent": False,
    "wards": (Choice("east", "East Ward"), Choice("west", "West Ward")),
    "members": 0,
    "plan": FileRef("plan.pdf", "ab12"),
}


def read(text, template):
    return answers_for(parse_draft(text.encode("utf-8"), "draft.yaml"), template)


def faults(text, template):
    with pytest.raises(DraftError) as caught:
        read(text, template)
    return [str(problem) for problem in caught.value.problems]


def test_saved_opens_the_same(template):
    text = draft_text(template, ANSWERS, {})
    assert read(text, template) == (ANSWERS, {}, ())


def test_the_same_answers_give_the_same_bytes(template):
    text = draft_text(template, ANSWERS, {})
    answers, kept, _problems = read(text, template)
    assert draft_text(template, answers, kept) == text


def test_answers_stand_in_the_template_s_order(template):
    text = draft_text(template, dict(reversed(ANSWERS.items())), {"aside": "x"})
    assert text.startswith("# ReportDesk draft.")
    names = [line.strip().split(":")[0] for line in text.split("\n") if line[:2] == "  "]
    wanted = ["report_title", "meeting_date", "portfolio_holder", "background", "findings", "plan"]
    assert [name for name in names if name in [*wanted, "aside"]] == [*wanted, "aside"]


def test_rich_text_stands_in_a_block(template):
    text = draft_text(template, {"background": plain("One line.")}, {})
    assert "  background: |\n    One line.\n" in text


def test_all_wrong_kinds_are_told_with_line_and_label(template):
    body = "  meeting_date: soon\n  cost: much\n  findings:\n    - kind: odd\n  urgent: [x]\n"
    assert faults(HEAD + body, template) == [
        "draft.yaml:5: Meeting date: “soon” is not a date; write it as 17 March 2026, 17/03/2026 "
        "or 2026-03-17",
        "draft.yaml:6: Cost: “much” is not an amount of money; write pounds, with or without "
        "pence, such as 12,500 or 12,500.50",
        "draft.yaml:8: Findings, row 1, Kind: “odd” is not one of the choices; choose one of: "
        "Strength, Improvement",
        "draft.yaml:9: Urgent: one text is expected here, not a list or a group of answers; write "
        "the answer as text after the colon",
    ]


@pytest.mark.parametrize("field", sorted(ANSWERS))
@pytest.mark.parametrize("raw", ["{a: {b: c}}", "[[x]]", "'\\\x85 {{ <&'"])
def test_no_wrong_kind_is_more_than_a_fault(template, field, raw):
    with suppress(DraftError):
        answers, _kept, _problems = read(f"{HEAD}  {field}: {raw}\n", template)
        assert set(answers) <= {field}


@pytest.mark.parametrize("escape", [r"\u0007", r"\x00", r"\uFFFE"])
def test_letters_no_report_can_hold_are_told_with_their_field(template, escape):
    (fault,) = faults(f'{HEAD}  background: "a{escape}"\n', template)
    assert fault.startswith("draft.yaml:5: Background: character U+")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("javascript:alert(1)", True),
        ("file:///c:/x.exe", True),
        ("page.html", True),
        ("https://a.example/x?y=1", False),
        ("mailto:a@b.example", False),
    ],
)
def test_an_address_that_no_report_links_to_is_told(template, address, told):
    answers, _kept, problems = read(f"{HEAD}  background: see [here]({address})\n", template)
    assert answers["background"].text == "see here"
    said = [(one.severity, one.place.line, address in one.message) for one in problems]
    assert said == [(Severity.WARN, 5, True)] * told


def test_a_megabyte_is_read_and_more_is_told(template):
    assert read(f"{HEAD}  background: {'x' * 1_000_000}\n", template)[0]
    assert "holds at most" in faults(f"{HEAD}  background: {'x' * 1_000_001}\n", template)[0]


def test_unknown_answers_are_told_with_line_and_kept(template):
    body = "  backgruond: x\n  portfolio_holder:\n    name: A\n    nmae: B\n"
    answers, kept, problems = read(HEAD + body, template)
    assert kept == {"backgruond": "x"}
    assert [(one.place.line, one.severity) for one in problems] == [
        (8, Severity.WARN),
        (5, Severity.WARN),
    ]
    assert "did you mean “background”?" in str(problems[1])
    text = draft_text(template, answers, kept)
    assert "nmae: B" in text
    assert "backgruond: x" in text
    assert read(text, template)[:2] == (answers, kept)


@pytest.mark.parametrize(
    "row", ["", "{}", "{theme: ''}", "{id: ''}", "{odd: ''}", "{odd: [{a: ''}]}"]
)
def test_a_row_that_says_nothing_is_no_row(template, row):
    answers, kept, _problems = read(f"{HEAD}  findings:\n    - {row}\n    - theme: x\n", template)
    assert answers == {"findings": ({"theme": "x"},)}
    assert read(draft_text(template, answers, kept), template)[0] == answers


def test_an_empty_row_of_the_form_does_not_keep_a_draft_from_opening(template):
    text = draft_text(template, {"findings": ({}, {"theme": "x"}, {"text": plain("")})}, {})
    assert read(text, template)[0] == {"findings": ({"theme": "x"},)}


@pytest.mark.parametrize("raw", ["", "''", "~x", "{a: [b, {c: d}]}", "[[], {}]", "'\u00a0'"])
def test_what_is_kept_stays_as_it_was(template, raw):
    _answers, kept, _problems = read(f"{HEAD}  other: {raw}\n", template)
    again = read(draft_text(template, {}, kept), template)
    assert again[1] == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: 9\ntemplate: x\n", "draft.yaml:1: format: the draft has format 9"),
        ("format: one\ntemplate: x\n", "draft.yaml:1: format: “one” is not a whole number"),
        ("format: 1\nanswers:\n", "draft.yaml:1: “template” is missing; add it"),
        ("format: 1\ntemplate: [x]\nanswers:\n", "draft.yaml:2: template: one text"),
        (HEAD + "  a: b\ntitle: c\n", "draft.yaml:6: title: “title” stands outside the answers"),
        ("format: 1\ntemplate: x\nanswers: y\n", "draft.yaml:3: answers: names with values"),
        ("format: 1\ntemplate: x\ntemplate_version: y\nanswers:\n", "draft.yaml:3: template_vers"),
    ],
)
def test_a_draft_that_is_none_is_told(text, said):
    with pytest.raises(DraftError) as caught:
        parse_draft(text.encode(), "draft.yaml")
    assert str(caught.value).startswith(said)


def test_a_draft_of_a_newer_template_is_refused(template):
    with pytest.raises(DraftError) as caught:
        read(HEAD.replace("_version: 2", "_version: 3"), template)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("newer-template", 3)


def test_an_unknown_template_is_told_with_what_is_meant(shelf_folder):
    file = parse_draft(HEAD.replace("scrutiny", "scrutny").encode(), "draft.yaml")
    with pytest.raises(DraftError, match=r"draft\.yaml:2: .*did you mean “brackwater-scrutiny”"):
        template_for(file, list_templates([shelf_folder]))


@pytest.mark.parametrize("id", ["../brackwater-scrutiny", "/etc", "."])
def test_a_template_s_id_is_no_path(shelf_folder, id):
    file = parse_draft(f"format: 1\ntemplate: {id}\nanswers:\n".encode(), "draft.yaml")
    with pytest.raises(DraftError):
        template_for(file, list_templates([shelf_folder]))


def test_save_and_read_agree_on_the_digest(template, tmp_path):
    path = tmp_path / "draft.yaml"
    digest = save_draft(path, draft_text(template, ANSWERS, {}), "")
    assert read_draft(path).digest == digest == digest_of(path.read_bytes())


def test_another_s_save_is_not_overwritten(template, tmp_path):
    path = tmp_path / "draft.yaml"
    digest = save_draft(path, "a: b\n", "")
    save_draft(path, "a: c\n", digest)
    with pytest.raises(ConflictError):
        save_draft(path, "a: d\n", digest)
    assert path.read_bytes() == b"a: c\n"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.mkdir(), "this is a folder"),
        (lambda path: path.write_bytes(b"x" * 33_554_433), "at most 33,554,432 can be read"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path, make, said):
    path = tmp_path / "draft.yaml"
    make(path)
    with pytest.raises(DraftError, match=said):
        read_draft(path)


def test_no_more_unknown_answers_are_told_than_a_person_can_read(template):
    body = "".join(f"  odd{number}: x\n" for number in range(1_000))
    _answers, kept, problems = read(HEAD + body, template)
    assert (len(kept), len(problems)) == (1_000, 51)
    assert "950 more" in problems[-1].message
