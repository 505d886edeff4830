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
from reportdesk.storage.files import shown
from reportdesk.storage.templates import (
    TEMPLATE,
    TemplatePack,
    find_vocabulary,
    load_template,
)
from reportdesk.templating.compiler import check_template
from reportdesk.word.accessibility import accessibility
from reportdesk.word.annotate import annotate
from reportdesk.word.document_reader import read_document
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
    if (path.resolve().parent / TEMPLATE).is_file():
        return _check_within(path.resolve().parent, path, folders)
    found = _check_word_file(path, tuple(find_vocabulary(folders).values()))
    # A Word file without a template.yaml asks for nothing, so it cannot leave anything out.
    return [problem for problem in found if problem.code != _UNUSED]


def accessibility_at(path: Path) -> list[Problem]:
    """Return what keeps people from reading a Word file, or those of a folder, as warnings.

    Raises PackageError where one cannot be read.
    """
    words = _word_files(path) if os.path.isdir(path) else [path]
    return [
        problem
        for word in words
        for problem in accessibility(read_document(word, shown(word)), shown(word))
    ]


def annotated_copy(path: Path, problems: Sequence[Problem], copy: Path) -> None:
    """Write a copy of the Word file with each problem as a comment at its paragraph.

    Of a template's folder, its Word file is taken. Raises TemplateError where there is not just
    one, SaveError where the copy cannot be written.
    """
    word = _only_word_file(path) if os.path.isdir(path) else path
    atomic.save(copy, annotate(word, problems), None)


def _only_word_file(folder: Path) -> Path:
    found = _word_files(folder)
    if len(found) == 1:
        return found[0]
    raise TemplateError.of(
        "annotate",
        _("a copy with comments is made of one Word file, and the folder has {count}").format(
            count=len(found)
        ),
        _("name one of them: {names}").format(names=", ".join(path.name for path in found)),
        Place(file=shown(folder)),
    )


def _word_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.docx") if not path.name.startswith("~"))


def _check_folder(folder: Path, folders: Sequence[Path]) -> list[Problem]:
    named = folder if folder.name not in ("", "..") else folder.resolve()  # as its id has to be
    pack = _pack_in(named, folders)
    return _check_pack(pack) if isinstance(pack, TemplatePack) else pack


def _check_within(folder: Path, path: Path, folders: Sequence[Path]) -> list[Problem]:
    """Check a Word file that lies in a template's folder, even where no template is made yet."""
    pack = _pack_in(folder, folders)
    if not isinstance(pack, TemplatePack):
        return pack
    found = _check_word_file(path, tuple(pack.template.fields()))
    alone = len(pack.template.documents) < 2
    return found if alone else [problem for problem in found if problem.code != _UNUSED]


def _pack_in(folder: Path, folders: Sequence[Path]) -> TemplatePack | list[Problem]:
    """Return the template of the folder, or why it is none; TemplateError where nothing is there.

    The shipped vocabulary stands behind one of the folder's own.
    """
    if not (folder / TEMPLATE).is_file():
        raise _nothing(folder)
    try:
        return load_template(folder, find_vocabulary((folder.resolve().parent, *folders)))
    except TemplateError as error:
        return list(error.problems)


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


def _nothing(path: Path) -> ReportDeskError:
    return TemplateError.of(
        "no-template",
        _("there is no template here"),
        _("name a template’s folder or its Word file"),
        Place(file=str(path)),
    )
