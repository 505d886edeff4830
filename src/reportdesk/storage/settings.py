"""Small files of our own, settings and layout: read by the fields, and set aside where broken."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reportdesk.core.errors import DraftError, ReportDeskError
from reportdesk.core.fields import Answers, Field
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity, stops
from reportdesk.core.reading import Reading, read_answers
from reportdesk.core.richtext import plain
from reportdesk.core.writing import write_answers
from reportdesk.storage.files import read_file, shown
from reportdesk.storage.private_files import save_private
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_places import located
from reportdesk.storage.yaml_writer import dump

MAX_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """What a settings file held, and what to tell the officer of it."""

    answers: Answers
    problems: tuple[Problem, ...] = ()


def read_settings(path: Path, fields: tuple[Field, ...]) -> SettingsRead:
    """Return the answers in the file, none where it is missing; nothing is raised.

    A file that is broken is set aside, so that the program starts, and that is told.
    """
    if not path.exists():
        return SettingsRead({})
    try:
        return _read(path, fields)
    except ReportDeskError as error:
        return SettingsRead({}, (_set_aside(path), *error.problems))


def write_settings(path: Path, answers: Answers) -> None:
    """Save the answers for their owner alone; raises SaveError."""
    save_private(path, dump(write_answers(answers, str)).encode("utf-8"))


def _read(path: Path, fields: tuple[Field, ...]) -> SettingsRead:
    data = read_file(path, MAX_BYTES, DraftError)
    if not data.strip():
        return SettingsRead({})
    read = read_yaml(data, shown(path), DraftError)
    reading = Reading(plain)
    answers = read_answers(fields, read.root, reading)
    problems = located(reading.problems, shown(path), data)
    if stops(problems):
        raise DraftError(problems)
    return SettingsRead(answers, (*read.problems, *problems))


def _set_aside(path: Path) -> Problem:
    aside = path.with_name(f"{path.stem}.broken{path.suffix}")
    place = Place(shown(path))
    try:
        os.replace(path, aside)
    except OSError:
        message = _("it cannot be read, so nothing of it is used")
        return Problem("settings", message, _("delete it"), place, Severity.WARN)
    message = _("it cannot be read, so nothing of it is used; it is kept as “{name}”")
    fix = _("set again what you had changed")
    return Problem("settings", message.format(name=aside.name), fix, place, Severity.WARN)
