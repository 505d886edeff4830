"""Template folders: which there are, and what each asks for."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reportdesk.core.errors import TemplateError
from reportdesk.core.fields import Field
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.core.template import CommitteeType, Section, Template, WordFile
from reportdesk.storage.field_entries import Vocabulary, read_fields, read_listed_field
from reportdesk.storage.files import read_file, shown
from reportdesk.storage.shape import Entries, Faults, hint
from reportdesk.storage.yaml_bytes import MAX_BYTES
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_places import located

FORMAT = 1
TEMPLATE = "template.yaml"
VOCABULARY = "vocabulary.yaml"
_ENTRIES = (
    "format",
    "id",
    "title",
    "council",
    "version",
    "summary",
    "body",
    "documents",
    "sections",
)
_PLAIN_NAME = re.compile(r"[^\\/:*?\"<>|\x00-\x1f]+\.docx")
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class TemplatePack:
    """A template and the folder where its Word files lie."""

    template: Template
    folder: Path


@dataclass(frozen=True, slots=True)
class TemplateShelf:
    """All templates that can be used, and why others cannot."""

    packs: tuple[TemplatePack, ...]
    problems: tuple[Problem, ...] = ()

    def find(self, id: str) -> TemplatePack | None:
        """Return the template of that id, or None; ids are looked up here and never a path."""
        return next((pack for pack in self.packs if pack.template.id == id), None)

    def faults_of(self, id: str) -> list[Problem]:
        """Return why the template of that id cannot be used; none where there is no such folder."""
        return [one for one in self.problems if Path(one.place.file).parent.name == id]

    def ids(self) -> tuple[str, ...]:
        """Return the ids in the order of the shelf."""
        return tuple(pack.template.id for pack in self.packs)


def list_templates(folders: Sequence[Path]) -> TemplateShelf:
    """Return the templates in the folders; of two with one id, the one that comes first.

    The first folder that has a vocabulary gives it to all. Broken ones are told, not raised.
    """
    problems: list[Problem] = []
    vocabulary = _shared_vocabulary(folders, problems)
    packs: dict[str, TemplatePack] = {}
    for folder in (found for parent in folders for found in _template_folders(parent, problems)):
        try:
            pack = load_template(folder, vocabulary)
        except TemplateError as error:
            problems.extend(error.problems)
        else:
            if packs.setdefault(pack.template.id, pack) is not pack:
                problems.append(_same_id(pack, packs[pack.template.id]))
    return TemplateShelf(tuple(packs.values()), tuple(problems))


def find_template(folders: Sequence[Path], id: str) -> TemplatePack | None:
    """Return what ``list_templates`` has under that id, without reading the other templates."""
    named = _folders_named(folders, id)
    vocabulary = _shared_vocabulary(folders, []) if named else {}
    for folder in named:
        with suppress(TemplateError):
            return load_template(folder, vocabulary)
    return None


def template_files(folders: Sequence[Path], id: str) -> tuple[Path, ...]:
    """Return the files on which it depends what ``find_template`` returns, its own first."""
    own = [folder / TEMPLATE for folder in _folders_named(folders, id)]
    vocabulary = _vocabulary_file(folders) if own else None
    return (*own, vocabulary) if vocabulary else tuple(own)


def find_vocabulary(folders: Sequence[Path]) -> Vocabulary:
    """Return the first vocabulary of the folders; raises TemplateError with every fault."""
    path = _vocabulary_file(folders)
    return load_vocabulary(path) if path else {}


def load_vocabulary(path: Path) -> Vocabulary:
    """Return the well-known fields by id, or raise TemplateError with every fault."""
    data = read_file(path, MAX_BYTES, TemplateError)
    file = shown(path)
    faults = Faults()
    root = Entries(read_yaml(data, file, TemplateError).root, (), faults)
    root.only(("format", "fields"))
    fields = read_fields(root.inner("fields"))
    _raise_any(faults, file, data)
    return {field.id: field for field in fields}


def load_template(folder: Path, vocabulary: Vocabulary) -> TemplatePack:
    """Return the template in the folder, or raise TemplateError with every fault."""
    path = folder / TEMPLATE
    data = read_file(path, MAX_BYTES, TemplateError)
    file = shown(path)
    faults = Faults()
    root = Entries(read_yaml(data, file, TemplateError).root, (), faults)
    template = _template(root, folder, vocabulary)
    _raise_any(faults, file, data)
    return TemplatePack(template, folder)


def _shared_vocabulary(folders: Sequence[Path], problems: list[Problem]) -> Vocabulary:
    try:
        return find_vocabulary(folders)
    except TemplateError as error:
        problems.extend(error.problems)
        return {}


def _vocabulary_file(folders: Sequence[Path]) -> Path | None:
    paths = (folder / VOCABULARY for folder in folders)
    # Unlike Path's, os.path.exists bears names of any length.
    return next((path for path in paths if os.path.exists(path)), None)


def _folders_named(folders: Sequence[Path], id: str) -> list[Path]:
    found = (folder for parent in folders for folder in _template_folders(parent, []))
    return [folder for folder in found if folder.name == id]


def _template_folders(parent: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(folder for folder in parent.iterdir() if (folder / TEMPLATE).exists())
    except OSError as error:
        message = _("this folder of templates cannot be read: {reason}")
        said = message.format(reason=error.strerror or error)
        fix = _("check the settings or the network")
        problems.append(Problem("template-folder", said, fix, Place(shown(parent))))
        return []


def _same_id(pack: TemplatePack, first: TemplatePack) -> Problem:
    message = _("a template “{id}” is in {folder} already; that one is used")
    said = message.format(id=pack.template.id, folder=shown(first.folder.parent))
    fix = _("rename the folder and its id")
    return Problem("same-id", said, fix, Place(shown(pack.folder)), Severity.WARN)


def _raise_any(faults: Faults, file: str, data: bytes) -> None:
    if faults.problems:
        raise TemplateError(located(faults.problems, file, data))


def _template(root: Entries, folder: Path, vocabulary: Vocabulary) -> Template:
    root.only(_ENTRIES)
    _check_format(root)
    sections = _sections(root, vocabulary)
    fields = {field.id: field for section in sections for field in section.fields}
    return Template(
        id=_id(root, folder),
        title=root.text("title", needed=True),
        council=root.text("council", needed=True),
        version=root.whole("version", least=1, default=1),
        summary=root.text("summary"),
        body=_body(root),
        documents=_documents(root, folder, fields),
        sections=sections,
    )


def _check_format(root: Entries) -> None:
    if root.whole("format", least=1, default=FORMAT) > FORMAT:
        message = _("the template is for a newer ReportDesk")
        root.fault("format", message, _("update ReportDesk"))


def _id(root: Entries, folder: Path) -> str:
    id = root.text("id", needed=True)
    if id and id != folder.name:
        message = _("the id “{id}” differs from the folder’s name “{folder}”")
        said = message.format(id=id, folder=folder.name)
        root.fault("id", said, _("make them the same"))
    return id


def _body(root: Entries) -> CommitteeType:
    text = root.text("body", needed=True)
    kinds = {kind.value: kind for kind in CommitteeType}
    if text and text not in kinds:
        message = _("“{body}” is not a kind of body").format(body=text[:40])
        root.fault("body", message, hint(text, kinds))
    return kinds.get(text, CommitteeType.SCRUTINY)


def _documents(root: Entries, folder: Path, fields: Mapping[str, Field]) -> tuple[WordFile, ...]:
    made: dict[str, WordFile] = {}
    for at, item in enumerate(root.items("documents", needed=True)):
        entries = Entries.of(item, ("documents", at), root.faults)
        entries.only(("id", "title", "file", "file_name"))
        id = entries.text("id", needed=True)
        if id in made:
            entries.fault("id", _("a document has this id already"), _("give it another id"))
        file, name = _word_file(entries, folder), _file_name(entries, fields)
        made[id] = WordFile(id, entries.text("title", needed=True), file, name)
    if not made and not root.faults.problems:
        root.fault("documents", _("no Word file is listed"), _("list report.docx"))
    return tuple(made.values())


def _word_file(entries: Entries, folder: Path) -> str:
    name = entries.text("file", needed=True)
    if name and not _PLAIN_NAME.fullmatch(name):
        message = _("“{name}” is not the name of a Word file").format(name=name[:80])
        entries.fault("file", message, _("give a name that ends in .docx, without a folder"))
    elif name and not (folder / name).is_file():
        message = _("“{name}” is not in the template’s folder").format(name=name)
        entries.fault("file", message, _("put it there, or correct the name"))
    return name


def _file_name(entries: Entries, fields: Mapping[str, Field]) -> str:
    pattern = entries.text("file_name")
    for name in _BRACES.findall(pattern):
        if name not in fields:
            message = _("the template has no field “{name}”").format(name=name[:40])
            entries.fault("file_name", message, hint(name, fields))
    return pattern


def _sections(root: Entries, vocabulary: Vocabulary) -> tuple[Section, ...]:
    seen: dict[str, FieldPath] = {}
    made = []
    for at, item in enumerate(root.items("sections", needed=True)):
        entries = Entries.of(item, ("sections", at), root.faults)
        entries.only(("id", "title", "help", "fields"))
        made.append(
            Section(
                id=entries.text("id", needed=True),
                title=entries.text("title", needed=True),
                fields=_fields(entries, vocabulary, seen),
                help=entries.text("help"),
            )
        )
    return tuple(made)


def _fields(
    entries: Entries, vocabulary: Vocabulary, seen: dict[str, FieldPath]
) -> tuple[Field, ...]:
    made = []
    for at, item in enumerate(entries.items("fields", needed=True)):
        path = (*entries.path, "fields", at)
        field = read_listed_field(item, path, vocabulary, entries.faults)
        if field is None:
            continue
        if seen.setdefault(field.id, path) != path:
            message = _("the field “{id}” is asked twice").format(id=field.id)
            entries.faults.add(path, "field-twice", message, _("keep one of them"))
        made.append(field)
    return tuple(made)
