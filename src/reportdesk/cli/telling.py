"""What the shell says: exit codes, problems a line each, and JSON for other programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem, Severity
from reportdesk.services import shapes

FINE, PROBLEMS, FAILED, STOPPED = 0, 1, 2, 130
_MARKS = {Severity.WARN: _("warning: "), Severity.NOTE: _("note: ")}


def report(problems: Sequence[Problem], options: argparse.Namespace) -> None:
    """Print the problems, as JSON where that is asked for."""
    if options.json:
        print_json(problems=shapes.problem_shapes(problems))
    else:
        tell(problems)


def print_json(**shape: object) -> None:
    """Print JSON under the number of its format."""
    print(json.dumps({"format": 1, **shape}, ensure_ascii=False, indent=2))


def tell(problems: Iterable[Problem]) -> None:
    """Print each problem in a line of its own, on standard error."""
    for problem in problems:
        mark = _MARKS.get(problem.severity, "")
        print(f"{mark}{problem}", file=sys.stderr)
