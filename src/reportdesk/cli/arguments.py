"""The commands with their arguments, each with the function that carries it out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from reportdesk import __version__
from reportdesk.cli import commands
from reportdesk.core.i18n import _

_WIDTH = 88


class _Parser(argparse.ArgumentParser):
    """Help of a fixed width: to find the terminal's, each argument would load compressors."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.HelpFormatter(self.prog, width=_WIDTH)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``run``, the function that carries it out."""
    made = _Parser(
        prog="reportdesk",
        description=_("Draft council reports in the council’s own house style."),
        epilog=_("Without a command the window opens; with a draft alone, on that draft."),
    )
    made.add_argument("--version", action="version", version=f"ReportDesk {__version__}")
    said = _("a folder with templates of your own, besides the shipped ones")
    made.add_argument(
        "--templates", type=Path, action="append", default=[], metavar="FOLDER", help=said
    )
    # Without prog, argparse lays out a whole usage text to find it.
    places = made.add_subparsers(prog=made.prog, required=True, metavar="COMMAND")
    _add_templates(places)
    _add_new(places)
    _add_export(places)
    _add_check(places)
    _add_template(places)
    _add_letter(places)
    _add_outline(places)
    return made


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add_templates(places: _Commands) -> None:
    command = places.add_parser("templates", help=_("list the templates"))
    _takes_json(command)
    command.set_defaults(run=commands.templates)


def _add_new(places: _Commands) -> None:
    command = places.add_parser("new", help=_("write a draft with guidance, ready to fill"))
    said = _("its id, as “reportdesk templates” lists it")
    command.add_argument("template", metavar="TEMPLATE", help=said)
    command.add_argument("-o", "--output", type=Path, required=True, metavar="DRAFT")
    command.set_defaults(run=commands.new)


def _add_export(places: _Commands) -> None:
    command = places.add_parser("export", help=_("make Word files from drafts"))
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
    command.set_defaults(run=commands.export)


def _add_check(places: _Commands) -> None:
    command = places.add_parser("check", help=_("list what is wrong with drafts"))
    _takes_drafts(command)
    _takes_json(command)
    command.set_defaults(run=commands.check)


def _add_template(places: _Commands) -> None:
    template = places.add_parser("template", help=_("work on templates"))
    actions = template.add_subparsers(prog=template.prog, required=True, metavar="ACTION")
    command = actions.add_parser("check", help=_("list every fault of a template"))
    _takes_file(command, "FOLDER|DOCX", _("a template’s folder, or a Word file"))
    said = _("a copy with the faults as comments")
    command.add_argument("--annotate", type=Path, metavar="COPY.docx", help=said)
    said = _("tell as well what keeps people from reading it")
    command.add_argument("--accessibility", action="store_true", help=said)
    _takes_json(command)
    command.set_defaults(run=commands.template_check)


def _add_letter(places: _Commands) -> None:
    letter = places.add_parser("letter", help=_("work on an inspectorate’s letter"))
    actions = letter.add_subparsers(prog=letter.prog, required=True, metavar="ACTION")
    command = actions.add_parser("read", help=_("say what is recognised in a letter"))
    _takes_file(command, "LETTER", _("a PDF, Word or text file"))
    said = _("take what it says into a draft")
    command.add_argument("--into", type=Path, metavar="DRAFT", help=said)
    said = _("take only what needs no second look")
    command.add_argument("--sure", action="store_true", help=said)
    _takes_json(command)
    command.set_defaults(run=commands.letter_read)
    said = _("set a letter’s points against what answers them")
    command = actions.add_parser("matrix", help=said)
    _takes_file(command, "DRAFT", _("a draft that a letter was read into"))
    command.add_argument("--csv", type=Path, metavar="FILE", help=_("write it as a table"))
    command.add_argument("--docx", type=Path, metavar="FILE", help=_("write it as a Word file"))
    _takes_json(command)
    command.set_defaults(run=commands.letter_matrix)


def _add_outline(places: _Commands) -> None:
    command = places.add_parser("outline", help=_("print a Word file as readable lines"))
    _takes_file(command, "DOCX", _("a Word file"))
    command.set_defaults(run=commands.outline)


def _takes_drafts(command: argparse.ArgumentParser) -> None:
    command.add_argument("drafts", type=Path, nargs="+", metavar="DRAFT", help=_("a .yaml file"))


def _takes_file(command: argparse.ArgumentParser, metavar: str, said: str) -> None:
    command.add_argument("path", type=Path, metavar=metavar, help=said)


def _takes_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
