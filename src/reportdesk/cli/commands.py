"""What each command does: one call to the desk, and what is printed of it.

Each returns its exit code.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reportdesk.cli.telling import FAILED, FINE, PROBLEMS, print_json, report, tell
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem, stops
from reportdesk.services import shapes
from reportdesk.services.batch import Order, Outcome, export_many
from reportdesk.services.desk import Desk
from reportdesk.services.folders import expect_folders, template_folders


def templates(options: argparse.Namespace) -> int:
    """List the templates that can be used, and why others cannot."""
    shelf = Desk(template_folders(options.templates)).shelf
    if options.json:
        print_json(
            templates=[shapes.template_shape(pack) for pack in shelf.packs],
            problems=shapes.problem_shapes(shelf.problems),
        )
    else:
        for pack in shelf.packs:
            print(f"{pack.template.id}: {pack.template.title}. {pack.template.summary}")
        tell(shelf.problems)
    return FAILED if stops(shelf.problems) else FINE


def new(options: argparse.Namespace) -> int:
    """Write a draft with guidance."""
    _desk(options).write_new(options.template, options.output)
    print(options.output)
    return FINE


def export(options: argparse.Namespace) -> int:
    """Make the Word files of drafts, and PDFs where they are asked for."""
    order = Order(options.output, options.template, options.document, options.pdf)
    folders = _folders(options)
    code = FINE
    for number, outcome in enumerate(export_many(folders, options.drafts, order), 1):
        _tell_outcome(outcome, number, len(options.drafts))
        code = FAILED if outcome.failed else code
    return code


def _tell_outcome(outcome: Outcome, number: int, total: int) -> None:
    if total > 1:
        said = _("{number} of {total}: {draft}")
        print(said.format(number=number, total=total, draft=outcome.draft), file=sys.stderr)
    tell(outcome.problems)
    for file in outcome.files:
        print(file)


def check(options: argparse.Namespace) -> int:
    """Tell what is wrong with drafts."""
    desk = _desk(options)
    found: list[Problem] = []
    code = FINE
    for path in options.drafts:
        try:
            problems = desk.check(path)
            code = max(code, PROBLEMS if stops(problems) else FINE)
        except ReportDeskError as error:
            problems, code = error.problems, FAILED
        found.extend(problems)
    report(found, options)
    return code


def template_check(options: argparse.Namespace) -> int:
    """Tell every fault of a template."""
    # Loaded here because comments are written by python-docx, which no other command waits for.
    from reportdesk.services.template_check import (
        accessibility_at,
        annotated_copy,
        check_template_at,
    )

    folders = _folders(options)
    problems = check_template_at(options.path, folders)
    if options.accessibility:
        problems += accessibility_at(options.path)
    if options.annotate:
        annotated_copy(options.path, problems, options.annotate)
    report(problems, options)
    return PROBLEMS if stops(problems) else FINE


def letter_read(options: argparse.Namespace) -> int:
    """Tell what is recognised in a letter, and take it into a draft."""
    # Loaded here because no other command reads letters.
    from reportdesk.services.letter_import import read_letter_at
    from reportdesk.services.letter_shapes import letter_lines, letter_shape
    from reportdesk.services.letter_taking import take_letter

    letter = read_letter_at(options.path)
    if options.json:
        print_json(letter=letter_shape(letter))
    else:
        print("\n".join(letter_lines(letter)))
        tell(letter.notices)
    if options.into:
        tell(take_letter(_desk(options), letter, options.into, sure_only=options.sure))
    return FINE


def letter_matrix(options: argparse.Namespace) -> int:
    """Set the points of a letter against what answers them."""
    # Loaded here because no other command sets points against answers.
    from reportdesk.services.matrix import matrix, matrix_csv
    from reportdesk.services.matrix_document import matrix_document
    from reportdesk.services.matrix_shapes import matrix_lines, matrix_shapes

    desk = _desk(options)
    answers = desk.open(options.path).answers
    lines = matrix(answers)
    if options.json:
        print_json(matrix=matrix_shapes(lines))
    elif not (options.csv or options.docx):
        print("\n".join(matrix_lines(lines)))
    if options.csv:
        _write(desk, matrix_csv(lines), options.csv)
    if options.docx:
        _write(desk, matrix_document(answers), options.docx)
    return FINE


def _write(desk: Desk, data: bytes, path: Path) -> None:
    desk.save_report(data, path)
    print(path, file=sys.stderr)


def outline(options: argparse.Namespace) -> int:
    """Print a Word file as readable lines."""
    # Loaded here because no other command reads a Word file back.
    from reportdesk.services.reading_back import outline_of

    print("\n".join(outline_of(options.path)))
    return FINE


def _desk(options: argparse.Namespace) -> Desk:
    return Desk(_folders(options))


def _folders(options: argparse.Namespace) -> tuple[Path, ...]:
    expect_folders(options.templates)
    return template_folders(options.templates)
