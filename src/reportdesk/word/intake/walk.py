"""Goes from relation to relation through a Word file and judges each part that it reaches."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import replace
from reportdesk.word.intake.content_types import ContentTypes
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.file_kinds import refuse_other_packages
from reportdesk.word.intake.live_content import scan_part
from reportdesk.word.intake.names import CONTENT_TYPES, W, relations_of
from reportdesk.word.intake.pictures import refuse_picture
from reportdesk.word.intake.relations import Relation, Use, read_relations, refuse_relation
from reportdesk.word.intake.strict_xml import XmlFault
from reportdesk.word.intake.zip_file import Entry, inflate

_PLAIN = frozenset({"image", "font"})


class PackageWalk:
    """What was found on the way; ``faults`` holds what forbids to use the file.

    Attributes:
        main: name of the part with the document's body.
        reached: the parts that the report may carry on.
        relations: for each part, those of its relations that stay.
        stripped: parts whose relations were not all kept.
        contents: parts that had to be unpacked on the way.
    """

    def __init__(self, entries: Mapping[str, Entry], faults: Faults) -> None:
        self.main = ""
        self.reached: dict[str, None] = {}
        self.relations: dict[str, tuple[Relation, ...]] = {}
        self.stripped: set[str] = set()
        self.contents: dict[str, bytes] = {}
        self.types: ContentTypes | None = None
        self.faults = faults
        self._entries = entries
        self._spellings = {name.casefold(): name for name in entries}
        self._dropped: list[str] = []
        if self._recognised():
            self._walk()
            self._tell_orphans()

    def _recognised(self) -> bool:
        """Whether this is a Word document; if not, the faults say what it is."""
        mime = {name: self._content(name) for name in ("mimetype",) if name in self._entries}
        types = self._content(CONTENT_TYPES) if CONTENT_TYPES in self._entries else b""
        if self.faults:
            return False
        refuse_other_packages(mime, types, self.faults)
        if self.faults:
            return False
        try:
            self.types = ContentTypes(types)
        except XmlFault as fault:
            self.faults.damaged(str(fault), CONTENT_TYPES)
        return not self.faults

    def _walk(self) -> None:
        self.reached[CONTENT_TYPES] = None
        waiting = self._relations_of("")
        self._find_main(waiting)
        while waiting:
            relation = waiting.pop()
            if relation.target not in self.reached:
                waiting += self._visit(relation)

    def _find_main(self, relations: list[Relation]) -> None:
        mains = {one.target for one in relations if one.kind == "officeDocument"}
        if len(mains) != 1:
            self.faults.damaged(_("the file does not say which of its parts is the document"))
        self.main = next(iter(mains), "")

    def _visit(self, relation: Relation) -> list[Relation]:
        """Judge the part at the end of a relation and return its own relations."""
        part = relation.target
        if part not in self._entries:
            message = _("the file refers to a part that it does not hold ({part})")
            self.faults.damaged(message.format(part=part[:80]))
            return []
        self.reached[part] = None
        content = self._content(part)
        if relation.kind in _PLAIN:
            refuse_picture(relation, content, self.faults)
            self.contents.pop(part, None)
        else:
            self._scan(part, content)
        if self.types and not self.types.of(part):
            self.faults.damaged(_("the file does not say of what kind the part is"), part)
        return self._relations_of(part)

    def _scan(self, part: str, content: bytes) -> None:
        try:
            root = scan_part(part, content, self.faults)
        except XmlFault as fault:
            self.faults.damaged(str(fault), part)
            return
        if part == self.main and not self.faults and root != f"{W}}}document":
            self.faults.damaged(_("the document’s main part is not a Word document"), part)

    def _relations_of(self, part: str) -> list[Relation]:
        """Return the relations of a part that lead on within the file."""
        name = relations_of(part)
        if name not in self._entries:
            return []
        self.reached[name] = None
        found = self._listed(part, name)
        kept = tuple(one for one in found if one.use is not Use.STRIP)
        self.relations[part] = kept
        for one in found:
            refuse_relation(one, name, self.faults)
            if one.use is Use.STRIP:
                self._strip(part, one)
        return [one for one in kept if one.use is Use.KEEP and not one.external]

    def _listed(self, part: str, name: str) -> list[Relation]:
        try:
            found = read_relations(part, self._content(name))
            return [one if one.external else self._spelt_as_is(one) for one in found]
        except XmlFault as fault:
            self.faults.damaged(str(fault), name)
            return []

    def _spelt_as_is(self, relation: Relation) -> Relation:
        """Return a relation with its target as the file spells it: capitals do not matter."""
        spelt = self._spellings.get(relation.target.casefold(), relation.target)
        return relation if spelt == relation.target else replace(relation, target=spelt)

    def _strip(self, part: str, relation: Relation) -> None:
        self.stripped.add(part)
        self._dropped.append(relation.target)
        message = _("left out of reports: {what}")
        self.faults.note("package-stripped", message.format(what=relation.stripped))

    def _tell_orphans(self) -> None:
        """Say which parts are left out because nothing refers to them."""
        known = tuple({_folder(part) for part in self._dropped if "/" in part})
        for name in self._entries:
            unknown = name not in self.reached and name not in self._dropped
            if unknown and not (known and name.startswith(known)):
                message = _("left out of reports: a part that nothing refers to ({part})")
                self.faults.note("package-stripped", message.format(part=name[:80]))

    def _content(self, part: str) -> bytes:
        """Return a part's content, or nothing and a fault if it cannot be unpacked."""
        content = inflate(self._entries[part])
        if content is None:
            self.faults.damaged(_("the part cannot be unpacked"), part)
            return b""
        self.contents[part] = content
        return content


def _folder(part: str) -> str:
    """Return the folder of a part that was left out; ``word`` itself is never one."""
    folder = part.rpartition("/")[0] + "/"
    return part if folder in ("word/", "docProps/") else folder
