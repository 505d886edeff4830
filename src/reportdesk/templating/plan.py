"""What a template does: the nodes that the compiler makes of it, typed while they are made.

``to_data`` takes the types off. What is kept between starts, and run, is that plain data:
each node a list of its kind and its parts. So a cold export sets up none of these classes.
"""

from __future__ import annotations

from typing import NamedTuple, Union, cast

Constant = str | int | bool | None
Data = str | int | bool | None | list["Data"]


class Const(NamedTuple):
    """A text, a whole number, true, false or none."""

    value: Constant


class Name(NamedTuple):
    """The answer to a field."""

    id: str


class Slot(NamedTuple):
    """The row at which the loop of that number stands."""

    number: int


class Fact(NamedTuple):
    """What a loop knows of itself: ``index``, ``last``."""

    slot: int
    name: str


class Part(NamedTuple):
    """A field of a row, a group or a person."""

    of: Expression
    key: str


class Item(NamedTuple):
    """One row of a list; ``gap`` is printed where there is none."""

    of: Expression
    at: int
    gap: str


class Listed(NamedTuple):
    """Constants to look among."""

    values: tuple[Constant, ...]


class Compare(NamedTuple):
    """A comparison, or several in a chain; each is an operator and what stands right of it."""

    left: Expression
    steps: tuple[tuple[str, Expression], ...]


class And(NamedTuple):
    """Both hold."""

    left: Expression
    right: Expression


class Or(NamedTuple):
    """Either holds."""

    left: Expression
    right: Expression


class Not(NamedTuple):
    """It does not hold."""

    of: Expression


class Choose(NamedTuple):
    """``a if b else c``."""

    test: Expression
    yes: Expression
    no: Expression


class Filtered(NamedTuple):
    """A value put through a filter."""

    name: str
    of: Expression
    arguments: tuple[Expression, ...]


class Tested(NamedTuple):
    """``is defined`` and the like."""

    name: str
    of: Expression


Expression = Union[  # noqa: UP007  # one of its names stands above it as text
    Const,
    Name,
    Slot,
    Fact,
    Part,
    Item,
    Listed,
    Compare,
    And,
    Or,
    Not,
    Choose,
    Filtered,
    Tested,
]


class CellAt(NamedTuple):
    """A table cell around a tag, as ``core.places.Cell``."""

    table: int
    row: int
    cell: int


class Spot(NamedTuple):
    """Where a tag stands and which field it prints, for faults met while filling.

    Attributes:
        label: the field as the form names it; a number stands for the row of that slot.
    """

    file: str = ""
    part: str = ""
    cells: tuple[CellAt, ...] = ()
    paragraph: int = 0
    tag: str = ""
    label: tuple[str | int, ...] = ()


class Copy(NamedTuple):
    """XML that stands in every report."""

    xml: str


class Show(NamedTuple):
    """A value as runs."""

    value: Expression
    run: str
    spot: Spot


class Bare(NamedTuple):
    """A value as escaped text."""

    value: Expression
    spot: Spot


class Alone(NamedTuple):
    """A paragraph around a single value: rich text replaces it, and nothing removes it.

    Attributes:
        before: what stands in it before the value, ``after`` behind.
        marks: the marks among these that must survive it, before and after.
    """

    value: Expression
    open: str
    before: str
    run: str
    after: str
    close: str
    style: str
    heading: int
    marks: tuple[str, str]
    spot: Spot


class If(NamedTuple):
    """The steps of the first test that holds, else ``otherwise``."""

    branches: tuple[tuple[Expression, tuple[Step, ...], Spot], ...]
    otherwise: tuple[Step, ...]


class For(NamedTuple):
    """Steps repeated for each row.

    Attributes:
        number: of this loop within the template.
        condition: rows for which it does not hold are passed over; None takes all.
        facts: the facts of this loop that its steps ask for.
        outer: what its steps read from outside; for an outermost loop alone.
    """

    number: int
    slot: int
    over: Expression
    condition: Expression | None
    steps: tuple[Step, ...]
    otherwise: tuple[Step, ...]
    facts: tuple[str, ...]
    outer: tuple[Expression, ...]
    spot: Spot


class Box(NamedTuple):
    """An element that goes when it holds none of what it ``needs``: a table without rows."""

    open: str
    steps: tuple[Step, ...]
    close: str
    needs: str


class Cell(NamedTuple):
    """A table cell: ``filler`` is added where its last block is not a paragraph."""

    open: str
    steps: tuple[Step, ...]
    close: str
    filler: str


class Blocks(NamedTuple):
    """A header, a text box and the like: ``filler`` is added where it holds no block."""

    open: str
    steps: tuple[Step, ...]
    close: str
    filler: str


class Apart(NamedTuple):
    """A table comes next: keep it from joining a table right before it."""


Step = Union[Copy, Show, Bare, Alone, If, For, Box, Cell, Blocks, Apart]  # noqa: UP007


class PartPlan(NamedTuple):
    """One part of the Word file."""

    name: str
    steps: tuple[Step, ...]


def to_data(node: object) -> Data:
    """Return a node as a list of its kind and parts, a mere tuple as a list of its parts."""
    if not isinstance(node, tuple):
        return cast(Constant, node)
    parts = [to_data(part) for part in node]
    return parts if type(node) in _UNNAMED else [type(node).__name__, *parts]


# These stand where nothing else can, so they need not say what they are.
_UNNAMED = (tuple, PartPlan, Spot, CellAt)
