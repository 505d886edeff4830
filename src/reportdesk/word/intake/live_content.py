"""Finds what would act by itself when a Word file is opened: objects, remote content, macros."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.i18n import _
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.fields_in_word import FieldCodes
from reportdesk.word.intake.names import OFFICE, STRICT_W, VML, R, W
from reportdesk.word.intake.relations import is_address
from reportdesk.word.intake.strict_xml import Attributes, element_names, parse, strict_parser

_OBJECT = _("an embedded object")
_MACRO = _("a form field that runs a macro")
_VIDEO = _("a video or sound")
_INK = _("handwriting or content of another program")
_FORBIDDEN_IN_WORD = {
    "altChunk": _("another document to be taken in"),
    "subDoc": _("a linked sub-document"),
    "object": _OBJECT,
    "objectEmbed": _OBJECT,
    "objectLink": _OBJECT,
    "control": _("an ActiveX control"),
    "entryMacro": _MACRO,
    "exitMacro": _MACRO,
    "movie": _VIDEO,
    "contentPart": _INK,
    "attachedTemplate": _("an attached Word template"),
    "saveThroughXslt": _("a change made on every saving"),
    "mailMerge": _("a mail merge"),
    "frameset": _("a frame with another page"),
    "binData": _OBJECT,
    "macros": _("macros"),
}
_FORBIDDEN = {
    "OLEObject": _OBJECT,
    "webVideoPr": _VIDEO,
    "videoFile": _VIDEO,
    "audioFile": _VIDEO,
    "wavAudioFile": _VIDEO,
    "quickTimeFile": _VIDEO,
    "contentPart": _INK,
    "webExtensionLinked": _("an add-in"),
    "webExtensionCreated": _("an add-in"),
    "tcg": _("changed keys and toolbars"),
    "vbaSuppData": _("macros"),
    "customUI": _("a changed ribbon"),
}
_FIELDS = frozenset({f"{W}}}fldChar", f"{W}}}fldSimple", f"{W}}}instrText", f"{W}}}delInstrText"})
_REMOTE = frozenset({"src", "althref", f"{OFFICE}}}href", f"{R}}}href", f"{R}}}pict"})


def scan_part(part: str, content: bytes, faults: Faults) -> str:
    """Add what is forbidden in a part to the faults; return the name of its outermost element.

    Raises XmlFault where the XML is damaged.
    """
    names = element_names(content)
    for name in names:
        _refuse_element(name, part, faults)
    root = next(iter(names))
    if root.startswith(STRICT_W):
        fix = _("open it in Word and save it as a Word Document (.docx)")
        message = _("this is a Word file of the rare kind Strict Open XML")
        faults.add("package-not-word", message, fix)
    if any(name in _FIELDS or _may_lead_away(name) for name in names):
        _CloserLook(part, faults).read(content)
    return root


def _refuse_element(name: str, part: str, faults: Faults) -> None:
    space, _mark, local = name.rpartition("}")
    what = _FORBIDDEN_IN_WORD.get(local) if space == W else _FORBIDDEN.get(local)
    if what:
        _refuse(what, part, faults)


def _may_lead_away(name: str) -> bool:
    space, _mark, local = name.rpartition("}")
    return space == VML or local.startswith("hlink")


def _refuse(what: str, part: str, faults: Faults) -> None:
    message = _("the file holds {what}").replace("{what}", what)
    faults.live(message, _("remove it in Word and save the file again"), part)


class _CloserLook:
    """A slower pass over a part that holds fields, or drawings that may lead elsewhere."""

    def __init__(self, part: str, faults: Faults) -> None:
        self._part = part
        self._faults = faults
        self._codes = FieldCodes(part, faults)
        self._parser = strict_parser(self._start)
        self._actions: dict[str, Callable[[Attributes], None]] = {
            f"{W}}}fldChar": self._field_mark,
            f"{W}}}fldSimple": self._simple_field,
            f"{W}}}instrText": self._instruction,
            f"{W}}}delInstrText": self._instruction,
        }

    def read(self, content: bytes) -> None:
        parse(self._parser, content)
        self._codes.close()

    def _start(self, name: str, attributes: Attributes) -> None:
        """Law: cheap for what is of no interest; text is heard up to the next element's start."""
        self._parser.CharacterDataHandler = None
        action = self._actions.get(name)
        if action:
            action(attributes)
        elif attributes and _may_lead_away(name):
            self._lead(attributes)

    def _instruction(self, _attributes: Attributes) -> None:
        self._parser.CharacterDataHandler = self._codes.text

    def _field_mark(self, attributes: Attributes) -> None:
        self._codes.mark(attributes.get(f"{W}}}fldCharType", ""))

    def _simple_field(self, attributes: Attributes) -> None:
        self._codes.simple(attributes.get(f"{W}}}instr", ""))

    def _lead(self, attributes: Attributes) -> None:
        for name, value in attributes.items():
            if name in _REMOTE and value and not value.startswith("#"):
                _refuse(_("a picture that is linked to a file elsewhere"), self._part, self._faults)
            elif name == "href" and value and not is_address(value):
                what = _("a drawing with a link that is no web address")
                _refuse(what, self._part, self._faults)
            elif name == "action" and value:
                what = _("a drawing that runs something when clicked")
                _refuse(what, self._part, self._faults)
