"""A draft that is written again keeps its comments."""

from pathlib import Path

import pytest

from reportdesk.storage.comments import has_comments, with_comments
from reportdesk.storage.draft_writing import draft_text
from reportdesk.storage.drafts import answers_for, parse_draft, read_draft
from reportdesk.storage.new_drafts import new_draft_text
from reportdesk.storage.templates import list_templates

SHIPPED = list_templates([Path("templates")]).packs
HEAD = "format: 1\ntemplate: t\ntemplate_version: 1\n"
BEFORE = f"""# My draft.
{HEAD}# Write below.
answers:

  # --- Meeting ---
  # Title
  report_title: Old # mine
  # Background
  background: |
    One.

    # Two
  # Findings
  findings:
    # - # Theme
    #   theme:

  # Contact
  contact:
    # Name
    name:
    email:
# The end.
"""


def written(answers):
    return with_comments(BEFORE.encode(), f"{HEAD}answers:\n{answers}")


SAME = "  report_title: Old\n  background: |\n    One.\n\n    # Two\n"


def test_nothing_changed_leaves_the_file_as_it_is():
    assert written(SAME) == BEFORE


@pytest.mark.parametrize(
    ("answers", "was", "becomes"),
    [
        (SAME.replace("Old", "New"), "Old # mine", "New"),
        (SAME.replace("  report_title: Old\n", ""), "report_title: Old # mine", "report_title:"),
        (
            SAME + "  contact:\n    name: Moira\n",
            "    # Name\n    name:\n    email:\n",
            "    name: Moira\n",
        ),
        (
            SAME + "  findings:\n    - theme: x\n",
            "    # - # Theme\n    #   theme:\n",
            "    - theme: x\n",
        ),
        (SAME + "  more: 1\n", "  # Findings\n", "  more: 1\n  # Findings\n"),
    ],
)
def test_what_changed_changes_alone(answers, was, becomes):
    assert was in BEFORE
    assert written(answers) == BEFORE.replace(was, becomes)


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"\xff",
        b"answers: {a: b}\n",
        BEFORE.replace("template: t", "template: other").encode(),
        BEFORE.replace("answers:", "answers: # here").encode(),
        b"report_title: Old\n",
    ],
)
def test_what_does_not_fit_is_left_to_the_plain_way(before):
    assert with_comments(before, f"{HEAD}answers:\n{SAME}") is None


@pytest.mark.parametrize("pack", SHIPPED, ids=lambda pack: pack.template.id)
def test_a_guided_draft_that_is_filled_in_keeps_its_guidance(pack):
    template = pack.template
    guided = new_draft_text(template)
    answers, kept, _told = answers_for(read_draft(pack.folder / "sample.yaml"), template)
    text = with_comments(guided.encode(), draft_text(template, answers, kept))
    assert answers_for(parse_draft(text.encode(), "x"), template)[0] == answers
    asked = [line for line in guided.splitlines() if line.startswith(("  # ", "# "))]
    assert [line for line in text.splitlines() if line.startswith(("  # ", "# "))] == asked


def test_a_plain_draft_is_not_searched_for_comments(template):
    text = draft_text(template, {}, {})
    assert not has_comments(text.encode())
    assert has_comments(new_draft_text(template).encode())


@pytest.mark.parametrize(
    "answers",
    [
        "  findings:\n    # Ask Moira first.\n    - id: f1\n      theme: Front door\n",
        "  report_title: Old # mine\n",
        "  actions:\n    - action: |\n        Text.\n      # Ask Moira first.\n      owner: Sam\n",
        "  background: |\n    One.\n  # Ask Moira first.\n",
    ],
)
def test_a_single_comment_is_seen_wherever_it_stands(answers):
    assert has_comments(f"# ReportDesk draft.\n{HEAD}answers:\n{answers}".encode())


@pytest.mark.parametrize(
    "answers",
    [
        "  background: |\n    # A heading\n\n    One, and #2.\n  report_title: Old\n",
        "  actions:\n    - action: |-\n        ## A heading\n\n        Text.\n      owner: Sam\n",
    ],
)
def test_headings_are_no_comments(answers):
    assert not has_comments(f"# ReportDesk draft.\n{HEAD}answers:\n{answers}".encode())
