"""The program itself on a real X server, worked from outside: by keys, a clipboard, kill -9."""

import subprocess
import sys
from pathlib import Path

import pytest
from every_kind import write_template
from screen import ROOT, missing, screen, wait_until

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="an X server is not for Windows"),
    pytest.mark.skipif(
        bool(missing()), reason=f"not on this machine: {', '.join(missing())} (see CONTRIBUTING)"
    ),
]
CLIPBOARDS = ROOT / "tests" / "word" / "pasted" / "clipboards"
EVERY_ANSWER = """\
answers:
  title: A visit to Marlowdale
  story: |
    The panel heard that:

    - calls are **answered** within a minute
      - also at night
        - and on Sundays
    - referrals are *read* the same day
  places: '12'
  cost: '1250.5'
  day: '2026-03-17'
  visit:
    start: '2026-02-10'
    end: '2026-02-11'
  state: final
  wards:
    - north
    - south
  urgent: 'no'
  points:
    - id: r1
      theme: Calls
      text: |
        They are answered.
      quotations:
        - id: r1
          text: a warm voice
  officer:
    name: Sam Hill
    role: Clerk
  venue:
    hall: Town hall
    seats: '80'
  plan:
    path: plan.pdf
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A screen, and an officer whose council has a template with a field of every kind."""
    home = tmp_path_factory.mktemp("officer")
    write_template(home / "templates")
    settings = home / "settings" / "reportdesk" / "settings.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"template_folders:\n- id: r1\n  path: {home / 'templates'}\n", "utf-8")
    with screen(home) as made:
        yield made


def next_section(shown) -> None:
    shown.keys("shift+F6", "Down", "F6")


def fill_facts(shown) -> None:
    """Everything but the title, which is left for later."""
    with shown.copied(CLIPBOARDS / "word-lists.html"):
        shown.keys("Tab", "ctrl+v")
        shown.look_at(r"New draft\*")
    for answer, tabs in (
        ("12", 1),
        ("1250.50", 1),
        ("17 March 2026", 1),
        ("10 February 2026", 2),
        ("11 February 2026", 2),
    ):
        shown.keys(*["Tab"] * tabs)
        shown.type(answer)
    shown.keys("Tab", "Tab", "Down", "Down", "Tab", "space", "Tab", "space", "Tab", "Down", "Down")


def fill_points(shown) -> None:
    shown.keys("space")  # on "Add point"
    shown.type("Calls")
    shown.keys("Tab")
    shown.type("They are answered.")
    shown.keys("Tab", "space")  # on "Add quotation"
    shown.type("a warm voice")


def fill_people(shown) -> None:
    for answer in ("Sam Hill", "Clerk", "", "", "", "Town hall", "80"):
        shown.type(answer)
        shown.keys("Tab")
    shown.type("plan.pdf")


def fix_problem(shown) -> None:
    """Go from the problem to its field, and answer it."""
    shown.keys("F6", "Home", "Return")
    shown.type("A visit to Marlowdale")


def save_as(shown, draft: Path) -> None:
    shown.keys("ctrl+s")
    shown.look_at("Save the draft as")
    shown.type(str(draft))
    shown.keys("Return")
    shown.look_at(f"{draft.stem} –")


def end(shown, running) -> None:
    shown.keys("ctrl+q")
    assert running.wait(60) == 0


def test_a_paper_with_every_kind_of_field_from_template_to_word_file(shown):
    draft, report = shown.home / "visit.yaml", shown.home / "A visit to Marlowdale.docx"
    with shown.program() as running:
        shown.look_at("ReportDesk")
        begin(shown)
        fill_facts(shown)
        next_section(shown)
        fill_points(shown)
        next_section(shown)
        fill_people(shown)
        fix_problem(shown)
        save_as(shown, draft)
        end(shown, running)
    assert "answers:" + draft.read_text("utf-8").partition("answers:")[2] == EVERY_ANSWER
    with shown.program(draft) as running:
        shown.look_at("visit –")
        shown.keys("ctrl+e")
        shown.look_at("Export")
        wait_until(lambda: (shown.keys("Return"), report.exists())[1], "the Word file")
    assert report.read_bytes() == by_shell(shown, draft)


def begin(shown) -> None:
    """Choose the template by the letters of its name, again where the gallery came later."""
    for _try in range(5):
        shown.type("A question")
        shown.keys("Return")
        if shown.comes("New draft", seconds=15):
            return
    pytest.fail("no new draft")


def by_shell(shown, draft: Path) -> bytes:
    made = shown.home / "shell.docx"
    command = [sys.executable, "-m", "reportdesk", "--templates", str(shown.home / "templates")]
    command += ["export", str(draft), "-o", str(made)]
    subprocess.run(command, env=shown.environment, check=True, capture_output=True)
    return made.read_bytes()


def test_what_was_typed_outlives_kill_9(shown):
    draft = shown.home / "killed.yaml"
    kept = shown.home / "data" / "reportdesk" / "recovery"
    head = "format: 1\ntemplate: every-kind\ntemplate_version: 1\nanswers:\n"
    draft.write_text(f"{head}  title: Before\n  story: |\n    Nothing yet.\n", "utf-8")
    before = draft.read_bytes()
    with shown.program(draft) as running:
        shown.look_at("killed –")
        shown.keys("Tab", "ctrl+End")
        shown.type(" Every word of this was typed before the end")
        wait_until(lambda: holds(kept, "typed before the end"), "the kept text")
        running.kill()
        running.wait()
    assert draft.read_bytes() == before
    with shown.program(draft) as running:
        shown.look_at("Recover “killed.yaml”")
        shown.keys("alt+o")
        shown.look_at(r"killed\*")
        shown.keys("ctrl+s")
        shown.look_at("killed –")
        end(shown, running)
    assert "Nothing yet. Every word of this was typed before the end\n" in draft.read_text("utf-8")
    assert list(kept.iterdir()) == []


def holds(folder: Path, words: str) -> bool:
    return folder.is_dir() and any(words in one.read_text("utf-8") for one in folder.glob("*.yaml"))
