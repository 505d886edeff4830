"""Quick dataclasses behave as the standard library's do."""

import copy
import dataclasses
import pickle

import pytest

from reportdesk.core import quick_dataclasses as quick
from reportdesk.core.places import Place


def made(module, **kind):
    @module.dataclass(slots=True, **kind)
    class Pair:
        left: int
        right: str = "r"
        tags: list = module.field(default_factory=list)
        note: str = module.field(default="", repr=False, compare=False)

        @property
        def both(self):
            return f"{self.left}{self.right}"

    return Pair


BOTH = [made(quick, frozen=True), made(dataclasses, frozen=True)]


@pytest.mark.parametrize(
    "look",
    [
        lambda kind: repr(kind(1)).rpartition(".")[2],
        lambda kind: kind(1, "x", [2], "n").both,
        lambda kind: kind(left=1) == kind(1, "r", [], "another note"),
        lambda kind: kind(1) == kind(2),
        lambda kind: kind(1) == (1, "r", []),
        lambda kind: kind(1).tags is kind(1).tags,
        lambda kind: kind.__match_args__,
        lambda kind: kind.__slots__,
        lambda kind: [one.name for one in dataclasses.fields(kind)],
        lambda kind: dataclasses.asdict(kind(1)),
        lambda kind: repr(dataclasses.replace(kind(1), right="x")).rpartition(".")[2],
        lambda kind: repr(copy.deepcopy(kind(1))).rpartition(".")[2],
        lambda kind: hasattr(kind(1), "__dict__"),
    ],
)
def test_what_is_seen_is_the_same(look):
    ours, theirs = map(look, BOTH)
    assert ours == theirs


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda kind: kind(), TypeError),
        (lambda kind: kind(1, other=2), TypeError),
        (lambda kind: setattr(kind(1), "left", 2), AttributeError),
        (lambda kind: delattr(kind(1), "left"), AttributeError),
        (lambda kind: hash(kind(1)), TypeError),  # a list is among its fields
    ],
)
def test_what_is_wrong_is_refused(kind, wrong, error):
    with pytest.raises(error):
        wrong(kind)


def test_one_that_is_not_frozen_changes_and_has_no_hash():
    one = made(quick)(1)
    one.left = 2
    assert one.left == 2
    assert type(one).__hash__ is None


def test_order_goes_by_the_fields_in_turn():
    @quick.dataclass(frozen=True, slots=True, order=True)
    class Version:
        major: int
        minor: int = 0

    assert sorted([Version(2), Version(1, 5), Version(1)]) == [
        Version(1),
        Version(1, 5),
        Version(2),
    ]


def test_without_comparison_each_is_itself():
    kind = made(quick, eq=False)
    assert kind(1) != kind(1)


def test_it_crosses_to_another_process():
    place = Place("draft.yaml", 3, field=("findings", 1))
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(place) == hash(quick.replace(place, line=3))
