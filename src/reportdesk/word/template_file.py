"""A council's Word file as a template: read once, then filled and saved again and again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import Skeleton
from reportdesk.word.intake.names import CONTENT_TYPES
from reportdesk.word.intake.zip_file import Entry, deflated
from reportdesk.word.output.properties import Properties
from reportdesk.word.output.settings import clean_settings
from reportdesk.word.package import Package, read_package
from reportdesk.word.report_file import Lasting, ReportFile
from reportdesk.word.skeleton_reader import NOTES, TemplateParts, read_skeleton
from reportdesk.word.styles import Styles, read_styles

__all__ = ["Properties", "WordTemplate", "open_template"]

_CONTENTS_FIELD = re.compile(rb'(?:<w:instrText[^>]*>|w:instr=")\s*TOC\b')
_LANGUAGE = "en-GB"


class WordTemplate(ReportFile):
    """One Word file of a template; belongs to one thread.

    Attributes:
        skeleton: its parts around the tags, for ``templating``.
        notices: what was left out of it, each a note.
        styles: names of its styles, as Word shows them.
    """

    def __init__(self, package: Package) -> None:
        styles = styles_of(package)
        parts = read_skeleton(package, styles)
        super().__init__(_lasting(package, parts))
        self.skeleton: Skeleton = parts.skeleton
        self.notices: tuple[Problem, ...] = package.notices
        self.styles = [style.name for style in styles.by_id.values()]


def open_template(source: Path | bytes, name: str = "") -> WordTemplate:
    """Return a Word file, by its path or its bytes with a name, as a template.

    Raises PackageError with everything that forbids to use it; faults of its tags are not
    raised but stand in the skeleton's problems.
    """
    package = read_package(source, name)
    package.ensure_core_properties()
    return WordTemplate(package)


def styles_of(package: Package) -> Styles:
    """Return the styles of a Word file; raises PackageError where they are damaged."""
    name = package.target(package.main, "styles")
    return read_styles(package.part(name) if name in package else b"")


def _lasting(package: Package, parts: TemplateParts) -> Lasting:
    main = package.main
    return Lasting(
        entries=_entries(package, parts.cleaned),
        repeating=tuple(sorted(parts.repeating)),
        notes=tuple(filter(None, (package.target(main, kind) for kind in NOTES))),
        main=main,
        styles=package.target(main, "styles"),
        numbering=package.target(main, "numbering"),
        core=package.target("", "core-properties"),
        app=package.target("", "extended-properties"),
    )


def _entries(package: Package, cleaned: Mapping[str, bytes]) -> dict[str, Entry]:
    changed = dict(cleaned)
    settings = package.target(package.main, "settings")
    if settings:
        has_contents = bool(_CONTENTS_FIELD.search(package.part(package.main)))
        changed[settings] = clean_settings(package.part(settings), _LANGUAGE, has_contents)
    names = dict.fromkeys((CONTENT_TYPES, *package.names))
    return {
        name: deflated(name, changed[name]) if name in changed else package.raw(name)
        for name in names
    }
