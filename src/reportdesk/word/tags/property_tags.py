"""Tags in a Word file's properties: title, subject, keywords, company."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Node, Role, Tag
from reportdesk.word.intake.names import APP, PREFIXES
from reportdesk.word.intake.strict_xml import Attributes, parse, strict_parser
from reportdesk.word.tags.field_codes import bare_nodes
from reportdesk.word.tags.tag_faults import TagFaults
from reportdesk.word.tags.tag_text import holds_marks


def property_nodes(content: bytes, place: Place, faults: TagFaults) -> tuple[Node, ...]:
    """Return each property that holds tags as an element of its own; raises XmlFault."""
    nodes: list[Node] = []
    for name, text in read_properties(content).items():
        if holds_marks(text):
            inner = bare_nodes(text, place, faults, _("a document property"))
            if any(isinstance(node, Tag) for node in inner):
                nodes.append(Group(Role.INLINE, f"<{name}>", inner, f"</{name}>", place))
    return tuple(nodes)


def read_properties(content: bytes) -> dict[str, str]:
    """Return the properties by name with prefix, such as ``dc:title``; raises XmlFault."""
    found: dict[str, str] = {}
    names: list[str] = []

    def start(name: str, _attributes: Attributes) -> None:
        space, _mark, local = name.rpartition("}")
        prefix = "" if space == APP else f"{PREFIXES.get(space, 'x')}:"
        names.append(prefix + local)

    def text(letters: str) -> None:
        if len(names) == _DEPTH:
            found[names[-1]] = found.get(names[-1], "") + letters

    parser = strict_parser(start)
    parser.EndElementHandler = lambda _name: names.pop()
    parser.CharacterDataHandler = text
    parse(parser, content)
    return found


_DEPTH = 2
