"""Rich text as Markdown, in a plain and in safer spellings; whether it reads back is for others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from reportdesk.core.quick_dataclasses import dataclass, replace
from reportdesk.core.richtext import LISTS, Block, BlockKind, RichText, Run
from reportdesk.storage.markdown_numbers import Numbers


class Care(IntEnum):
    """How carefully a block is spelt; each is less pleasant to read, and harder to mistake."""

    STARS = 0  # **bold** and *italic*, tags where stars would not count
    TAGS = 1  # <b>bold</b>
    ALL = 2  # tags, and a backslash before all punctuation


def write_blocks(value: RichText, cares: Sequence[Care]) -> str:
    """Return the blocks as Markdown, each with its own care."""
    numbers = Numbers()
    widths = [0, 0, 0, 0]
    written: list[str] = []
    before: Block | None = None
    for block, care in zip(value.blocks, cares, strict=True):
        first, rest = _prefixes(block, numbers.number(block), widths)
        written.append(_gap(before, block) + first + write_block(block, care, rest))
        before = block
    return "".join(written)


def write_block(block: Block, care: Care, rest: str = "") -> str:
    """Return the letters of one block; ``rest`` begins each line after the first."""
    text = _LINE_START.sub(_escaped_start, _inline(block.runs, "", "", care))
    if block.kind is BlockKind.HEADING:
        text = _HEADING_END.sub(r"\\#", text)
        return text.replace("\\\n", "<br>")
    return text.replace("\n", "\n" + rest)


def _prefixes(block: Block, number: int, widths: list[int]) -> tuple[str, str]:
    """Return what stands before the block's first line and before each further one."""
    if block.kind is BlockKind.HEADING:
        return "#" * block.level + " ", ""
    if block.kind is BlockKind.QUOTATION:
        return "> ", "> "
    if block.kind not in LISTS:
        return "", ""
    indent = " " * sum(widths[1 : block.level])
    marker = f"{number}. " if number else "- "
    widths[block.level] = len(marker)
    return indent + marker, indent + " " * len(marker)


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    both_items = before.kind in LISTS and block.kind in LISTS
    alike = before.kind is block.kind or block.level > before.level
    return "\n" if both_items and alike else "\n\n"


@dataclass(frozen=True, slots=True)
class _Wrap:
    """A look or link over the first ``count`` runs."""

    name: str
    count: int


def _inline(runs: Sequence[Run], before: str, after: str, care: Care) -> str:
    """Return the runs, the look that reaches furthest outermost; ``before`` and ``after`` are
    the letters next to them.
    """
    parts: list[str] = []
    at = 0
    while at < len(runs):
        wrap = _widest(runs[at:])
        inside = runs[at : at + wrap.count]
        next_ = runs[at + wrap.count].text[0] if at + wrap.count < len(runs) else after
        last = runs[at - 1].text[-1] if at else before
        parts.append(_wrapped(inside, wrap.name, last, next_, care))
        at += wrap.count
    return "".join(parts)


def _widest(runs: Sequence[Run]) -> _Wrap:
    best = _Wrap("", 1)
    for name in ("link", "bold", "italic", "superscript"):
        look = getattr(runs[0], name)
        reach = next((at for at, run in enumerate(runs) if getattr(run, name) != look), len(runs))
        if look and (not best.name or reach > best.count):
            best = _Wrap(name, reach)
    return best


def _wrapped(runs: Sequence[Run], name: str, before: str, after: str, care: Care) -> str:
    if not name:
        return _escaped(runs[0].text, care)
    if name == "link":
        inner = _inline([_WITHOUT[name](run) for run in runs], "", "", care)
        return f"[{_BRACKETS.sub(_backslash, inner)}]({_address(runs[0].link)})"
    first, last = runs[0].text[0], runs[-1].text[-1]
    bare = [_WITHOUT[name](run) for run in runs]
    stars = _STARS.get(name, "")
    if stars and care is Care.STARS and _counts(before, first) and _counts(after, last):
        return stars + _inline(bare, "", "", care) + stars
    tag = _TAGS[name]
    return f"<{tag}>{_inline(bare, '>', '<', care)}</{tag}>"


_WITHOUT: dict[str, Callable[[Run], Run]] = {
    "link": lambda run: replace(run, link=""),
    "bold": lambda run: replace(run, bold=False),
    "italic": lambda run: replace(run, italic=False),
    "superscript": lambda run: replace(run, superscript=False),
}
_STARS = {"bold": "**", "italic": "*"}
_TAGS = {"bold": "b", "italic": "i", "superscript": "sup"}


def _counts(outside: str, inside: str) -> bool:
    """Whether stars between these letters would count: CommonMark's flanking rule."""
    return not _is_sign(inside) or not outside or outside in " \n" or _is_sign(outside)


def _is_sign(letter: str) -> bool:
    return not letter.isalnum() and letter not in " \n"


def _escaped(text: str, care: Care) -> str:
    if care is Care.ALL:
        text = _PUNCTUATION.sub(_backslash, text)
    elif not _PLAIN.fullmatch(text):
        text = _MARKUP.sub(_backslash, text)
    text = text.replace("\n", "\\\n")
    return text if text.isprintable() else _UNSEEN.sub(_entity, text)


def _backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _entity(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#x{ord(found[0]):X};"


def _escaped_start(found: re.Match[str]) -> str:
    text = found[0]
    return f"{text[:-1]}\\{text[-1]}" if text[0].isdigit() else f"\\{text}"


def _address(link: str) -> str:
    """Return the address; in angle brackets where it has spaces, brackets or odd letters."""
    if _PLAIN_ADDRESS.fullmatch(link):
        return link
    escaped = _ADDRESS_MARKUP.sub(_backslash, link)
    return "<" + _ADDRESS_UNSEEN.sub(_entity, escaped) + ">"


_NAMED = {"\u00a0": "&nbsp;", "\u00ad": "&shy;"}
_PLAIN = re.compile(r"[^\\*_<&\[\]]*")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_MARKUP = re.compile(
    r"[\\*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?]|$)|&(?=#?\w{1,31};|#?\w*$)|\](?=\(|$)|\[(?=$)"
)
_BRACKETS = re.compile(r"(?<!\\)[\[\]]")
_UNSEEN = re.compile("[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\t\r]")
_LINE_START = re.compile(
    r"^(?:>|[+-](?=[ \t]|$)|#(?=#{0,5}(?:[ \t]|$))|\d{1,9}[.)](?=[ \t]|$))", re.M
)
_HEADING_END = re.compile(r"#$")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9/:.?=%#~+@,;-]+")
_ADDRESS_MARKUP = re.compile(r"[\\<>&]")
_ADDRESS_UNSEEN = re.compile(_UNSEEN.pattern[:-1] + "\n]")
