"""The relations between the parts of a Word file, and which of them a report may have."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from enum import Enum
from urllib.parse import unquote

from reportdesk.core.asked import shortened
from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.names import RELATIONS, XML_HEAD
from reportdesk.word.intake.strict_xml import Attributes, parse, strict_parser

_KEPT_WORDS = (
    "officeDocument core-properties extended-properties styles settings webSettings "
    "fontTable theme themeOverride numbering header footer footnotes endnotes comments "
    "image hyperlink chart chartStyle chartColorStyle chartUserShapes font diagramData "
    "diagramLayout diagramQuickStyle diagramColors diagramDrawing"
)
_KEPT = frozenset(_KEPT_WORDS.split())
_STRIPPED = {
    "customXml": _("custom XML data"),
    "custom-properties": _("custom document properties"),
    "thumbnail": _("a thumbnail picture"),
    "people": _("the list of people who commented"),
    "commentsExtended": _("extra data of comments"),
    "commentsIds": _("extra data of comments"),
    "commentsExtensible": _("extra data of comments"),
    "stylesWithEffects": _("a second copy of the styles"),
    "printerSettings": _("printer settings"),
    "glossaryDocument": _("building blocks"),
    "classificationlabels": _("sensitivity labels"),
    "documenttasks": _("tasks in comments"),
    "intelligence": _("results of the editor’s checks"),
    "origin": _("a digital signature"),
}
_LIVE = {
    "attachedTemplate": _("an attached Word template"),
    "aFChunk": _("another document to be taken in"),
    "subDocument": _("a linked sub-document"),
    "oleObject": _("an embedded or linked object"),
    "package": _("an embedded workbook or document"),
    "control": _("an ActiveX control"),
    "activeXControlBinary": _("an ActiveX control"),
    "vbaProject": _("macros"),
    "wordVbaData": _("macros"),
    "keyMapCustomizations": _("changed keys and toolbars"),
    "attachedToolbars": _("changed keys and toolbars"),
    "extensibility": _("a changed ribbon"),
    "webextensiontaskpanes": _("an add-in"),
    "webextension": _("an add-in"),
    "mailMergeSource": _("a mail-merge source"),
    "mailMergeHeaderSource": _("a mail-merge source"),
    "recipientData": _("a mail-merge source"),
    "transform": _("a change made on every saving"),
    "frame": _("a frame with another page"),
    "video": _("a video"),
    "audio": _("a sound"),
    "media": _("a video or sound"),
}
_SHOWN = 80
_MODE = ' TargetMode="External"'
_ADDRESS = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)


class Use(Enum):
    """What becomes of a relation when a Word file is read."""

    KEEP = "keep"
    STRIP = "strip"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation.

    Attributes:
        kind: last word of its type: ``image``, ``header``.
        target: name of the part it points to, or an address where ``external``.
        type, written: its type and target as they are written.
    """

    id: str
    kind: str
    target: str
    external: bool = False
    type: str = ""
    written: str = ""

    @property
    def use(self) -> Use:
        """Whether the relation stays in a report."""
        if self.kind in _STRIPPED:
            return Use.STRIP
        if self.kind not in _KEPT or (self.external and self.kind != "hyperlink"):
            return Use.REFUSE
        return Use.KEEP

    @property
    def stripped(self) -> str:
        """What is left out with this relation, in words."""
        return _STRIPPED[self.kind]


def read_relations(part: str, content: bytes) -> list[Relation]:
    """Return the relations of a part, given the part that lists them; raises XmlFault."""
    found: list[Relation] = []

    def take(name: str, attributes: Attributes) -> None:
        if name == f"{RELATIONS}}}Relationship":
            found.append(_relation(part, attributes))

    parse(strict_parser(take), content)
    return found


def refuse_relation(relation: Relation, part: str, faults: Faults) -> None:
    """Add the fault that the relation is, if it is one."""
    if relation.use is Use.REFUSE:
        _refuse_kind(relation, part, faults)
    elif relation.kind == "hyperlink" and relation.external and not is_address(relation.target):
        refuse_link(relation.target, part, faults)


def refuse_link(target: str, part: str, faults: Faults) -> None:
    """Add the fault that a link is which leads elsewhere than ``is_address`` allows."""
    message = _("a link leads to {target}, which is neither a web nor an email address")
    fix = _("remove the link in Word, or let it lead to a web page")
    faults.live(message.format(target=shortened(target, _SHOWN)), fix, part)


def write_relations(relations: Iterable[Relation]) -> bytes:
    """Return the part that holds these relations."""
    written = [
        f'<Relationship Id="{_escaped(one.id)}" Type="{_escaped(one.type)}"'
        f' Target="{_escaped(one.written)}"{_MODE if one.external else ""}/>'
        for one in relations
    ]
    head = f'{XML_HEAD}<Relationships xmlns="{RELATIONS}">'
    return f"{head}{''.join(written)}</Relationships>".encode()


def is_address(target: str) -> bool:
    """Return whether a link may lead there: the web, mail, telephone, or the document itself."""
    return bool(_ADDRESS.match(target.strip()))


def _relation(part: str, attributes: Attributes) -> Relation:
    type, written = attributes.get("Type", ""), attributes.get("Target", "")
    kind = type.rstrip("/").rpartition("/")[2]
    external = attributes.get("TargetMode") == "External"
    target = written if external or written.startswith("#") else _resolved(part, written)
    return Relation(attributes.get("Id", ""), kind, target, external, type, written)


def _refuse_kind(relation: Relation, part: str, faults: Faults) -> None:
    fix = _("remove it in Word and save the file again")
    if relation.kind == "image":
        message = _("a picture is linked to a file elsewhere: {target}")
        fix = _("insert the picture itself in Word and remove the linked one")
    elif relation.kind in _LIVE:
        message = _("the file holds {what}").replace("{what}", _LIVE[relation.kind])
    else:
        message = _("the file holds something that reports do not use ({kind})")
    if relation.kind == "attachedTemplate":
        fix = _("take the attached template away (Developer, Document Template) and save again")
    target, kind = (shortened(text, _SHOWN) for text in (relation.target, relation.kind))
    faults.live(message.format(target=target, kind=kind), fix, part)


def _resolved(part: str, target: str) -> str:
    path = unquote(target)
    if path.startswith("/"):
        return posixpath.normpath(path).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), path))


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
