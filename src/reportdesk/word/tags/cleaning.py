"""What is taken off a Word file's XML on the way in: traces of editing, and marks of identity.

Tracked changes are accepted: what was inserted stays, what was deleted goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reportdesk.word.intake.names import W
from reportdesk.word.intake.strict_xml import Attributes

_MICROSOFT = "http://schemas.microsoft.com/office/word"
_TRACING = {
    f"{_MICROSOFT}/2010/wordml": ("paraId", "textId"),
    f"{_MICROSOFT}/2010/wordprocessingDrawing": ("anchorId", "editId"),
    f"{_MICROSOFT}/2023/wordml/word16du": ("dateUtc",),
}


class Rule(Enum):
    """What becomes of an element."""

    DROP = "drop"
    UNWRAP = "unwrap"
    DELETED = "deleted"


class Opened:
    """An element that is being read; no dataclass, as one is made for every element.

    Attributes:
        start: where its start is among the tokens; -1 if it is taken off.
        inline: it stands in a paragraph so that text within is the paragraph's.
        holds: there are nodes within.
        gone: it, or something in it, was deleted in a tracked change.
        braces: a paragraph with a brace in its text.
        style, outline: a paragraph's style and own outline level.
        mark: a paragraph's count.
        joint: where another paragraph begins among the tokens, which this one goes on in; or 0.
        joined: how many others it goes on in.
    """

    holds = gone = braces = False
    joint = joined = 0
    style, outline = "", -1
    mark = (0, 0)

    def __init__(self, name: str, start: int, inline: bool) -> None:
        self.name = name
        self.start = start
        self.inline = inline


_DROPPED_WORDS = (
    "proofErr lastRenderedPageBreak permStart permEnd cellIns cellDel cellMerge smartTagPr"
    " customXmlPr printerSettings rsid rsids dataBinding placeholder rPrChange pPrChange"
    " sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange numberingChange"
    " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
    " customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
    " customXmlMoveFromRangeStart customXmlMoveFromRangeEnd"
    " customXmlMoveToRangeStart customXmlMoveToRangeEnd"
)
_RULES: dict[str, Rule] = {
    **{f"w:{name}": Rule.DROP for name in _DROPPED_WORDS.split()},
    **dict.fromkeys(("w15:dataBinding", "w14:conflictIns", "w14:conflictDel"), Rule.DROP),
    **dict.fromkeys(("w:ins", "w:moveTo", "w:smartTag", "w:customXml"), Rule.UNWRAP),
    **dict.fromkeys(("w:del", "w:moveFrom"), Rule.DELETED),
}
_OWN_BOOKMARK = "_GoBack"
_SOMETIMES = frozenset(
    ("w:id", "w:sdt", "w:sdtPr", "w:sdtEndPr", "w:sdtContent", "w:bookmarkStart", "w:bookmarkEnd")
)
RULED = _RULES.keys() | _SOMETIMES


class Cleaning:
    """The rules as they apply to one part."""

    def __init__(self) -> None:
        self._own_bookmarks: set[str] = set()

    def rule(self, name: str, attributes: Attributes, stack: Sequence[Opened]) -> Rule | None:
        """Return what becomes of one of ``RULED`` among those open; nothing if it stays."""
        rule = _RULES.get(name)
        if rule or not stack:
            return rule
        if name.startswith("w:bookmark"):
            return self._bookmark_rule(attributes)
        if name == "w:id":
            return Rule.DROP if stack[-1].name == "w:sdtPr" else None
        if name == "w:sdt":
            around = next(opened.name for opened in reversed(stack) if opened.start >= 0)
            return Rule.UNWRAP if around in ("w:tbl", "w:tr") else None
        if stack[-1].start >= 0:
            return None
        return Rule.UNWRAP if name == "w:sdtContent" else Rule.DROP

    def _bookmark_rule(self, attributes: Attributes) -> Rule | None:
        id = attributes.get(f"{W}}}id", "")
        if attributes.get(f"{W}}}name") == _OWN_BOOKMARK:
            self._own_bookmarks.add(id)
            return Rule.DROP
        return Rule.DROP if id in self._own_bookmarks else None


def mark_gone(stack: Sequence[Opened]) -> None:
    """Mark the row or paragraph whose properties, which are open, tell that it was deleted."""
    names = [opened.name for opened in stack[-3:]]
    if names[-1] == "w:trPr" and len(names) > 1:
        stack[-2].gone = True
    elif names == ["w:p", "w:pPr", "w:rPr"]:
        stack[-3].gone = True


def is_trace(name: str) -> bool:
    """Return whether an attribute, named ``namespace}name``, only traces who edited what when."""
    space, _mark, local = name.rpartition("}")
    if space == W:
        return local.startswith("rsid") or local in ("date", "initials")
    return space in _TRACING and local in _TRACING[space]


def has_traces(content: bytes) -> bool:
    """Return whether a part without tags may hold any of this."""
    return any(trace in content for trace in _TRACES)


_TRACES = (
    b"rsid",
    b"paraId",
    b"editId",
    b":author",
    b"proofErr",
    b"lastRendered",
    b"Change ",
    b"_GoBack",
    b":ins ",
    b":del ",
    b":move",
    b":perm",
    b"dataBinding",
    b"smartTag",
    b"customXml",
    b"printerSettings",
    b":placeholder",
)
