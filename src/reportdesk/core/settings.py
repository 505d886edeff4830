"""What an officer can set, and what the window remembers of itself: fields like those of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import cast

from reportdesk.core.fields import Answers, Choice, Field, Kind, Row, Value
from reportdesk.core.i18n import _


class Theme(Enum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_SIZES = (100, 125, 150, 175, 200)

_PERSON = (
    Field("name", _("Name"), Kind.LINE),
    Field("role", _("Role"), Kind.LINE),
    Field("service", _("Service"), Kind.LINE),
    Field("telephone", _("Telephone"), Kind.LINE),
    Field("email", _("Email"), Kind.LINE),
)

SCREEN = (
    Field(
        "text_size",
        _("Text size"),
        Kind.CHOICE,
        choices=tuple(Choice(str(size), f"{size} %") for size in TEXT_SIZES),
    ),
    Field(
        "theme",
        _("Colours"),
        Kind.CHOICE,
        choices=(
            Choice("system", _("As the system")),
            Choice("light", _("Light")),
            Choice("dark", _("Dark")),
        ),
    ),
)
NEW_DRAFTS = (
    Field("council", _("Council"), Kind.LINE, help=_("Put into every new draft.")),
    Field("department", _("Department"), Kind.LINE, help=_("Put into every new draft.")),
    Field("contact", _("Contact officer"), Kind.PERSON, fields=_PERSON),
    Field(
        "template_folders",
        _("Template folders"),
        Kind.ROWS,
        help=_("Folders of your council’s own templates; a network folder will do."),
        fields=(Field("path", _("Folder"), Kind.LINE, required=True),),
        row=_("Folder"),
    ),
)
EXPORTS = (
    Field(
        "export_folder",
        _("Export folder"),
        Kind.LINE,
        help=_("Leave empty to save each report beside its draft."),
    ),
    Field(
        "file_name",
        _("File name of a report"),
        Kind.LINE,
        help=_(
            "For example {meeting_date} {document} - {report_title}. Leave empty to name reports "
            "as the template says."
        ),
    ),
)
SPELLING = (
    Field(
        "spelling_lists",
        _("Spelling lists"),
        Kind.ROWS,
        help=_("Text files with a word on each line, such as your council’s names and places."),
        fields=(Field("path", _("File"), Kind.LINE, required=True),),
        row=_("List"),
    ),
)
PRIVACY = (
    Field(
        "remember_people",
        _("Remember people"),
        Kind.YES_NO,
        help=_("Names, roles and contact details in drafts that you save are offered again."),
    ),
)
FIELDS = (*SCREEN, *NEW_DRAFTS, *EXPORTS, *SPELLING, *PRIVACY)

# What holds where nothing was set, as the form shows it.
USUAL: Answers = {
    "text_size": SCREEN[0].choices[0],
    "theme": SCREEN[1].choices[0],
    "remember_people": True,
}

LAYOUT = (
    Field("width", _("Width"), Kind.WHOLE),
    Field("height", _("Height"), Kind.WHOLE),
    Field("maximised", _("Maximised"), Kind.YES_NO),
    Field("hidden", _("Hidden panes"), Kind.LINE),
    Field("across", _("Widths of the panes"), Kind.LINE),
    Field("down", _("Heights of the panes"), Kind.LINE),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the officer set; every value has a meaning where nothing was set.

    Attributes:
        text_size: per cent of the system's.
        template_folders: of the council's own templates.
        contact: the person put into new drafts.
        export_folder: None for beside the draft.
        file_name: pattern of a report's name, empty for the template's own.
        spelling_lists: text files with a word a line.
        remember_people: whether people in saved drafts are kept in the address book.
    """

    text_size: int = 100
    theme: Theme = Theme.SYSTEM
    template_folders: tuple[Path, ...] = ()
    council: str = ""
    department: str = ""
    contact: Row = field(default_factory=dict)
    export_folder: Path | None = None
    file_name: str = ""
    spelling_lists: tuple[Path, ...] = ()
    remember_people: bool = True


def settings_of(answers: Answers) -> Settings:
    """Return the settings that valid answers to ``FIELDS`` mean."""
    folder = _text(answers.get("export_folder"))
    return Settings(
        text_size=int(_text(answers.get("text_size")) or 100),
        theme=Theme(_text(answers.get("theme")) or Theme.SYSTEM.value),
        template_folders=_paths(answers.get("template_folders")),
        council=_text(answers.get("council")),
        department=_text(answers.get("department")),
        contact=cast(Row, answers.get("contact") or {}),
        export_folder=Path(folder) if folder else None,
        file_name=_text(answers.get("file_name")),
        spelling_lists=_paths(answers.get("spelling_lists")),
        remember_people=answers.get("remember_people") is not False,
    )


def _text(value: Value) -> str:
    return str(value) if isinstance(value, str) else ""


def _paths(value: Value) -> tuple[Path, ...]:
    rows = cast(tuple[Mapping[str, Value], ...], value or ())
    return tuple(Path(_text(row.get("path"))) for row in rows if row.get("path"))
