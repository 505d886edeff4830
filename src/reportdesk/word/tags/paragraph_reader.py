"""Makes a node of a paragraph that holds tags, and keeps the heading that it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Node, Paragraph, Tag, Xml
from reportdesk.word.intake.names import NUMBERED, W
from reportdesk.word.intake.strict_xml import Attributes
from reportdesk.word.styles import Styles
from reportdesk.word.tags.cleaning import Opened
from reportdesk.word.tags.paragraph_pieces import PiecesReader
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tagged_paragraph import TagCutter
from reportdesk.word.tags.tokens import Token

_OPENERS = ("{% for ", "{% if ")
_CLOSERS = ("{% endfor", "{% endif")
_TOP_LEVELS = 9


class ParagraphReader:
    """Reads the paragraphs of one part in their order.

    Attributes:
        open: how many loops and conditions are open where the reading has come to.
        repeats: something with a number of its own, such as a picture, is repeated or may go, or
            is not the only one with its number.
    """

    def __init__(self, styles: Styles, faults: TagFaults) -> None:
        self.open = 0
        self.repeats = False
        self._styles = styles
        self._faults = faults
        self._heading = 0
        self._levels: dict[str, int] = {}
        self._numbers: set[tuple[str, str]] = set()

    def knows(self, style_id: str) -> bool:
        """Return whether the file has that style; one without styles is not asked for any."""
        return style_id in self._styles.by_id or not self._styles.by_id

    def heading_above(self, opened: Opened) -> int:
        """Return the level of the heading that a paragraph stands under, and pass it by."""
        heading = self._heading
        self._heading = self._level(opened) or heading
        return heading

    def read(
        self, opened: Opened, tokens: Sequence[Token], place: Place, heading: int
    ) -> Sequence[Token]:
        """Return a paragraph with braces or nodes in it as one node, or its tokens."""
        paragraph = PiecesReader(tokens).read()
        cutter = TagCutter(place, self._faults)
        nodes = cutter.cut(paragraph)
        if all(isinstance(node, Xml) for node in nodes):
            opening = paragraph.opening
            return _as_printed(tokens, nodes, opening) if cutter.changes else tokens
        self._follow(nodes)
        style = opened.style
        return [Paragraph(paragraph.opening, nodes, place, style, heading, paragraph.closing)]

    def number(self, name: str, id: str) -> None:
        """Take note of something with a number of its own, outside of a paragraph with tags."""
        self.repeats = self.repeats or self.open > 0 or (name, id) in self._numbers
        self._numbers.add((name, id))

    def _level(self, opened: Opened) -> int:
        """Return the heading level of a paragraph itself, 0 if it is none."""
        if opened.outline >= 0:
            return opened.outline + 1 if opened.outline < _TOP_LEVELS else 0
        level = self._levels.get(opened.style)
        if level is None:
            level = self._levels[opened.style] = self._styles.heading_level(opened.style)
        return level

    def _follow(self, nodes: tuple[Node, ...]) -> None:
        """Count what opens and closes; a paragraph with tags may go where nothing is printed."""
        for tag in each_tag(nodes):
            self.open += tag.source.startswith(_OPENERS)
            self.open = max(0, self.open - tag.source.startswith(_CLOSERS))
        self.repeats = self.repeats or any(map(_has_numbered, nodes))


def take_style(stack: Sequence[Opened], given: Attributes) -> None:
    """Give the paragraph whose properties are open the style that an element names."""
    if len(stack) > 2 and stack[-3].name == "w:p":
        stack[-3].style = given.get(f"{W}}}val", "")


def take_level(stack: Sequence[Opened], given: Attributes) -> None:
    """Give the paragraph whose properties are open its own outline level."""
    level = given.get(f"{W}}}val", "")
    if len(stack) > 2 and stack[-3].name == "w:p" and level.isdecimal():
        stack[-3].outline = int(level)


def each_tag(nodes: Iterable[Node]) -> Iterator[Tag]:
    """Return all tags within the nodes, in their order."""
    for node in nodes:
        if isinstance(node, Tag):
            yield node
        elif isinstance(node, Group | Paragraph):
            yield from each_tag(node.nodes)


def _has_numbered(node: Node) -> bool:
    if isinstance(node, Xml):
        return _holds_number(node.xml)
    if isinstance(node, Tag):
        return False
    return _holds_number(node.open + node.close) or any(map(_has_numbered, node.nodes))


def _holds_number(markup: str) -> bool:
    return any(f"<{name} " in markup for name in NUMBERED)


def _as_printed(tokens: Sequence[Token], nodes: tuple[Node, ...], opening: str) -> Sequence[Token]:
    """Return what is left of a paragraph without its comments; nothing if it had nothing else."""
    markup = [node.xml for node in nodes if isinstance(node, Xml)]
    seen = "".join(node.text for node in nodes if isinstance(node, Xml))
    if not seen.strip() and "<w:sectPr" not in opening:
        return []
    return [opening, *markup, str(tokens[-1])]
