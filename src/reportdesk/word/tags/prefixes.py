"""Names of elements and attributes with the prefixes that this program writes."""

from __future__ import annotations

from reportdesk.word.intake.names import PREFIXES, XML, R, W
from reportdesk.word.intake.strict_xml import Attributes
from reportdesk.word.tags.cleaning import is_trace
from reportdesk.word.tags.tokens import escape_attribute

_PREFIX_LISTS = frozenset(
    ("mc:Ignorable", "mc:ProcessContent", "mc:MustUnderstand", "mc:PreserveElements", "Requires")
)
_TAKEN = {prefix: space for space, prefix in PREFIXES.items()}


class Names:
    """Turns ``namespace}name`` into ``prefix:name``, by one table a part.

    A file may bind any prefix to any namespace; what is written from here on has one each.
    """

    def __init__(self) -> None:
        self._prefixes = {W: "w", R: "r", XML: "xml"}
        self._spaces = {prefix: space for space, prefix in self._prefixes.items()}
        self._renamed: dict[str, str] = {}
        self._elements: dict[str, str] = {}
        self._attributes: dict[str, str] = {}

    def declare(self, prefix: str | None, space: str) -> None:
        """Take in a binding of the part."""
        if space and space not in self._prefixes:
            wanted = PREFIXES.get(space) or prefix or "ns"
            free = wanted
            number = 0
            while self._spaces.get(free, space) != space or _TAKEN.get(free, space) != space:
                number += 1
                free = f"{wanted}{number}"
            self._prefixes[space] = free
            self._spaces[free] = space
        if prefix and space:
            self._renamed[prefix] = self._prefixes[space]

    def element(self, name: str) -> str:
        """Return an element's name with its prefix."""
        short = self._elements.get(name)
        if short is None:
            short = self._elements[name] = self._short(name)
        return short

    def attribute(self, name: str) -> str:
        """Return an attribute's name with its prefix, or nothing if it is to be left out."""
        short = self._attributes.get(name)
        if short is None:
            short = self._attributes[name] = "" if is_trace(name) else self._short(name)
        return short

    def start_tag(self, element: str, attributes: Attributes) -> str:
        """Return an element's start, given its name with prefix; an ``id`` comes first.

        A comment must say its author; it says none.
        """
        given = ""
        for name, value in attributes.items():
            short = self.attribute(name)
            if short in _PREFIX_LISTS:
                value = self._renamed_all(value)
            if short == "w:author":
                value = ""
            if short == "id":
                given = f' id="{escape_attribute(value)}"{given}'
            elif short:
                given += f' {short}="{escape_attribute(value)}"'
        return f"<{element}{given}>"

    def declarations(self) -> str:
        """Return the attributes of the outermost element that bind all prefixes."""
        return "".join(
            f' xmlns:{prefix}="{escape_attribute(space)}"'
            for space, prefix in self._prefixes.items()
            if prefix != "xml"
        )

    def _renamed_all(self, prefixes: str) -> str:
        """Return a list of prefixes, as in ``mc:Ignorable``, as they are written now."""
        return " ".join(self._renamed.get(prefix, prefix) for prefix in prefixes.split())

    def _short(self, name: str) -> str:
        space, _mark, local = name.rpartition("}")
        return f"{self._prefixes[space]}:{local}" if space else local
