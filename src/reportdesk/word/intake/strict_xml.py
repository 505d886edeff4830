"""Reads XML strictly and within bounds: no document types, no floods of elements or attributes."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from reportdesk.core.i18n import _

MOST_ELEMENTS = 2_000_000
_MOST_ATTRIBUTES = 200

Attributes = dict[str, str]
Start = Callable[[str, Attributes], object]


class XmlFault(ValueError):
    """XML that is not well formed, or beyond the bounds; the message says how."""


def strict_parser(start: Start) -> expat.XMLParserType:
    """Return a parser that calls that for each element, as ``namespace}name``."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = start
    return parser


def parse(parser: expat.XMLParserType, content: bytes) -> None:
    """Pass over a whole part; raises XmlFault."""
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise XmlFault(_fault(error)) from None
    except XmlFault:
        raise
    except (LookupError, ValueError):  # an encoding that is unknown, or has no table
        raise XmlFault(_("its XML is in an encoding that Word never uses")) from None


def element_names(content: bytes) -> dict[str, Attributes]:
    """Return each element's name with the attributes of the first of them; raises XmlFault.

    No Python code runs for an element, so that this costs little more than parsing.
    """
    if content.count(b"<") > 2 * MOST_ELEMENTS:
        raise XmlFault(_("it holds more than any report can"))
    names: dict[str, Attributes] = {}
    parse(strict_parser(names.setdefault), content)
    if any(len(attributes) > _MOST_ATTRIBUTES for attributes in names.values()):
        raise XmlFault(_("an element of its XML has too many attributes"))
    return names


def _refuse_document_type(*_about: object) -> None:
    raise XmlFault(_("its XML declares a document type, which Word never does"))


def _fault(error: expat.ExpatError) -> str:
    reason = expat.ErrorString(error.code) or ""
    message = _("its XML breaks off or is damaged at line {line}, character {column} ({reason})")
    return message.format(line=error.lineno, column=error.offset + 1, reason=reason)
