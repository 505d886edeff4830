"""What an export in another house style tells beforehand, as the shell does."""

from reportdesk.core.problems import Problem
from reportdesk.services.desk import Desk
from reportdesk.services.export_plan import Order, make
from reportdesk.services.folders import template_folders
from reportdesk.services.session import Session

SHIPPED = template_folders([])[-1]
DESK = Desk([SHIPPED])
ORDER = Order("wokingham-statement", "statement")


def lost(problems: tuple[Problem, ...]) -> set[tuple[str | int, ...]]:
    return {problem.place.field for problem in problems if problem.code == "not-printed"}


def opened() -> Session:
    return DESK.open(SHIPPED / "walsall-scrutiny" / "sample.yaml")


def test_what_is_asked_for_but_not_printed_is_told():
    assert ("contacts", "service") in lost(make(DESK, DESK.frozen(opened()), ORDER).problems)


def test_a_draft_from_bytes_tells_the_same_as_one_from_a_file():
    path = SHIPPED / "walsall-scrutiny" / "sample.yaml"
    ours = DESK.open(path, "england-standard")
    theirs = DESK.open_text(path.read_bytes(), "paper.yaml", "england-standard")
    assert lost(DESK.report(theirs).problems) == lost(DESK.report(ours).problems) != set()


def test_in_its_own_style_nothing_is_lost():
    session = opened()
    assert lost(make(DESK, DESK.frozen(session), Order("walsall-scrutiny", "report")).problems) == (
        set()
    )
