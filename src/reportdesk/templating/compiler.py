"""Compiles a Word file's tags, and tells everything that is wrong with them in one go."""

from __future__ import annotations

from collections.abc import Iterable

from reportdesk.core.errors import TemplateError
from reportdesk.core.fields import Field
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity, stops
from reportdesk.core.skeleton import Group, Node, Paragraph, Skeleton, Tag
from reportdesk.templating.building import build
from reportdesk.templating.lifting import Branch, lift
from reportdesk.templating.matching import Matcher
from reportdesk.templating.plan import to_data
from reportdesk.templating.program import VERSION, Program
from reportdesk.templating.resolving import Resolver
from reportdesk.templating.scope import of_fields
from reportdesk.templating.statements import read_tag

MAX_TAGS = 2_000
MAX_DEPTH = 60


def compile_template(skeleton: Skeleton, fields: Iterable[Field]) -> Program:
    """Return the program; TemplateError with every problem where anything must be mended."""
    checked = _Checked(skeleton, tuple(fields))
    if stops(checked.problems):
        raise TemplateError(checked.problems)
    parts = build(checked.roots, checked.matcher.meanings)
    names = tuple(sorted(checked.resolver.memory.used))
    data = to_data((VERSION, checked.matcher.slots, names, parts))
    return Program(data, tuple(checked.problems))


def check_template(skeleton: Skeleton, fields: Iterable[Field]) -> list[Problem]:
    """Return everything that is wrong or odd, in the order of the Word file."""
    return _Checked(skeleton, tuple(fields)).problems


def unused(fields: Iterable[Field], names: Iterable[str], file: str = "") -> list[Problem]:
    """Return a warning for each field that is none of the printed names."""
    printed = set(names)
    return [
        Problem(
            "unused-field",
            _("“{label}” is asked for, but never printed").format(label=field.label),
            _("write {{{{ {id} }}}} in the Word file, or take the field out").format(id=field.id),
            Place(file, field=(field.id,), label=field.label),
            Severity.WARN,
        )
        for field in fields
        if field.id not in printed
    ]


class _Checked:
    """A template whose tags were all read, matched and resolved."""

    def __init__(self, skeleton: Skeleton, fields: tuple[Field, ...]) -> None:
        self.problems = list(skeleton.problems)
        self.resolver = Resolver()
        self.matcher = Matcher(of_fields(fields), self.resolver)
        self.roots: list[Branch] = []
        if too_much := _too_much(skeleton):
            self.problems.append(too_much)
            return
        for part in skeleton.parts:
            root = lift(part, read_tag)
            self.matcher.walk(root)
            self.roots.append(root)
        self.problems += self.resolver.problems
        memory = self.resolver.memory
        self.problems += unused(fields, memory.used | memory.suggested, skeleton.file)


def _too_much(skeleton: Skeleton) -> Problem | None:
    tags = depth = 0
    waiting: list[tuple[Node, int]] = [(node, 1) for part in skeleton.parts for node in part.nodes]
    while waiting:
        node, level = waiting.pop()
        tags += isinstance(node, Tag)
        depth = max(depth, level)
        if isinstance(node, (Paragraph, Group)):
            waiting += [(inner, level + 1) for inner in node.nodes]
    place = Place(skeleton.file)
    if tags > MAX_TAGS:
        message = _("there are {count:,} tags; a template can hold {most:,}")
        message = message.format(count=tags, most=MAX_TAGS)
        return Problem("too-many-tags", message, _("use loops, or several documents"), place)
    if depth > MAX_DEPTH:
        message = _("tables and boxes stand in each other more than {most} levels deep")
        message = message.format(most=MAX_DEPTH)
        return Problem("too-deep", message, _("make the layout simpler"), place)
    return None
