"""What one part of a report holds, as far as Word's rules ask for it."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.word.intake.names import WP, R, W
from reportdesk.word.intake.strict_xml import Attributes, parse, strict_parser

_VAL, _ID = f"{W}}}val", f"{W}}}id"
_P, _TBL, _TR, _TC = (f"{W}}}{name}" for name in ("p", "tbl", "tr", "tc"))
_CELL_ENDS = frozenset((_P, f"{W}}}sdt"))
_REFERENCES = frozenset((f"{R}}}id", f"{R}}}embed", f"{R}}}link"))


@dataclass(slots=True)
class PartFacts:
    """What was found in a part.

    Attributes:
        faults: rules that it breaks, in words.
        used, made: ids that it refers to and that it defines, each with its kind.
        sections: how many page set-ups it has.
    """

    faults: list[str] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)
    made: set[tuple[str, str]] = field(default_factory=set)
    sections: int = 0


class PartCheck:
    """One pass over one part."""

    def __init__(self) -> None:
        self._facts = PartFacts()
        # The last child met within each open element; so the one below it is that element itself.
        self._last: list[str] = ["", ""]
        self._fields = 0
        self._once: set[tuple[str, str]] = set()
        self._starts: dict[str, Callable[[Attributes], None]] = {
            _P: self._paragraph,
            f"{W}}}fldChar": self._field,
            f"{W}}}sectPr": self._section,
            f"{W}}}bookmarkStart": lambda given: self._unique("bookmark", given.get(_ID, "")),
            f"{WP}}}docPr": lambda given: self._unique("picture", given.get("id", "")),
            f"{W}}}style": lambda given: self._make("style", given.get(f"{W}}}styleId", "")),
            f"{W}}}num": lambda given: self._make("list", given.get(f"{W}}}numId", "")),
            f"{W}}}numId": self._list,
            f"{W}}}pStyle": self._style,
            f"{W}}}rStyle": self._style,
            f"{W}}}tblStyle": self._style,
        }

    def read(self, content: bytes) -> PartFacts:
        """Return what the part holds; raises XmlFault."""
        parser = strict_parser(self._start)
        parser.EndElementHandler = self._end
        parse(parser, content)
        if self._fields:
            self._fault(_("a field is not closed"))
        return self._facts

    def _start(self, name: str, given: Attributes) -> None:
        self._last[-1] = name
        start = self._starts.get(name)
        if start:
            start(given)
        elif not _REFERENCES.isdisjoint(given):
            self._refer(given)
        self._last.append("")

    def _end(self, name: str) -> None:
        last = self._last.pop()
        if name == _TC and last not in _CELL_ENDS:
            self._fault(_("a table’s cell does not end in a paragraph"))
        elif name == _TBL and last != _TR and not last.endswith("}sdt"):
            self._fault(_("a table has no rows"))

    def _paragraph(self, _given: Attributes) -> None:
        if self._last[-2] in (f"{W}}}t", f"{W}}}r", _P):
            self._fault(_("a paragraph stands within text"))

    def _field(self, given: Attributes) -> None:
        kind = given.get(f"{W}}}fldCharType")
        self._fields += (kind == "begin") - (kind == "end")

    def _section(self, _given: Attributes) -> None:
        self._facts.sections += 1

    def _list(self, given: Attributes) -> None:
        if given.get(_VAL, "0") != "0":
            self._facts.used.add(("list", given[_VAL]))

    def _style(self, given: Attributes) -> None:
        self._facts.used.add(("style", given.get(_VAL, "")))

    def _refer(self, given: Attributes) -> None:
        for name in _REFERENCES:
            if given.get(name):
                self._facts.used.add(("relation", given[name]))

    def _make(self, kind: str, id: str) -> None:
        self._facts.made.add((kind, id))

    def _unique(self, kind: str, id: str) -> None:
        if (kind, id) in self._once:
            message = _("two pictures have the same number {id}")
            if kind == "bookmark":
                message = _("two bookmarks have the same number {id}")
            self._fault(message.format(id=id))
        self._once.add((kind, id))

    def _fault(self, fault: str) -> None:
        if fault not in self._facts.faults:
            self._facts.faults.append(fault)
