"""Where templates are looked for: the shipped ones, and folders of the council's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reportdesk.core.errors import TemplateError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem
from reportdesk.storage.places import find_places


def expect_folders(folders: Sequence[Path]) -> None:
    """Raise TemplateError with every one of these that is not a folder."""
    problems = [
        Problem(
            "no-folder",
            _("this folder of templates cannot be read"),
            _("correct its name after --templates, or leave that out"),
            Place(file=str(folder)),
        )
        for folder in folders
        if not os.path.isdir(folder)  # unlike Path’s, it bears names of any length
    ]
    if problems:
        raise TemplateError(problems)


def template_folders(own: Sequence[Path]) -> tuple[Path, ...]:
    """Return the council's own folders first, then the shipped one."""
    return (*own, find_places().templates)


def document_folder() -> Path:
    """Return the folder of the shipped documents that belong to no council's template."""
    return find_places().resources / "documents"


def icon_text(name: str) -> str:
    """Return the drawing of a shipped icon as SVG; raises FileNotFoundError where there is none."""
    return (find_places().resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def theme_picture(name: str, theme: str) -> Path:
    """Return the small picture of that name that is drawn for a theme, ``light`` or ``dark``."""
    return find_places().resources / "themes" / f"{name}-{theme}.svg"
