"""What a response to an inspection prints beside what was typed: the points, typed once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportdesk.checks.coverage import named_numbers, numbered_points, numbers_in, point_words
from reportdesk.core.dates import long_date
from reportdesk.core.fields import Answers, Row, answered, rows_of
from reportdesk.core.i18n import _
from reportdesk.core.richtext import Block, BlockKind, RichText, as_rich, plain, rich

RESPONSE = "response_rows"
_ACTIONS = "actions"


def with_response(answers: Answers) -> Answers:
    """Return the answers with the rows of the response as they are printed.

    A row that names points by number, without their words, takes the words from the list of
    points. Where there are no rows at all, each point has one, with the actions that name it.
    """
    points = numbered_points(answers)
    if not points:
        return answers
    typed = rows_of(answers, RESPONSE)
    rows = tuple(_worded(answers, row) for row in typed) or tuple(_from_points(answers))
    return {**answers, RESPONSE: rows} if rows != typed else answers


def _worded(answers: Answers, row: Row) -> Row:
    """The row with the words of the points that it names; itself where it has words already."""
    numbers = numbers_in(row.get("recommendation_numbers"))
    if not numbers or answered(row.get("recommendations")):
        return row
    blocks = [
        Block(block.runs, BlockKind.BULLET)
        for number, place in numbered_points(answers)
        if number in numbers
        for block in _words(answers, *place).blocks
    ]
    return {**row, "recommendations": rich(blocks)} if blocks else row


def _from_points(answers: Answers) -> Iterator[Row]:
    """A row for each point, with the actions that name it; none where no action names any."""
    named = {place: found for place, found in named_numbers(answers).items() if found}
    actions = [(place[1], found) for place, found in named.items() if place[0] == _ACTIONS]
    for number, place in numbered_points(answers) if actions else ():
        answering = [rows_of(answers, _ACTIONS)[at] for at, found in actions if number in found]
        row: Row = {"id": f"p{number}", "number": number, "finding": _words(answers, *place)}
        yield {**row, "response": _told(answering)} if answering else row


def _told(actions: list[Row]) -> RichText:
    blocks: list[Block] = []
    for action in actions:
        blocks += as_rich(action.get("action")).blocks
        if about := " ".join(_about(action)):
            blocks += plain(about).blocks
    return rich(blocks)


def _about(action: Row) -> Iterator[str]:
    """Owner, day and measure of an action, those that are known."""
    owner, due, measure = action.get("owner"), action.get("due"), as_rich(action.get("measure"))
    if owner:
        yield _("Owner: {owner}.").format(owner=str(owner).rstrip("."))
    if isinstance(due, date):
        yield _("Due: {day}.").format(day=long_date(due))
    if measure:
        yield _("Measure: {measure}").format(measure=" ".join(measure.text.split()))


def _words(answers: Answers, id: str, at: int) -> RichText:
    return point_words(rows_of(answers, id)[at])
