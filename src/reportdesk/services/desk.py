"""The desk: every use of ReportDesk, wired once and shared by screen and shell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.checks.completeness import required_answers
from reportdesk.checks.counts import counts_agree
from reportdesk.checks.coverage import every_point_answered
from reportdesk.checks.length import allowed_length
from reportdesk.core.draft import Draft
from reportdesk.core.errors import DraftError, TemplateError
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import dataclass, replace
from reportdesk.core.template import WordFile
from reportdesk.services.kept_templates import KeptTemplates
from reportdesk.services.loss import not_asked_for, not_printed
from reportdesk.services.response_rows import RESPONSE, with_response
from reportdesk.services.session import Saved, Session
from reportdesk.services.source_files import is_graded, source_files
from reportdesk.storage import atomic, drafts
from reportdesk.storage.backups import Backups
from reportdesk.storage.files import read_file, shown
from reportdesk.storage.kept_files import KeptFiles
from reportdesk.storage.names import suggested_name
from reportdesk.storage.places import find_places
from reportdesk.storage.templates import TemplatePack, TemplateShelf, list_templates
from reportdesk.storage.yaml_bytes import MAX_BYTES

if TYPE_CHECKING:  # see ``_presses``
    from reportdesk.services.press import Press
    from reportdesk.services.presses import Presses

_NEW = ""  # the digest of a file that is not there yet
_CHECKS = (required_answers, allowed_length, every_point_answered, counts_agree)


@dataclass(frozen=True, slots=True)
class Report:
    """A report ready to be saved.

    Attributes:
        data: the bytes of the Word file.
        name: the suggested file name.
        problems: what to tell before it is published: gaps, and answers that are not printed.
    """

    data: bytes
    name: str
    problems: tuple[Problem, ...]


class Desk:
    """Templates, new and old drafts, checks, and reports."""

    def __init__(self, folders: Sequence[Path], backups: Path | None = None) -> None:
        self._folders = tuple(folders)
        self.backups = Backups(backups) if backups else None
        self._shelf: TemplateShelf | None = None
        self._packs: dict[str, TemplatePack | None] = {}
        self._cache = cache = find_places().cache
        self._templates = KeptTemplates(KeptFiles(cache / "templates"))

    @cached_property
    def _presses(self) -> Presses:
        # Loaded late because the window shows before any report is printed.
        from reportdesk.services.kept_presses import KeptPresses
        from reportdesk.services.presses import Presses

        return Presses(KeptPresses(KeptFiles(self._cache / "presses")))

    @property
    def shelf(self) -> TemplateShelf:
        """All templates found, read once."""
        if self._shelf is None:
            self._shelf = list_templates(self._folders)
        return self._shelf

    def look_in(self, folders: Sequence[Path]) -> None:
        """Look for templates in these folders from now on."""
        self._folders = tuple(folders)
        self._shelf = None
        self._packs = {}

    def write_new(self, template_id: str, path: Path) -> None:
        """Write a draft with guidance, ready to fill; a file that is there is left alone.

        Raises TemplateError where there is no such template, SaveError where the draft cannot
        be written.
        """
        # Loaded here, as in ``save``, because a report is printed without writing any draft.
        from reportdesk.storage.draft_writing import save_draft
        from reportdesk.storage.new_drafts import new_draft_text

        save_draft(path, new_draft_text(self._pack(template_id).template), _NEW)

    def new(self, template_id: str, answers: Answers | None = None) -> Session:
        """Return a new draft at work, with some answers to begin with.

        Raises TemplateError where there is no such template.
        """
        pack = self._pack(template_id)
        return Session(pack, Draft(pack.template, answers or {}), _CHECKS)

    def frozen(self, session: Session) -> Session:
        """Return a copy that no edit reaches, to make a report of it on another thread."""
        draft = Draft(session.template, session.answers, session.draft.kept)
        return Session(session.pack, draft, _CHECKS)

    def open(self, path: Path, template_id: str = "") -> Session:
        """Return the draft at work, under its own template or another.

        Raises DraftError or TemplateError with every fault found.
        """
        return self._opened(drafts.read_draft(path), path, template_id)

    def open_text(self, data: bytes, name: str, template_id: str = "") -> Session:
        """Return the draft that the bytes are, not yet saved anywhere; raises as ``open`` does."""
        session = self._opened(drafts.parse_draft(data, name), None, template_id)
        session.file = None
        return session

    def open_version(self, path: Path, template_id: str = "") -> Session:
        """Return an earlier version as a draft that is not yet saved; raises as ``open`` does."""
        data = read_file(path, MAX_BYTES, DraftError)
        return self.open_text(data, shown(path), template_id)

    def _opened(self, file: drafts.DraftFile, path: Path | None, template_id: str) -> Session:
        own = self._found(file.template)
        pack = self._pack(template_id) if template_id else own
        pack = pack or drafts.template_for(file, self.shelf)
        answers, kept, problems = drafts.answers_for(file, pack.template)
        session = Session(pack, Draft(pack.template, answers, kept), _CHECKS)
        session.file = file
        session.written_for = file.template
        session.told = tuple(not_asked_for(problems, own.template)) if own else problems
        digest, on_disk = (file.digest, session.answers) if path else (_NEW, {})
        session.mark_saved(Saved(path, digest, on_disk, session.template.id))
        return session

    def save(self, session: Session, path: Path) -> None:
        """Write the draft; raises SaveError or ConflictError, with the file on disk as it was."""
        session.mark_saved(self.saving(session, path)())

    def saving(self, session: Session, path: Path) -> Callable[[], Saved]:
        """Return the work that writes the draft as it stands now; any thread may do it.

        What it returns is for ``mark_saved``; it raises as ``save`` does.
        """
        # A report is printed without writing any draft.
        from reportdesk.storage.comments import has_comments, with_comments
        from reportdesk.storage.draft_writing import draft_text, save_draft

        template, answers, kept = session.template, session.answers, session.draft.kept
        before = session.file.data if session.file else b""
        expected = session.digest if path == session.path else None
        backup = self.backups.keep if self.backups else None

        def save() -> Saved:
            text = draft_text(template, answers, kept)
            if before and has_comments(before):
                text = with_comments(before, text) or text
            return Saved(path, save_draft(path, text, expected, backup), answers, template.id)

        return save

    def word_file(self, session: Session, document_id: str = "") -> bytes:
        """Return the bytes of the report alone, without a look at what is missing.

        Raises as ``report`` does.
        """
        document = self._document(session.pack, document_id)
        press = self._presses.press(session.pack, document)
        return press.print(_as_printed(press, session.answers))

    def report(self, session: Session, document_id: str = "") -> Report:
        """Return the report of the draft as it stands.

        Raises TemplateError, PackageError or ExportError with every fault found.
        """
        document = self._document(session.pack, document_id)
        press = self._presses.press(session.pack, document)
        data = press.print(_as_printed(press, session.answers))
        lost = not_printed(session.template, press.names(), session.answers)
        gaps = _as_warnings(session.problems())
        problems = (*gaps, *lost) if session.borrowed else gaps
        return Report(data, named(document, session.answers, ".docx"), problems)

    def final_report(self, session: Session, document_id: str = "") -> Report:
        """Return the report after a last look at the finished file; raises as ``report`` does."""
        # Loaded here because a preview is made at every pause in typing, and needs no last look.
        from reportdesk.services.soundness import expect_sound

        report = self.report(session, document_id)
        expect_sound(report.data, report.name, session.answers)
        return report

    def check(self, path: Path) -> tuple[Problem, ...]:
        """Return everything to tell of a draft, each with its line.

        Raises DraftError or TemplateError where it cannot be read, LetterError where a letter
        that it quotes cannot.
        """
        session = self.open(path)
        problems = (*session.problems(), *_letter_problems(session, path))
        return (*session.told, *self.located(session, problems))

    def located(self, session: Session, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Return the problems with the draft's file and line."""
        return session.file.located(problems) if session.file else tuple(problems)

    def suggested_draft(self, session: Session) -> Path:
        """Return the file name that suits a draft which was never saved."""
        return Path(named(session.template.documents[0], session.answers, ".yaml"))

    def save_report(self, data: bytes, path: Path) -> None:
        """Write a report; raises SaveError, with the file on disk as it was."""
        atomic.save(path, data, None)

    def _found(self, template_id: str) -> TemplatePack | None:
        """Return the template of that id; a single report is not kept waiting for all others."""
        if template_id not in self._packs:
            self._packs[template_id] = self._templates.find(self._folders, template_id)
        return self._packs[template_id]

    def _pack(self, template_id: str) -> TemplatePack:
        pack = self._found(template_id)
        if pack is None:
            if faults := self.shelf.faults_of(template_id):
                raise TemplateError(faults)
            raise TemplateError.of(
                "unknown-template",
                _("there is no template “{id}”").format(id=template_id[:80]),
                _("choose one of: {ids}").format(ids=", ".join(self.shelf.ids())),
            )
        return pack

    def _document(self, pack: TemplatePack, document_id: str) -> WordFile:
        document = pack.template.document(document_id)
        if document is None:
            raise TemplateError.of(
                "no-document",
                _("the template has no document “{id}”").format(id=document_id),
                _("choose one of: {ids}").format(
                    ids=", ".join(known.id for known in pack.template.documents)
                ),
                Place(file=pack.template.id),
            )
        return document


def named(document: WordFile, answers: Answers, ending: str, pattern: str = "") -> str:
    """Return the file name that the pattern gives, else the document's own pattern."""
    wanted = pattern or document.file_name or "{meeting_date} - {report_title}"
    return suggested_name(wanted, {"document": document.title, **answers}, ending)


def _as_printed(press: Press, answers: Answers) -> Answers:
    """A response takes the words of its points from their list."""
    return with_response(answers) if RESPONSE in press.names() else answers


def _as_warnings(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """A gap is shown in the report itself, so nothing keeps it from being written."""
    return tuple(replace(problem, severity=Severity.WARN) for problem in problems)


def _letter_problems(session: Session, path: Path) -> tuple[Problem, ...]:
    files = source_files(session.answers, session.draft.kept)
    if not files and not is_graded(session.answers):
        return ()
    # Loaded here because only drafts with a letter or grades need what these are held against.
    from reportdesk.services.sources import load_sources

    return load_sources(path, files).look(session.template, session.answers).problems
