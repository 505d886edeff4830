"""Drafts on disk, read with every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reportdesk.core.errors import DraftError, TemplateError
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _, plural
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity, stops
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.reading import Raw, Reading, read_answers
from reportdesk.core.template import Template
from reportdesk.storage.files import digest_of, read_file, shown
from reportdesk.storage.lifting import FORMAT, lift
from reportdesk.storage.markdown import from_markdown
from reportdesk.storage.shape import Entries, Faults, hint
from reportdesk.storage.templates import TemplatePack, TemplateShelf
from reportdesk.storage.yaml_bytes import MAX_BYTES
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_places import located

_MOST_TOLD = 50
_ENTRIES = ("format", "template", "template_version", "answers")


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft as it stands on disk, before any template gives it meaning.

    Attributes:
        file: its path, as messages name it.
        format: the format it was written in; ``answers`` are lifted to today's.
        template: id of the template it was written for.
        template_version: the template's version then, 0 where it is not told.
        answers: raw, by field id.
        digest: SHA-256 of the file's bytes, to notice another's save.
        problems: warnings met while reading.
        root: where in the file the answers stand.
        data: the file's bytes, to find the lines of problems in.
    """

    file: str
    format: int
    template: str
    template_version: int
    answers: Mapping[str, Raw]
    digest: str
    problems: tuple[Problem, ...] = ()
    root: FieldPath = ("answers",)
    data: bytes = field(default=b"", repr=False, compare=False)

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems, whose paths begin at the answers, with file and line."""
        return located(problems, self.file, self.data, self.root)


def read_draft(path: Path) -> DraftFile:
    """Return the draft in the file, or raise DraftError with every fault of its YAML."""
    return parse_draft(read_file(path, MAX_BYTES, DraftError), shown(path))


def parse_draft(data: bytes, file: str) -> DraftFile:
    """Return the draft that the bytes are, or raise DraftError with every fault of its YAML."""
    read = read_yaml(data, file, DraftError)
    faults = Faults()
    format = _format(Entries(read.root, (), faults))
    if faults.problems:
        raise DraftError(located(faults.problems, file, data))
    entries = Entries(lift(read.root, format), (), faults)
    made = DraftFile(
        file=file,
        format=format,
        template=_template_id(entries),
        template_version=entries.whole("template_version"),
        answers=_answers(entries),
        digest=digest_of(data),
        problems=(*read.problems, *_older(format, file)),
        root=("answers",) if "answers" in read.root else (),
        data=data,
    )
    if faults.problems:
        raise DraftError(located(faults.problems, file, data))
    return made


def template_for(file: DraftFile, shelf: TemplateShelf) -> TemplatePack:
    """Return the draft's template.

    Raises DraftError where it is not on the shelf, TemplateError where it is there but broken.
    """
    pack = shelf.find(file.template)
    if pack is None:
        if faults := shelf.faults_of(file.template):
            raise TemplateError(faults)
        message = _("there is no template “{id}”").format(id=file.template[:80])
        place = Place(field=("template",))
        problem = Problem("unknown-template", message, hint(file.template, shelf.ids()), place)
        raise DraftError(located([problem], file.file, file.data))
    return pack


def answers_for(
    file: DraftFile, template: Template
) -> tuple[Answers, dict[str, Raw], tuple[Problem, ...]]:
    """Return the answers to the template's questions, the answers it does not ask for, warnings.

    Raises DraftError with every answer that does not suit its field, each with its line.
    """
    fields = tuple(template.fields())
    reading = Reading(from_markdown)
    answers = read_answers(fields, file.answers, reading)
    known = {one.id for one in fields}
    kept = {id: raw for id, raw in file.answers.items() if id not in known}
    reading.problems += _all_not_asked(tuple(kept), known)
    newer = located(_newer(file, template), file.file, file.data)
    problems = (*file.located(reading.problems), *newer)
    if stops(problems):
        raise DraftError((*file.problems, *sorted(problems, key=lambda one: one.place.line)))
    return answers, kept, (*file.problems, *problems)


def _format(entries: Entries) -> int:
    if "format" not in entries.raw:
        return 0
    format = entries.whole("format", least=0, default=FORMAT)
    if format > FORMAT:
        message = _("the draft has format {format}; this ReportDesk reads up to {most}")
        entries.fault("format", message.format(format=format, most=FORMAT), _("update ReportDesk"))
    return format


def _template_id(entries: Entries) -> str:
    return entries.text("template", needed=True)


def _answers(entries: Entries) -> Mapping[str, Raw]:
    for name in entries.raw:
        if name not in _ENTRIES:
            message = _("“{name}” stands outside the answers").format(name=name)
            entries.fault(name, message, _("indent it under answers:"))
    return entries.inner("answers").raw


def _older(format: int, file: str) -> list[Problem]:
    if format >= FORMAT:
        return []
    message = _("the draft has an older format; saving writes it in today’s and keeps a copy")
    return [Problem("older-format", message, "", Place(file, 1), Severity.NOTE)]


def _all_not_asked(ids: tuple[str, ...], known: set[str]) -> list[Problem]:
    """Return a warning for each answer, up to a number that a person can read."""
    told = [_not_asked(id, known) for id in ids[:_MOST_TOLD]]
    if len(ids) > _MOST_TOLD:
        more = len(ids) - _MOST_TOLD
        said = plural(
            "the template does not ask for {count:,} more answer: it is kept",
            "the template does not ask for {count:,} more answers: they are kept",
            more,
        ).format(count=more)
        fix = _("check that the draft belongs to the template")
        place = Place(field=(ids[_MOST_TOLD],))
        told.append(Problem("unknown-answer", said, fix, place, Severity.WARN))
    return told


def _not_asked(id: str, known: set[str]) -> Problem:
    message = _("the template does not ask for “{id}”: it is kept, and not printed")
    place = Place(field=(id,), label=id)
    fix = hint(id, known)
    return Problem("unknown-answer", message.format(id=id), fix, place, Severity.WARN)


def _newer(file: DraftFile, template: Template) -> list[Problem]:
    if file.template != template.id or file.template_version <= template.version:
        return []
    message = _("the draft was written for version {its} of the template; here is {ours}")
    said = message.format(its=file.template_version, ours=template.version)
    fix = _("ask for the newer template, or print the draft by another one")
    place = Place(field=("template_version",), label=_("Template"))
    return [Problem("newer-template", said, fix, place)]
