"""Checks a finished report by the rules that Word holds files to, before anybody opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.limits import MOST_PARTS
from reportdesk.word.intake.names import relations_of
from reportdesk.word.intake.relations import read_relations
from reportdesk.word.intake.strict_xml import XmlFault, element_names
from reportdesk.word.intake.zip_file import inflate, read_zip
from reportdesk.word.output.result_part import PartCheck, PartFacts

_LOOKED_INTO = (
    "word/document word/header word/footer word/footnotes word/endnotes word/comments word/styles"
    " word/numbering"
)
_PARTS = tuple(_LOOKED_INTO.split())
_MAIN = re.compile(r"word/document\d*\.xml")
_TAG = re.compile(r"\{\{[^<{}]*\}\}|\{%[^<{}]*%\}")


def check_result(data: bytes, name: str, said: str = "") -> list[Problem]:
    """Return what is wrong with a report that is about to be saved; nothing if it is sound.

    ``said`` is all text of the answers, as XML: braces in it are the officer's own, others are
    left over from a tag. Each problem here is a fault of this program, not of the officer.
    """
    faults = Faults(name)
    entries = read_zip(data, faults, MOST_PARTS)
    check = _ResultCheck(name, {entry.name: inflate(entry) for entry in entries}, said)
    if faults:
        return [check.problem("", _("the file’s container is damaged"))]
    return list(check.problems())


class _ResultCheck:
    def __init__(self, file: str, parts: dict[str, bytes | None], said: str) -> None:
        self._file = file
        self._parts = {part: content or b"" for part, content in parts.items()}
        self._said = said
        self._facts: dict[str, PartFacts] = {}

    def problems(self) -> Iterator[Problem]:
        """Give everything that is wrong, part by part."""
        for part, content in self._parts.items():
            if part.endswith((".xml", ".rels")):
                yield from self._read(part, content)
        for part in filter(_MAIN.fullmatch, self._facts):
            if not self._facts[part].sections:
                yield self.problem(part, _("the document has no page set-up"))
        for part, facts in self._facts.items():
            yield from self._missing(part, facts)

    def problem(self, part: str, message: str) -> Problem:
        """Return a problem with a part."""
        fix = _("this is a fault of ReportDesk: report it, with the template")
        return Problem("result-broken", message, fix, Place(self._file, part=part))

    def _read(self, part: str, content: bytes) -> Iterator[Problem]:
        try:
            if part.startswith(_PARTS):
                self._facts[part] = PartCheck().read(content)
            else:
                element_names(content)
        except XmlFault as fault:
            yield self.problem(part, str(fault))
            return
        yield from self._left_over(part, content)
        for broken in self._facts[part].faults if part in self._facts else ():
            yield self.problem(part, broken)

    def _left_over(self, part: str, content: bytes) -> Iterator[Problem]:
        if b"{{" not in content and b"{%" not in content:
            return
        for tag in dict.fromkeys(_TAG.findall(content.decode("utf-8", "replace"))):
            if tag not in self._said:
                yield self.problem(part, _("a tag is left over: {tag}").format(tag=tag[:60]))

    def _missing(self, part: str, facts: PartFacts) -> Iterator[Problem]:
        made = {pair for others in self._facts.values() for pair in others.made}
        made |= {("relation", id) for id in self._relations(part)}
        messages = {
            "style": _("it uses a style that does not exist: {id}"),
            "list": _("it uses a list that does not exist: {id}"),
            "relation": _("it uses a link or picture that does not exist: {id}"),
        }
        for kind, id in sorted(facts.used - made):
            yield self.problem(part, messages[kind].format(id=id))

    def _relations(self, part: str) -> list[str]:
        try:
            return [one.id for one in read_relations(part, self._parts[relations_of(part)])]
        except (KeyError, XmlFault):
            return []
