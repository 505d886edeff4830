"""Walks over all tags in order: pairs what opens with what closes, and knows what is in scope."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.templating.crossing import crossing, headers_between, misplaced
from reportdesk.templating.lifting import Branch, Leaf, leaves
from reportdesk.templating.plan import Expression, Slot
from reportdesk.templating.resolving import Resolver
from reportdesk.templating.scope import LOOP, Scope, Typed, row_of
from reportdesk.templating.tags import Word, place_of, shown

MAX_LOOPS = 3
MAX_OPEN = 20
_ENDS = {Word.ENDFOR: Word.FOR, Word.ENDIF: Word.IF}


@dataclass(frozen=True, slots=True)
class Loop:
    """What a loop goes through, once its names are known."""

    slot: int
    over: Typed
    condition: Expression | None


Meaning = Typed | Expression | Loop


@dataclass(slots=True)
class _Open:
    leaf: Leaf
    scope: Scope
    outer: Scope
    loops: int
    has_else: bool = False

    @property
    def word(self) -> Word:
        return self.leaf.says.word


class Matcher:
    """Walks through the parts of a template.

    Attributes:
        meanings: what each tag without faults prints, tests or goes through.
        problems: every fault found, also of names.
        slots: how many loops stand in each other at most.
    """

    def __init__(self, names: Scope, resolver: Resolver) -> None:
        self.meanings: dict[Leaf, Meaning] = {}
        self.problems = resolver.problems
        self.slots = 0
        self._names = names
        self._resolver = resolver
        self._open: list[_Open] = []
        self._crossed: list[_Open] = []

    def walk(self, root: Branch) -> None:
        """Match all tags of a part; what is still open at its end is a fault."""
        start = len(self.problems)
        order: dict[object, int] = {}
        for leaf in leaves(root):
            order.setdefault(place_of(leaf.tag), len(order))
            self._step(leaf)
        for left in self._crossed + self._open:
            self._fault("not-closed", left.leaf, *_not_closed(left.word))
        self._open, self._crossed = [], []
        self.problems[start:] = sorted(
            self.problems[start:], key=lambda problem: order.get(problem.place, 0)
        )

    def _step(self, leaf: Leaf) -> None:
        self.problems += leaf.says.problems
        if problem := misplaced(leaf):
            self.problems.append(problem)
        match leaf.says.word:
            case Word.VALUE:
                self._value(leaf)
            case Word.FOR:
                self._for(leaf)
            case Word.IF:
                self._meant(leaf)
                self._enter(leaf, self._scope())
            case Word.ELIF | Word.ELSE:
                self._branch(leaf)
            case Word.ENDFOR | Word.ENDIF:
                self._end(leaf)

    def _scope(self) -> Scope:
        return self._open[-1].scope if self._open else self._names

    def _loops(self) -> int:
        return self._open[-1].loops if self._open else 0

    def _value(self, leaf: Leaf) -> None:
        if leaf.says.expression is not None:
            place = place_of(leaf.tag)
            meaning = self._resolver.value(leaf.says.expression, self._scope(), place)
            if meaning is not None:
                self.meanings[leaf] = meaning

    def _meant(self, leaf: Leaf) -> None:
        if leaf.says.expression is not None:
            place = place_of(leaf.tag)
            meaning = self._resolver.test(leaf.says.expression, self._scope(), place)
            if meaning is not None:
                self.meanings[leaf] = meaning

    def _for(self, leaf: Leaf) -> None:
        says, place = leaf.says, place_of(leaf.tag)
        slot = self._loops()
        over: Typed | None = None
        if says.expression is not None:
            over = self._resolver.rows(says.expression, self._scope(), place)
        row = row_of(over, slot, says.condition is None) if over else Typed(Slot(slot))
        inner = {**self._scope(), "loop": Typed(Slot(slot), LOOP)}
        if says.variable:
            inner[says.variable] = row
            self._resolver.memory.variables.add(says.variable)
        condition: Expression | None = None
        if says.condition is not None:
            condition = self._resolver.test(says.condition, inner, place)
        if over:
            self.meanings[leaf] = Loop(slot, over, condition)
        if slot == MAX_LOOPS:
            self._fault("too-deep", leaf, *_too_deep(MAX_LOOPS))
        self.slots = max(self.slots, slot + 1)
        self._enter(leaf, inner)

    def _enter(self, leaf: Leaf, scope: Scope) -> None:
        if len(self._open) == MAX_OPEN:
            self._fault("too-deep", leaf, *_too_deep(MAX_OPEN))
        loops = self._loops() + (leaf.says.word is Word.FOR)
        self._open.append(_Open(leaf, scope, self._scope(), loops))

    def _branch(self, leaf: Leaf) -> None:
        top = self._open[-1] if self._open else None
        if top is None or (top.word is Word.FOR and leaf.says.word is Word.ELIF):
            self._meant(leaf)
            self._fault("stray-else", leaf, *_stray_branch())
            return
        if top.has_else:
            self._fault("wrong-nesting", leaf, *_after_else())
        if top.word is Word.FOR:
            top.scope = top.outer
        top.has_else = top.has_else or leaf.says.word is Word.ELSE
        self._meant(leaf)
        self._pair(top, leaf)

    def _end(self, leaf: Leaf) -> None:
        word = _ENDS[leaf.says.word]
        if all(opened.word is not word for opened in self._open):
            self._stray(leaf, word)
            return
        while self._open[-1].word is not word:
            self._crossed.append(self._open.pop())
        opened = self._open.pop()
        self._pair(opened, leaf)
        if word is Word.FOR and (problem := headers_between(opened.leaf, leaf)):
            self.problems.append(problem)

    def _stray(self, leaf: Leaf, word: Word) -> None:
        crossed = next((opened for opened in self._crossed if opened.word is word), None)
        if crossed is None:
            self._fault("stray-end", leaf, *_stray_end(word))
            return
        self._crossed.remove(crossed)
        self._fault("wrong-nesting", leaf, *_wrong_nesting(crossed.leaf))

    def _pair(self, opened: _Open, leaf: Leaf) -> None:
        told = misplaced(opened.leaf) or misplaced(leaf)
        if not told and (problem := crossing(opened.leaf, leaf)):
            self.problems.append(problem)

    def _fault(self, code: str, leaf: Leaf, message: str, fix: str) -> None:
        said = _("{tag}: {message}").format(tag=shown(leaf.tag.source), message=message)
        self.problems.append(Problem(code, said, fix, place_of(leaf.tag)))


def _not_closed(word: Word) -> tuple[str, str]:
    if word is Word.FOR:
        return _("the loop is never closed"), _("write {% endfor %} where it ends")
    return _("the condition is never closed"), _("write {% endif %} where it ends")


def _stray_end(word: Word) -> tuple[str, str]:
    if word is Word.FOR:
        return _("no loop is open here"), _("delete the tag, or write {% for … %} before it")
    return _("no condition is open here"), _("delete the tag, or write {% if … %} before it")


def _stray_branch() -> tuple[str, str]:
    return _("no condition is open here"), _("put it between {% if … %} and {% endif %}")


def _after_else() -> tuple[str, str]:
    return _("it stands behind {% else %}"), _("let {% else %} be the last branch")


def _wrong_nesting(opener: Leaf) -> tuple[str, str]:
    message = _("it closes {opener} too late: what was begun inside must end inside").format(
        opener=shown(opener.tag.source)
    )
    return message, _("close what was opened last first")


def _too_deep(most: int) -> tuple[str, str]:
    message = _("it stands inside too many others; {most} at most can stand in each other")
    return message.format(most=most), _("make the template simpler")
