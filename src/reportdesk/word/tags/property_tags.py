"""Tags in a Word file's properties: title, subject, keywords, company."""

from __future__ import annotations

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.skeleton import Group, Node, Role, Tag
from reportdesk.word.property_reader import read_properties
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
