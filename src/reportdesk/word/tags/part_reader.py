"""Reads one part of a Word file into nodes, in a single pass."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.i18n import _
from reportdesk.core.skeleton import Group, Node, Paragraph, Role
from reportdesk.word.intake.names import NUMBERED, W
from reportdesk.word.intake.strict_xml import Attributes
from reportdesk.word.tags.cleaning import Opened
from reportdesk.word.tags.counting import Counter
from reportdesk.word.tags.deleted_rows import drop_empty_table, drop_row
from reportdesk.word.tags.paragraph_reader import ParagraphReader, take_level, take_style
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tag_text import find_tags
from reportdesk.word.tags.token_reader import THROUGH, TokenReader
from reportdesk.word.tags.tokens import Token, frame, group

_ROLES = {
    "w:tbl": Role.TABLE,
    "w:tr": Role.ROW,
    "w:tc": Role.CELL,
    **dict.fromkeys(("w:body", "w:hdr", "w:ftr", "w:comment"), Role.BLOCKS),
    **dict.fromkeys(("w:footnote", "w:endnote", "w:txbxContent", "w:sdtContent"), Role.BLOCKS),
}
_END_IN_PARAGRAPH = frozenset(
    ("w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment")
)
_STYLED = ("w:rStyle", "w:tblStyle")
_WATCHED_WORDS = "w:p w:pStyle w:outlineLvl w:tbl w:tr w:tc mc:AlternateContent mc:Fallback"
_WATCHED = frozenset((*_WATCHED_WORDS.split(), *_END_IN_PARAGRAPH, *NUMBERED, *_STYLED))
_WHERE = {
    "wp:docPr": _("the alternative text of a picture"),
    "pic:cNvPr": _("the alternative text of a picture"),
    "v:shape": _("the alternative text of a picture"),
    "w:alias": _("the name of a content control"),
    "w:tag": _("the name of a content control"),
    "w:fldSimple": _("a field’s instruction"),
    "w:hyperlink": _("the hint of a link"),
}


class PartReader(TokenReader):
    """One pass over one part."""

    watched = _WATCHED

    def __init__(self, counter: Counter, paragraphs: ParagraphReader, faults: TagFaults) -> None:
        super().__init__()
        self._counter = counter
        self._paragraphs = paragraphs
        self._faults = faults
        self._open_paragraphs: list[Opened] = []
        self._begins: dict[str, Callable[[Opened, Attributes], None]] = {
            "w:p": self._begin_paragraph,
            "w:pStyle": self._begin_style,
            **dict.fromkeys(_STYLED, lambda _opened, given: self._expect_style(given)),
            "w:outlineLvl": lambda _opened, given: take_level(self.stack, given),
            "w:tbl": lambda _opened, _given: counter.table(),
            "w:tr": lambda _opened, _given: counter.row(),
            "w:tc": lambda _opened, _given: counter.cell(),
            "mc:AlternateContent": self._begin_alternatives,
            "mc:Fallback": self._begin_fallback,
            **dict.fromkeys(NUMBERED, self._number),
        }
        self._ends: dict[str, Callable[[Opened], None]] = {
            "w:p": self._end_paragraph,
            "w:tbl": self._end_table,
            "w:tr": self._end_row,
            "w:tc": lambda _opened: counter.end_cell(),
        }

    def nodes(self, content: bytes) -> tuple[Node, ...] | str:
        """Return the part as nodes, or its clean XML if there is no tag; raises XmlFault."""
        self.read(content)
        self.tokens[0] = self.head(str(self.tokens[0]))
        if all(isinstance(token, str) for token in self.tokens):
            return "".join(map(str, self.tokens))
        return (frame(Role.BLOCKS, self.tokens, self._counter.place()),)

    def opened(self, opened: Opened, attributes: Attributes) -> None:
        """Begin what the element begins."""
        begin = self._begins.get(opened.name)
        if begin:
            begin(opened, attributes)

    def resumed(self, _opened: Opened) -> None:
        """Count the paragraph in which another one goes on: Word still shows it as its own."""
        self._counter.paragraph()

    def hidden_braces(self, opened: Opened, attributes: Attributes) -> None:
        """Tell of tags in attributes, such as a picture's alternative text."""
        where = _WHERE.get(opened.name, _("a hidden property"))
        self._tell_misplaced(" ".join(attributes.values()), where)

    def braces(self, opened: Opened, text: str) -> None:
        """Remember that a paragraph may hold tags; tell of tags that are in none."""
        if opened.inline and opened.name in ("w:t", "w:instrText"):
            self._open_paragraphs[-1].braces = True
        elif "{{" in text or "{%" in text:
            self._tell_misplaced(text, _("an equation, a diagram or content of another program"))

    def deleted(self, text: str) -> None:
        """Tell of tags in deleted text."""
        for found in find_tags(text):
            if found.source or found.typed.startswith(("{{", "{%")):
                self._faults.deleted(found.typed, self._counter.place())

    def about_to_close(self, opened: Opened) -> None:
        """See that what must end in a paragraph does."""
        if opened.name in _END_IN_PARAGRAPH and not _ends_in_paragraph(self.tokens[-1]):
            self.tokens.append("<w:p/>")

    def closed(self, opened: Opened) -> None:
        """End what the element ends; an element with nodes in it becomes a node."""
        end = self._ends.get(opened.name)
        if end:
            end(opened)
        flat = opened.name == "w:p" or (opened.inline and opened.name in THROUGH)
        if opened.holds and self.stack and not flat:
            self._collapse(opened)

    def _collapse(self, opened: Opened) -> None:
        tokens = self.tokens[opened.start :]
        if opened.name == "w:sdt":
            tokens = [token for token in tokens if token != "<w:showingPlcHdr/>"]
        role = _ROLES.get(opened.name)
        place = self._counter.place()
        node = group(role, tokens, place) if role else frame(Role.INLINE, tokens, place)
        self.tokens[opened.start :] = [node]

    def _begin_paragraph(self, opened: Opened, _given: Attributes) -> None:
        self._counter.paragraph()
        opened.mark = self._counter.mark()
        self._open_paragraphs.append(opened)

    def _number(self, opened: Opened, given: Attributes) -> None:
        self._paragraphs.number(opened.name, given.get(f"{W}}}id") or given.get("id", ""))

    def _begin_style(self, _opened: Opened, given: Attributes) -> None:
        take_style(self.stack, given)
        self._expect_style(given)

    def _expect_style(self, given: Attributes) -> None:
        named = given.get(f"{W}}}val", "")
        if not self._paragraphs.knows(named):
            self._faults.no_style(named, self._counter.place())

    def _end_paragraph(self, opened: Opened) -> None:
        self._open_paragraphs.pop()
        heading = self._paragraphs.heading_above(opened)
        if not (opened.braces or opened.holds or opened.gone):
            return
        tokens = self.tokens[opened.start :]
        if opened.gone and not any(token == "</w:r>" for token in tokens):
            del self.tokens[opened.start :]
        elif opened.braces or opened.holds:
            place = self._counter.place(opened.mark[0])
            made = self._paragraphs.read(opened, tokens, place, heading)
            self.tokens[opened.start :] = made
            opened.holds = any(isinstance(token, Paragraph) for token in made)

    def _end_row(self, opened: Opened) -> None:
        if opened.gone:
            drop_row(self.tokens, opened, self._faults)
            next(around for around in reversed(self.stack) if around.start >= 0).gone = True

    def _end_table(self, opened: Opened) -> None:
        self._counter.end_table()
        if opened.gone:
            drop_empty_table(self.tokens, opened)

    def _begin_alternatives(self, opened: Opened, _given: Attributes) -> None:
        opened.mark = self._counter.mark()

    def _begin_fallback(self, _opened: Opened, _given: Attributes) -> None:
        """Count the second form of a drawing as the first was counted."""
        for around in self.stack[-2:-1]:
            self._counter.back_to(around.mark)

    def _tell_misplaced(self, text: str, where: str) -> None:
        typed = next((found.typed for found in find_tags(text)), text[:60])
        self._faults.misplaced(typed, where, self._counter.place())


def _ends_in_paragraph(token: Token) -> bool:
    if isinstance(token, Group):
        return token.role is Role.BLOCKS
    return isinstance(token, Paragraph) or token in ("</w:p>", "<w:p/>", "</w:sdt>")
