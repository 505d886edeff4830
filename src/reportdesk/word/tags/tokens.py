"""Pieces of XML on their way to nodes: markup, text that a reader sees, and finished nodes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Node, Role, Xml


class Shown(str):
    """Escaped text that a reader of the document sees."""

    __slots__ = ()


Token = str | Node

_SEEN = {"<w:tab/>": "\t", "<w:br/>": "\n", "<w:cr/>": "\n", "<w:noBreakHyphen/>": "-"}
_PARAGRAPH_END = "</w:p>"


def escape(text: str) -> str:
    """Return text as it stands between tags of XML."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;") if "<" in text or ">" in text else text


def escape_attribute(value: str) -> str:
    """Return a value as it stands in a start tag, in double quotes."""
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def unescape(text: str) -> str:
    """Undo ``escape``."""
    if "&" not in text:
        return str(text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def step(token: str) -> int:
    """Return by how many levels a token leads into (1) or out of (-1) an element."""
    if token[0] != "<":
        return 0
    if token[1] == "/":
        return -1
    return 0 if token[-2] == "/" else 1


def nodes_of(tokens: Iterable[Token]) -> tuple[Node, ...]:
    """Return the tokens as nodes, with all markup between two nodes as one."""
    nodes: list[Node] = []
    markup: list[str] = []
    seen: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            markup.append(token)
            if type(token) is Shown:
                seen.append(unescape(token))
            elif token in _SEEN:
                seen.append(_SEEN[token])
            elif token == _PARAGRAPH_END:
                seen.append("\n")
        else:
            _flush(nodes, markup, seen)
            nodes.append(token)
    _flush(nodes, markup, seen)
    return tuple(nodes)


def group(role: Role, tokens: Sequence[Token], place: Place) -> Group:
    """Return the element whose start and end are the first and last token, as a group."""
    return Group(role, str(tokens[0]), nodes_of(tokens[1:-1]), str(tokens[-1]), place)


def frame(role: Role, tokens: Sequence[Token], place: Place) -> Group:
    """Return an element that only frames others, such as a text box's drawing, as a group."""
    return folded(group(role, tokens, place))


def folded(outer: Group) -> Group:
    """Return a group that is around a single group as one group."""
    inner = [node for node in outer.nodes if not isinstance(node, Xml)]
    beside = "".join(node.text for node in outer.nodes if isinstance(node, Xml))
    if len(inner) == 1 and isinstance(inner[0], Group) and not beside:
        return _joined(outer, inner[0])
    return outer


def _joined(outer: Group, inner: Group) -> Group:
    at = outer.nodes.index(inner)
    before = "".join(node.xml for node in outer.nodes[:at] if isinstance(node, Xml))
    after = "".join(node.xml for node in outer.nodes[at + 1 :] if isinstance(node, Xml))
    start, end = outer.open + before + inner.open, inner.close + after + outer.close
    return Group(inner.role, start, inner.nodes, end, inner.place)


def _flush(nodes: list[Node], markup: list[str], seen: list[str]) -> None:
    if markup:
        nodes.append(Xml("".join(markup), "".join(seen)))
        markup.clear()
        seen.clear()
