"""The shell: parse, one call to the desk, print, exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from reportdesk import __version__
from reportdesk.core.errors import ReportDeskError
from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem, Severity, stops
from reportdesk.services import shapes
from reportdesk.services.batch import Order, Outcome, export_many
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders

FINE, PROBLEMS, FAILED, STOPPED = 0, 1, 2, 130
_WIDTH = 88
_MARKS = {Severity.WARN: _("warning: "), Severity.NOTE: _("note: ")}


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0 fine, 1 problems that stop, 2 cannot be read or written."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ReportDeskError as error:
        _tell(error.problems)
        return FAILED
    except KeyboardInterrupt:
        print(_("stopped; no file was left half-written"), file=sys.stderr)
        return STOPPED


def _speak_utf8() -> None:
    """A Windows console may speak another encoding, in which our words cannot be printed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class _Parser(argparse.ArgumentParser):
    """Help of a fixed width: to find the terminal's, each argument would load compressors."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=_WIDTH)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reportdesk",
        description=_("Draft council reports in the council’s own house style."),
        epilog=_("Without a command the window opens; with a draft alone, on that draft."),
    )
    parser.add_argument("--version", action="version", version=f"ReportDesk {__version__}")
    said = _("a folder with templates of your own, besides the shipped ones")
    parser.add_argument(
        "--templates", type=Path, action="append", default=[], metavar="FOLDER", help=said
    )
    # Without prog, argparse lays out a whole usage text to find it.
    commands = parser.add_subparsers(prog=parser.prog, required=True, metavar="COMMAND")
    _add_templates(commands)
    _add_new(commands)
    _add_export(commands)
    _add_check(commands)
    _add_template(commands)
    _add_letter(commands)
    _add_outline(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add_templates(commands: _Commands) -> None:
    command = commands.add_parser("templates", help=_("list the templates"))
    _takes_json(command)
    command.set_defaults(run=_templates)


def _add_new(commands: _Commands) -> None:
    command = commands.add_parser("new", help=_("write a draft with guidance, ready to fill"))
    said = _("its id, as “reportdesk templates” lists it")
    command.add_argument("template", metavar="TEMPLATE", help=said)
    command.add_argument("-o", "--output", type=Path, required=True, metavar="DRAFT")
    command.set_defaults(run=_new)


def _add_export(commands: _Commands) -> None:
    command = commands.add_parser("export", help=_("make Word files from drafts"))
    _takes_drafts(command)
    said = _("if not beside the draft")
    command.add_argument("-o", "--output", type=Path, metavar="FILE|FOLDER", help=said)
    command.add_argument(
        "--template", default="", metavar="ID", help=_("print by another template")
    )
    command.add_argument(
        "--document", default="", metavar="ID", help=_("another document of the template")
    )
    command.add_argument("--pdf", action="store_true", help=_("make a tagged PDF too"))
    command.set_defaults(run=_export)


def _add_check(commands: _Commands) -> None:
    command = commands.add_parser("check", help=_("list what is wrong with drafts"))
    _takes_drafts(command)
    _takes_json(command)
    command.set_defaults(run=_check)


def _add_template(commands: _Commands) -> None:
    template = commands.add_parser("template", help=_("work on templates"))
    actions = template.add_subparsers(prog=template.prog, required=True, metavar="ACTION")
    command = actions.add_parser("check", help=_("list every fault of a template"))
    _takes_file(command, "FOLDER|DOCX", _("a template’s folder, or a Word file"))
    said = _("a copy with the faults as comments")
    command.add_argument("--annotate", type=Path, metavar="COPY.docx", help=said)
    _takes_json(command)
    command.set_defaults(run=_template_check)


def _add_letter(commands: _Commands) -> None:
    letter = commands.add_parser("letter", help=_("work on an inspectorate’s letter"))
    actions = letter.add_subparsers(prog=letter.prog, required=True, metavar="ACTION")
    command = actions.add_parser("read", help=_("say what is recognised in a letter"))
    _takes_file(command, "LETTER", _("a PDF, Word or text file"))
    said = _("take what it says into a draft")
    command.add_argument("--into", type=Path, metavar="DRAFT", help=said)
    said = _("take only what needs no second look")
    command.add_argument("--sure", action="store_true", help=said)
    _takes_json(command)
    command.set_defaults(run=_letter_read)
    said = _("set a letter’s points against what answers them")
    command = actions.add_parser("matrix", help=said)
    _takes_file(command, "DRAFT", _("a draft that a letter was read into"))
    command.add_argument("--csv", type=Path, metavar="FILE", help=_("write it as a table"))
    command.add_argument("--docx", type=Path, metavar="FILE", help=_("write it as a Word file"))
    _takes_json(command)
    command.set_defaults(run=_letter_matrix)


def _add_outline(commands: _Commands) -> None:
    command = commands.add_parser("outline", help=_("print a Word file as readable lines"))
    _takes_file(command, "DOCX", _("a Word file"))
    command.set_defaults(run=_outline)


def _takes_drafts(command: argparse.ArgumentParser) -> None:
    command.add_argument("drafts", type=Path, nargs="+", metavar="DRAFT", help=_("a .yaml file"))


def _takes_file(command: argparse.ArgumentParser, metavar: str, said: str) -> None:
    command.add_argument("path", type=Path, metavar=metavar, help=said)


def _takes_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("print JSON for other programs"))


def _templates(options: argparse.Namespace) -> int:
    shelf = _desk(options).shelf
    if options.json:
        _print_json(
            templates=[shapes.template_shape(pack) for pack in shelf.packs],
            problems=shapes.problem_shapes(shelf.problems),
        )
    else:
        for pack in shelf.packs:
            print(f"{pack.template.id}: {pack.template.title}. {pack.template.summary}")
        _tell(shelf.problems)
    return FAILED if stops(shelf.problems) else FINE


def _new(options: argparse.Namespace) -> int:
    _desk(options).write_new(options.template, options.output)
    print(options.output)
    return FINE


def _export(options: argparse.Namespace) -> int:
    order = Order(options.output, options.template, options.document, options.pdf)
    folders = template_folders(options.templates)
    code = FINE
    for number, outcome in enumerate(export_many(folders, options.drafts, order), 1):
        _tell_outcome(outcome, number, len(options.drafts))
        code = FAILED if outcome.failed else code
    return code


def _tell_outcome(outcome: Outcome, number: int, total: int) -> None:
    if total > 1:
        said = _("{number} of {total}: {draft}")
        print(said.format(number=number, total=total, draft=outcome.draft), file=sys.stderr)
    _tell(outcome.problems)
    for file in outcome.files:
        print(file)


def _check(options: argparse.Namespace) -> int:
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
    _report(found, options)
    return code


def _template_check(options: argparse.Namespace) -> int:
    # Loaded here because comments are written by python-docx, which no other command waits for.
    from reportdesk.services.template_check import annotated_copy, check_template_at

    folders = template_folders(options.templates)
    problems = check_template_at(options.path, folders)
    if options.annotate:
        annotated_copy(options.path, problems, options.annotate)
    _report(problems, options)
    return PROBLEMS if stops(problems) else FINE


def _letter_read(options: argparse.Namespace) -> int:
    # Loaded here because no other command reads letters.
    from reportdesk.services.letter_import import read_letter_at
    from reportdesk.services.letter_shapes import letter_lines, letter_shape
    from reportdesk.services.letter_taking import take_letter

    letter = read_letter_at(options.path)
    if options.json:
        _print_json(letter=letter_shape(letter))
    else:
        print("\n".join(letter_lines(letter)))
        _tell(letter.notices)
    if options.into:
        _tell(take_letter(_desk(options), letter, options.into, sure_only=options.sure))
    return FINE


def _letter_matrix(options: argparse.Namespace) -> int:
    # Loaded here because no other command sets points against answers.
    from reportdesk.services.matrix import matrix, matrix_csv
    from reportdesk.services.matrix_document import matrix_document
    from reportdesk.services.matrix_shapes import matrix_lines, matrix_shapes

    desk = _desk(options)
    answers = desk.open(options.path).answers
    lines = matrix(answers)
    if options.json:
        _print_json(matrix=matrix_shapes(lines))
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


def _outline(options: argparse.Namespace) -> int:
    # Loaded here because no other command reads a Word file back.
    from reportdesk.services.reading_back import outline_of

    print("\n".join(outline_of(options.path)))
    return FINE


def _desk(options: argparse.Namespace) -> Desk:
    return Desk(template_folders(options.templates))


def _report(problems: Sequence[Problem], options: argparse.Namespace) -> None:
    if options.json:
        _print_json(problems=shapes.problem_shapes(problems))
    else:
        _tell(problems)


def _print_json(**shape: object) -> None:
    print(json.dumps({"format": 1, **shape}, ensure_ascii=False, indent=2))


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        mark = _MARKS.get(problem.severity, "")
        print(f"{mark}{problem}", file=sys.stderr)
