"""Settles what each tag prints, tests or goes through, and keeps every fault with its place."""

from __future__ import annotations

from reportdesk.core.fields import Field, Kind
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.templating import plan
from reportdesk.templating.names import WHOLE, Memory, resolved, truth
from reportdesk.templating.scope import Scope, Typed
from reportdesk.templating.tags import RefusedError, shown


class Resolver:
    """Resolves the tags of one template.

    Attributes:
        memory: what was learned on the way.
        problems: every fault found.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self.problems: list[Problem] = []

    def value(self, node: plan.Expression, scope: Scope, place: Place) -> Typed | None:
        """Return what is printed, or None after a fault."""
        typed = self._resolved(_printed(node), scope, place)
        if typed is None:
            return None
        if typed.field and typed.field.kind in WHOLE:
            self._fault(place, "printed-whole", *_whole(typed))
            return None
        self.memory.use(typed.prints)
        return typed

    def test(self, node: plan.Expression, scope: Scope, place: Place) -> plan.Expression | None:
        """Return what is tested, or None after a fault."""
        typed = self._resolved(node, scope, place)
        return None if typed is None else truth(typed)

    def rows(self, node: plan.Expression, scope: Scope, place: Place) -> Typed | None:
        """Return what a loop goes through, or None after a fault."""
        typed = self._resolved(node, scope, place)
        if typed is None:
            return None
        is_list = typed.field and typed.field.kind in (Kind.ROWS, Kind.CHOICES)
        if typed.path and is_list:
            self.memory.use(typed.prints)
            return typed
        if typed.field or not isinstance(node, (plan.Name, plan.Part, plan.Item)):
            self._fault(place, "not-a-list", *_no_list(typed))
        return None

    def _resolved(self, node: plan.Expression, scope: Scope, place: Place) -> Typed | None:
        try:
            return resolved(node, scope, self.memory)
        except RefusedError as refused:
            self._fault(place, refused.code, refused.message, refused.fix)
            return None

    def _fault(self, place: Place, code: str, message: str, fix: str) -> None:
        said = _("{tag}: {message}").format(tag=shown(place.tag), message=message)
        self.problems.append(Problem(code, said, fix, place))


def _printed(node: plan.Expression) -> plan.Expression:
    """``a or b`` is a test elsewhere; where it is printed, it prints ``a``, or else ``b``."""
    if isinstance(node, plan.Or):
        left = _printed(node.left)
        return plan.Choose(left, left, _printed(node.right))
    return node


def _whole(typed: Typed) -> tuple[str, str]:
    field = typed.field
    first = field.fields[0].id if field and field.fields else "name"
    if field and field.kind is Kind.ROWS:
        message = _("“{label}” is a list, which cannot be printed as a whole")
        fix = _("go through it: {{% for row in {id} %}} {{{{ row.{part} }}}} {{% endfor %}}")
    else:
        message = _("“{label}” has several fields, which cannot be printed as a whole")
        fix = _("say which one, such as .{part}")
    label = field.label if field else ""
    return message.format(label=label), fix.format(id=field.id if field else "", part=first)


def _no_list(typed: Typed) -> tuple[str, str]:
    field: Field | None = typed.field
    if field is None or not typed.path:
        message = _("a loop can only go through a field that is a list")
    else:
        message = _("“{label}” is not a list").format(label=field.label)
    return message, _("use a field with rows or choices, or delete the loop")
