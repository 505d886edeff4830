"""The properties of a report: what it is called, and nothing about who made it when."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.word.intake.names import APP, CORE, DC, XML_HEAD
from reportdesk.word.property_reader import read_properties
from reportdesk.word.tags.tokens import escape

_PROGRAM = "ReportDesk"
_APP_KEPT = ("Manager", "Company")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a report says of itself; what is empty is left out."""

    title: str = ""
    language: str = "en-GB"
    subject: str = ""
    keywords: str = ""
    author: str = ""


def core_part(properties: Properties, filled: str) -> bytes:
    """Return the core properties; ``filled`` has elements that the template's tags gave."""
    values = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": properties.keywords,
        "dc:language": properties.language,
        **_given(filled, f'<x xmlns:cp="{CORE}" xmlns:dc="{DC}">{{}}</x>'),
    }
    head = f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}">'
    return f"{XML_HEAD}{head}{_elements(values)}</cp:coreProperties>".encode()


def app_part(filled: str) -> bytes:
    """Return the program's properties, without the template's path, company and times."""
    given = _given(filled, f'<x xmlns="{APP}">{{}}</x>')
    values = {"Application": _PROGRAM, **{name: given.get(name, "") for name in _APP_KEPT}}
    return f'{XML_HEAD}<Properties xmlns="{APP}">{_elements(values)}</Properties>'.encode()


def _given(filled: str, frame: str) -> dict[str, str]:
    if not filled:
        return {}
    return read_properties(frame.replace("{}", filled).encode())


def _elements(values: Mapping[str, str]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items() if value)
