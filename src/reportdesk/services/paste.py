"""What comes from and goes to the clipboard, as rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from reportdesk.core.characters import without_forbidden
from reportdesk.core.i18n import _, plural
from reportdesk.core.richtext import LISTS, Block, BlockKind, RichText, Run, plain

MAX_CHARACTERS = 1_000_000
MAX_HTML = 8_000_000
MAX_WORD = 5_000  # characters without a space: Qt's time to lay out a word grows by its square
_EDGES = " \u00a0"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")  # Qt's texts keep some for their own use


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rich text to put in, and what to tell of it.

    Attributes:
        lead: the space that stood before words copied from inside a line; ``trail`` after them.
    """

    value: RichText
    notices: tuple[str, ...] = ()
    lead: str = ""
    trail: str = ""


def read_plain(text: str) -> Pasted:
    """Return text without looks, a paragraph for each line."""
    if len(text) > MAX_CHARACTERS:
        return _too_much()
    if _has_endless_word(text):
        return _endless_word()
    kept, dropped = without_forbidden(_NONCHARACTERS.sub("\0", text))
    notices = []
    if dropped:
        message = plural(
            "{count} character that cannot stand in a Word file was left out.",
            "{count} characters that cannot stand in a Word file were left out.",
            dropped,
        )
        notices.append(message.format(count=dropped))
    return _with_edges(plain(kept), kept, notices)


def read_html(html: str, text: str) -> Pasted:
    """Return HTML as rich text; ``text`` is the same without looks, for what cannot be read."""
    # Not before the window shows: lxml takes a while to import.
    from reportdesk.word.pasted.reader import read_pasted

    if len(html) > MAX_HTML:
        said = _("This was too large to keep its formatting: only the words were pasted.")
        return _saying(read_plain(text), said)
    pasted = read_pasted(html)
    if len(pasted.value.text) > MAX_CHARACTERS:
        return _too_much()
    if _has_endless_word(pasted.value.text):
        return _endless_word()
    if not pasted.whole or (not pasted.value and text.strip()):
        said = _("The formatting could not be read: only the words were pasted.")
        return _saying(read_plain(text), said)
    return _with_edges(pasted.value, text, _told(pasted.tables, pasted.pictures))


def write_html(value: RichText) -> str:
    """Return rich text as HTML that other programs, and ``read_html``, understand."""
    writer = _Html()
    for block in value.blocks:
        writer.write(block)
    return writer.finished()


def _told(tables: int, pictures: int) -> list[str]:
    told = []
    if tables:
        message = plural(
            "{count} table was pasted as lines, with a tab between columns.",
            "{count} tables were pasted as lines, with a tab between columns.",
            tables,
        )
        told.append(message.format(count=tables))
    if pictures:
        message = plural(
            "{count} picture was left out.", "{count} pictures were left out.", pictures
        )
        told.append(message.format(count=pictures))
    return told


def _too_much() -> Pasted:
    message = _("That is too much to paste: a field holds at most {most:,} characters.")
    return Pasted(RichText(), (message.format(most=MAX_CHARACTERS),))


def _has_endless_word(text: str) -> bool:
    return any(len(word) > MAX_WORD for word in text.split())


def _endless_word() -> Pasted:
    message = _("Nothing was pasted: it has a word of more than {most:,} letters without a space.")
    return Pasted(RichText(), (message.format(most=MAX_WORD),))


def _saying(pasted: Pasted, said: str) -> Pasted:
    return Pasted(pasted.value, (said, *pasted.notices), pasted.lead, pasted.trail)


def _with_edges(value: RichText, text: str, notices: list[str]) -> Pasted:
    """Words copied with the space beside them bring it along."""
    inside = len(value.blocks) == 1 and value.blocks[0].kind is BlockKind.PARAGRAPH
    if not inside or "\n" in text:
        return Pasted(value, tuple(notices))
    lead, trail = (" " if edge in _EDGES else "" for edge in (text[:1], text[-1:]))
    return Pasted(value, tuple(notices), lead if text else "", trail if text else "")


class _Html:
    """Writes blocks with the lists that they nest in."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lists: list[BlockKind] = []
        self._counts = [0, 0, 0, 0]

    def write(self, block: Block) -> None:
        if block.kind in LISTS:
            self._item(block)
            return
        self._close_to(0)
        tag = _TAGS.get(block.kind, f"h{block.level}")
        inner = _inline(block.runs)
        within = f"<p{_KEPT}>{inner}</p>" if block.kind is BlockKind.QUOTATION else inner
        self._parts.append(f"<{tag}{_KEPT}>{within}</{tag}>")

    def finished(self) -> str:
        self._close_to(0)
        return "".join(self._parts)

    def _item(self, block: Block) -> None:
        number = self._number(block)
        self._close_to(block.level)
        same = len(self._lists) == block.level and self._lists[-1] is block.kind
        if len(self._lists) == block.level and (not same or block.restart):
            self._close_to(block.level - 1)
            same = False
        self._parts.append("</li>" if same else self._opening(block.kind, number))
        self._parts.append(f"<li{_KEPT}>{_inline(block.runs)}")

    def _number(self, block: Block) -> int:
        """Count the items of each level; deeper levels begin anew."""
        if block.kind is not BlockKind.NUMBER:
            return 0
        count = 1 if block.restart else self._counts[block.level] + 1
        self._counts[block.level] = count
        return count

    def _opening(self, kind: BlockKind, number: int) -> str:
        self._lists.append(kind)
        return "<ul>" if kind is BlockKind.BULLET else f'<ol start="{number}">'

    def _close_to(self, level: int) -> None:
        while len(self._lists) > level:
            closed = self._lists.pop()
            self._parts.append("</li></ul>" if closed is BlockKind.BULLET else "</li></ol>")


_KEPT = ' style="white-space:pre-wrap"'
_TAGS = {BlockKind.PARAGRAPH: "p", BlockKind.QUOTATION: "blockquote"}


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(_wrapped(run) for run in runs)


def _wrapped(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    for tag in _looks(run):
        text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text


def _looks(run: Run) -> Iterator[str]:
    if run.superscript:
        yield "sup"
    if run.italic:
        yield "i"
    if run.bold:
        yield "b"
