"""Turns a part's XML into clean tokens, with the elements around each at hand."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.word.intake.names import XML_HEAD
from reportdesk.word.intake.strict_xml import Attributes, XmlFault, parse, strict_parser
from reportdesk.word.tags.cleaning import RULED, Cleaning, Opened, Rule, mark_gone
from reportdesk.word.tags.deleted_marks import join_paragraphs, may_go_on
from reportdesk.word.tags.prefixes import Names
from reportdesk.word.tags.tokens import Shown, Token, escape

_MOST_DEPTH = 200
_LEAVES = frozenset(("w:instrText", "m:t", "a:t"))
_WRAPPERS = ("w:ins", "w:moveTo", "w:smartTag", "w:customXml")
_BOXES = ("w:hyperlink", "w:fldSimple", "w:sdt", "w:sdtContent", "w:dir", "w:bdo")
THROUGH = frozenset(("w:r", *_BOXES, *_WRAPPERS))


class TokenReader:
    """One pass over one part; what is made of the tokens is up to the class that builds on it.

    Attributes:
        watched: names of the elements that are told of when they are opened and closed.
    """

    watched: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.stack: list[Opened] = []
        self._names = Names()
        self._cleaning = Cleaning()
        self._skipped = 0
        self._held: Opened | None = None
        self._gone: list[str] = []

    def opened(self, opened: Opened, attributes: Attributes) -> None:
        """Take note of an element whose start is the last token."""

    def closed(self, opened: Opened) -> None:
        """Take note of an element, watched or with nodes within, whose end is the last token."""

    def about_to_close(self, opened: Opened) -> None:
        """Take note of an element that ends next."""

    def resumed(self, opened: Opened) -> None:
        """Take note of a paragraph that goes on, as the mark at its end was deleted."""

    def braces(self, opened: Opened, text: str) -> None:
        """Take note of text with a brace in it."""

    def hidden_braces(self, opened: Opened, attributes: Attributes) -> None:
        """Take note of attributes with braces in them."""

    def deleted(self, text: str) -> None:
        """Take note of text that was deleted in a tracked change, or stood in a trace of one."""

    def read(self, content: bytes) -> None:
        """Read the part into ``tokens``; raises XmlFault."""
        parser = strict_parser(self._start)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._names.declare
        parse(parser, content)

    def head(self, start: str) -> str:
        """Return the outermost element's start as the start of the file."""
        at = len(start) - (2 if start.endswith("/>") else 1)
        return XML_HEAD + start[:at] + self._names.declarations() + start[at:]

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._skipped:
            self._skipped += 1
            return
        short = self._names.element(name)
        if self._held and self._goes_on(self._held, short):
            return
        if short in RULED and self._is_ruled_out(short, attributes):
            return
        opened = self._push(short, len(self.tokens))
        if attributes:
            start = self._names.start_tag(short, attributes)
            self.tokens.append(start)
            if "{{" in start or "{%" in start:
                self.hidden_braces(opened, attributes)
        else:
            self.tokens.append(f"<{short}>")
        if short in self.watched:
            self.opened(opened, attributes)

    def _is_ruled_out(self, short: str, attributes: Attributes) -> bool:
        """Whether an element goes by a rule of cleaning; what is to be done for that is done."""
        rule = self._cleaning.rule(short, attributes, self.stack)
        if rule is Rule.UNWRAP:
            self._push(short, -1)
        elif rule:
            self._skipped = 1
        if rule is Rule.DELETED:
            mark_gone(self.stack)
        return rule is not None

    def _push(self, short: str, start: int) -> Opened:
        stack = self.stack
        inline = False
        if stack:
            around = stack[-1]
            inline = around.name == "w:p" or (around.inline and around.name in THROUGH)
        opened = Opened(short, start, inline)
        stack.append(opened)
        if len(stack) > _MOST_DEPTH:
            raise XmlFault(_("its XML is nested too deeply"))
        return opened

    def _text(self, text: str) -> None:
        if self._skipped:
            self._gone.append(text)
            return
        top = self.stack[-1]
        if top.name == "w:t":
            self.tokens.append(Shown(escape(text)))
        elif top.name in _LEAVES or not text.isspace():
            self.tokens.append(escape(text))
        if "{" in text or "}" in text:
            self.braces(top, text)

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            if not self._skipped and self._gone:
                self.deleted("".join(self._gone))
                self._gone.clear()
            return
        self._let_go()
        opened = self.stack.pop()
        if opened.joint:
            join_paragraphs(self.tokens, opened)
        if opened.gone and may_go_on(self.tokens, opened):
            self._held = opened
        else:
            self._finish(opened)

    def _goes_on(self, held: Opened, short: str) -> bool:
        """Whether a paragraph whose end was deleted goes on in the one that starts here."""
        if short != held.name:
            self._let_go()
            return False
        self._held = None
        held.gone, held.style, held.outline, held.joint = False, "", -1, len(self.tokens)
        self.stack.append(held)
        self.resumed(held)
        return True

    def _let_go(self) -> None:
        """End a paragraph that was held open, as no other follows it."""
        if self._held:
            held, self._held = self._held, None
            self._finish(held)

    def _finish(self, opened: Opened) -> None:
        if opened.start >= 0:
            self._close(opened)
        if self.stack and opened.holds:
            self.stack[-1].holds = True

    def _close(self, opened: Opened) -> None:
        tokens, watched = self.tokens, opened.name in self.watched
        if watched:
            self.about_to_close(opened)
        if len(tokens) - 1 == opened.start:
            tokens[-1] = f"{str(tokens[-1])[:-1]}/>"
        else:
            tokens.append(f"</{opened.name}>")
        if watched or opened.holds:
            self.closed(opened)
