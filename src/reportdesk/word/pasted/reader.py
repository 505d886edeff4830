"""Read HTML from the clipboard as rich text: structure is kept, the rest is dropped and told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from reportdesk.core.richtext import BlockKind, RichText
from reportdesk.word.pasted.builder import Builder
from reportdesk.word.pasted.lists import Lists, Place, marked, word_item
from reportdesk.word.pasted.styles import Look, hidden, look_within, style_of

_DROPPED = frozenset(
    re.findall(
        r"\S+",
        "head style script title meta link xml o:p svg object iframe video audio canvas noscript "
        "template select input button map math del",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table caption dl dt dd section article "
        "header footer main aside nav address figure figcaption hr body center form fieldset tr td "
        "th textarea details summary",
    )
)
_HEADINGS = {f"h{level}": min(level, 3) for level in range(1, 7)}
_CELLS = ("td", "th")
_PARTS = ("tbody", "thead", "tfoot")
_QUOTES = ("MsoQuote", "MsoIntenseQuote")


@dataclass(frozen=True, slots=True)
class PastedHtml:
    """What came of HTML.

    Attributes:
        tables: how many tables became rows with tabs.
        pictures: how many pictures were left out.
        whole: False where the HTML could not be read to its end.
    """

    value: RichText
    tables: int = 0
    pictures: int = 0
    whole: bool = True


def read_pasted(html: str) -> PastedHtml:
    """Return the HTML as rich text; nothing it points to is fetched."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    data = html.replace("\0", "").encode("utf-8", "replace")
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        return PastedHtml(RichText())
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        (walk.start if event == "start" else walk.end)(element)
    fatal = any(entry.level_name == "FATAL" for entry in parser.error_log)
    return PastedHtml(walk.builder.finished(), walk.tables, walk.pictures, not fatal)


@dataclass(frozen=True, slots=True)
class _Around:
    """What to go back to after an element."""

    look: Look
    place: Place | None = None
    mark: bool = False


class _Walk:
    """Goes through the elements; hostile depth costs no stack."""

    def __init__(self) -> None:
        self.builder = Builder()
        self.tables = 0
        self.pictures = 0
        self._lists = Lists()
        self._around: list[_Around] = []
        self._look = Look()
        self._skipped = 0
        self._depth_of_tables = 0  # 0 outside of tables with columns
        self._mark: list[str] | None = None

    def start(self, element: Element) -> None:
        """Read an element's beginning and its first letters."""
        style = style_of(element)
        self.pictures += _is_picture(element)
        if self._skipped or element.tag in _DROPPED or hidden(element):
            self._skipped += 1
            return
        before, place = self._look, self._begin(str(element.tag), element, style)
        self._look = look_within(before, element)
        marks = "ignore" in style.get("mso-list", "")
        self._around.append(_Around(before, place, marks))
        if marks:
            self._mark = []
        self._letters(element.text, style)

    def end(self, element: Element) -> None:
        """Read an element's end and the letters after it."""
        if self._skipped:
            self._skipped -= 1
        else:
            around = self._around.pop()
            self._look = around.look
            self._finish(str(element.tag), element, around)
        if not self._skipped:
            self._letters(element.tail, {})

    def _letters(self, letters: str | None, style: Mapping[str, str]) -> None:
        if not letters:
            return
        if self._mark is not None:
            self._mark.append(letters)
        elif "mso-tab-count" in style:
            self.builder.mark("\t")
        elif "mso-spacerun" in style:
            self.builder.text(letters.replace("\u00a0", " "), replace(self._look, keeps_space=True))
        else:
            self.builder.text(letters, self._look)

    def _begin(self, tag: str, element: Element, style: Mapping[str, str]) -> Place | None:
        """Begin a block where the element is one, and return the place to go back to."""
        if tag == "br":
            self.builder.mark("\n")
        elif tag == "q":
            self.builder.text("“", self._look)
        elif self._depth_of_tables:
            self._begin_in_table(tag, element)
        elif tag in _BLOCKS:
            before = self.builder.place
            self.builder.flush(self._place_of(tag, element, style))
            return before
        return None

    def _begin_in_table(self, tag: str, element: Element) -> None:
        self._depth_of_tables += tag == "table"
        if tag in _CELLS and self._depth_of_tables == 1:
            if any(other.tag in _CELLS for other in element.itersiblings(preceding=True)):
                self.builder.mark("\t")
        elif tag in _BLOCKS and tag != "tr":
            self.builder.space()

    def _place_of(self, tag: str, element: Element, style: Mapping[str, str]) -> Place:
        if tag in ("ul", "ol"):
            self._lists.enter(element)
        if tag == "table" and _has_columns(element):
            self._depth_of_tables = 1
            self.tables += 1
            return Place()
        if tag == "li":
            return self._lists.item(element)
        if tag in _HEADINGS:
            return Place(BlockKind.HEADING, _HEADINGS[tag])
        named = element.get("class", "")
        if named.startswith("MsoTitle"):
            return Place(BlockKind.HEADING)
        if tag == "blockquote" or named.startswith(_QUOTES):
            return Place(BlockKind.QUOTATION)
        return word_item(style) or self.builder.place

    def _finish(self, tag: str, element: Element, around: _Around) -> None:
        if around.mark and self._mark is not None:
            marked(self.builder.place, "".join(self._mark))
            self._mark = None
        elif tag == "q":
            self.builder.text("”", self._look)
        if tag in ("ul", "ol"):
            self._lists.leave()
        if self._depth_of_tables:
            self._finish_in_table(tag)
        if around.place is not None and not self._depth_of_tables:
            self.builder.flush(around.place)

    def _finish_in_table(self, tag: str) -> None:
        if tag == "tr" and self._depth_of_tables == 1:
            self.builder.flush(Place())
        elif tag == "table":
            self._depth_of_tables -= 1
        elif tag in _BLOCKS and tag not in _CELLS:
            self.builder.space()


def _is_picture(element: Element) -> bool:
    """Whether it is a picture to be told of; dots of one pixel are none."""
    return element.tag == "img" and "1" not in (element.get("width"), element.get("height"))


def _has_columns(table: Element) -> bool:
    """Whether any row has several cells; other tables only lay a page out."""
    rows = [row for part in table for row in (part if part.tag in _PARTS else [part])]
    return any(sum(cell.tag in _CELLS for cell in row) > 1 for row in rows)
