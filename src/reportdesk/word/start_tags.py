"""The start tags of a small part of a Word file, by local name, without a tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from reportdesk.core.errors import PackageError
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem

Attributes = Mapping[str, str]
Handler = Callable[[Attributes], None]


def each_start_tag(xml: bytes, handlers: Mapping[str, Handler]) -> None:
    """Call the handler of each start tag's local name with the attributes by local name.

    Namespaces are left out: styles and numberings use one vocabulary only.
    Raises PackageError if the XML is not well formed.
    """

    def start(tag: str, given: dict[str, str]) -> None:
        handler = handlers.get(tag.rpartition("}")[2])
        if handler:
            handler({name.rpartition("}")[2]: value for name, value in given.items()})

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = start
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise damaged(error) from error


def whole(given: Attributes, name: str, otherwise: int) -> int:
    """Return the attribute as a whole number, or the other one where it is none."""
    try:
        return int(given.get(name, ""))
    except ValueError:
        return otherwise


def damaged(error: Exception) -> PackageError:
    """Return the error for XML that cannot be read."""
    message = _("The Word file is damaged ({reason}).").format(reason=error)
    fix = _("Open it in Word, save it as a new .docx file and use that.")
    return PackageError([Problem("package.xml", message, fix)])
