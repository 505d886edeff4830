"""Makes a press of the Word file itself: read strictly, compiled, and told as plain data.

Loads Jinja and the strict reader: import this module only where no kept press will do.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportdesk.core.fields import Field
from reportdesk.services.press import Press
from reportdesk.templating.compiler import compile_template
from reportdesk.templating.program import plan_to_data
from reportdesk.word.template_file import open_template


def new_press(source: Path | bytes, name: str, fields: tuple[Field, ...]) -> tuple[Press, Any]:
    """Return a press for the Word file, and the data of which the same one can be made again.

    Raises PackageError where the Word file cannot be used, TemplateError where its tags cannot.
    """
    word = open_template(source, name)
    program = compile_template(word.skeleton, fields)
    return Press(word, program, fields), [word.to_data(), plan_to_data(program)]
