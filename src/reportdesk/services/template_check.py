"""Check a template folder or a single Word file, and mark its faults in a copy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reportdesk.core.errors import ReportDeskError, TemplateError
from reportdesk.core.fields import Field
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import replace
from reportdesk.services.rich_styles import missing_styles
from reportdesk.storage import atomic
from reportdesk.storage.field_entries import Vocabulary
from reportdesk.storage.files import shown
from reportdesk.storage.templates import (
    VOCABULARY,
    TemplatePack,
    list_templates,
    load_vocabulary,
)
from reportdesk.templating.compiler import check_template
from reportdesk.word.annotate import annotate
from reportdesk.word.template_file import open_template

_UNUSED = "unused-field"
_NO_STYLE = "missing-style"


def check_template_at(path: Path, folders: Sequence[Path]) -> list[Problem]:
    """Return everything wrong with a template folder, or with one Word file.

    A Word file in a template's folder is held against that template's fields, any other
    against the well-known fields. Raises TemplateError where there is nothing to check.
    """
    if os.path.isdir(path):  # unlike Path's, it bears names of any length
        return _check_folder(path, folders)
    if not os.path.exists(path):
        raise _nothing(path)
    own = _own_fields(path)
    if own is not None:
        return _check_word_file(path, own)
    found = _check_word_file(path, tuple(_vocabulary(folders).values()))
    # A Word file without a template.yaml asks for nothing, so it cannot leave anything out.
    return [problem for problem in found if problem.code != _UNUSED]


def annotated_copy(path: Path, problems: Sequence[Problem], copy: Path) -> None:
    """Write a copy of the Word file with each problem as a comment at its paragraph.

    Raises TemplateError where ``path`` is not a single Word file, SaveError where the copy
    cannot be written.
    """
    if os.path.isdir(path):
        raise TemplateError.of(
            "annotate",
            _("a copy with comments is made of one Word file, not of a folder"),
            _("name the Word file inside the folder"),
            Place(file=str(path)),
        )
    atomic.save(copy, annotate(path, problems), None)


def _check_folder(folder: Path, folders: Sequence[Path]) -> list[Problem]:
    shelf = list_templates([folder.parent, *folders])
    pack = next((pack for pack in shelf.packs if pack.folder == folder), None)
    if pack is not None:
        return _check_pack(pack)
    found = [problem for problem in shelf.problems if _is_about(problem, folder)]
    if not found:
        raise _nothing(folder)
    return found


def _is_about(problem: Problem, folder: Path) -> bool:
    return Path(problem.place.file).is_relative_to(folder)


def _check_pack(pack: TemplatePack) -> list[Problem]:
    fields = tuple(pack.template.fields())
    found: list[Problem] = []
    for document in pack.template.documents:
        found += _check_word_file(pack.folder / document.file, fields)
    return [problem for problem in found if not _is_used_elsewhere(problem, found, pack)]


def _is_used_elsewhere(problem: Problem, found: list[Problem], pack: TemplatePack) -> bool:
    """Whether a field that one document does not print stands in another of the template."""
    if problem.code != _UNUSED:
        return False
    same = sum(
        other.place.field == problem.place.field for other in found if other.code == problem.code
    )
    return same < len(pack.template.documents)


def _check_word_file(path: Path, fields: Sequence[Field]) -> list[Problem]:
    word = open_template(path, shown(path))
    found = check_template(word.skeleton, fields)
    return [*word.notices, *map(_strictly, found), *missing_styles(word, fields)]


def _strictly(problem: Problem) -> Problem:
    """A report is printed all the same in a style that is not there; a clerk has to mend it."""
    return replace(problem, severity=Severity.STOP) if problem.code == _NO_STYLE else problem


def _own_fields(path: Path) -> tuple[Field, ...] | None:
    """Return the fields of the template in whose folder the Word file lies, if it does."""
    folder = path.resolve().parent
    if (folder / "template.yaml").is_file():
        for pack in list_templates([folder.parent]).packs:
            if pack.folder.resolve() == folder:
                return tuple(pack.template.fields())
    return None


def _vocabulary(folders: Sequence[Path]) -> Vocabulary:
    path = next((folder / VOCABULARY for folder in folders if (folder / VOCABULARY).exists()), None)
    return load_vocabulary(path) if path else {}


def _nothing(path: Path) -> ReportDeskError:
    return TemplateError.of(
        "no-template",
        _("there is no template here"),
        _("name a template’s folder or its Word file"),
        Place(file=str(path)),
    )
