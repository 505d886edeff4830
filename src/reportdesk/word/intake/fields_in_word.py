"""Fields of Word (PAGE, TOC, HYPERLINK …): which of them may stand in a template."""

from __future__ import annotations

import re

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.relations import is_address, refuse_link

_INERT_WORDS = (
    "PAGE NUMPAGES SECTION SECTIONPAGES TOC TC TOA TA XE INDEX REF PAGEREF NOTEREF "
    "HYPERLINK SEQ STYLEREF DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME TITLE SUBJECT "
    "KEYWORDS COMMENTS NUMWORDS NUMCHARS FORMTEXT FORMCHECKBOX FORMDROPDOWN IF COMPARE "
    "SYMBOL LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT EQ ADVANCE BIBLIOGRAPHY CITATION "
    "DOCPROPERTY MERGEFIELD BARCODE DISPLAYBARCODE REVNUM AUTHOR"
)
_INERT = frozenset(_INERT_WORDS.split())
_FIRST = re.compile(r"\s*(?:=|(\S+))")
_LINK = re.compile(r'HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))', re.IGNORECASE)
NESTED = "\x00"


@dataclass(slots=True)
class FieldCodes:
    """Follows the fields of one part and judges each instruction when it is complete."""

    part: str
    faults: Faults
    _open: list[list[str]] = field(default_factory=list)
    _loose: list[str] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Take in the start, the turn to the result, or the end of a field."""
        if kind == "begin":
            self._begin()
        elif kind == "separate" and self._open:
            self._judge(self._open[-1])
            self._open[-1] = []
        elif kind == "end" and self._open:
            self._judge(self._open.pop())

    def text(self, instruction: str) -> None:
        """Take in a piece of an instruction."""
        (self._open[-1] if self._open else self._loose).append(instruction)

    def simple(self, instruction: str) -> None:
        """Take in the whole instruction of a simple field."""
        self._judge([instruction])

    def close(self) -> None:
        """Judge what was left open at the end of the part."""
        for pieces in (*self._open, self._loose):
            self._judge(pieces)

    def _begin(self) -> None:
        for pieces in self._open[-1:]:
            pieces.append(NESTED)
        self._open.append([])

    def _judge(self, pieces: list[str]) -> None:
        instruction = "".join(pieces)
        first = _FIRST.match(instruction)
        word = (first[1] or "=").upper() if first else ""
        if word and word != "=" and word not in _INERT:
            self._refuse(word)
        for found in _LINK.finditer(instruction.replace(NESTED, "")):
            target = found[1] if found[1] is not None else found[2]
            if target and not is_address(target) and not target.startswith("{{"):
                refuse_link(target, self.part, self.faults)

    def _refuse(self, word: str) -> None:
        shown = "…" if NESTED in word else word[:40]
        message = _("the Word field {word} is not allowed, as it can fetch or run something")
        fix = _("click on it in Word and press Ctrl+Shift+F9 to turn it into text, or delete it")
        self.faults.live(message.format(word=shown), fix, self.part)
