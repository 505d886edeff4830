"""The matrix of points and answers as a Word file, through its own shipped template."""

from __future__ import annotations

from reportdesk.core.fields import Answers
from reportdesk.services.folders import document_folder
from reportdesk.services.matrix import matrix, matrix_rows
from reportdesk.services.presses import Presses
from reportdesk.storage.templates import load_template

_ID = "matrix"
_SHARED = ("council_name", "report_title")


def matrix_document(answers: Answers) -> bytes:
    """Return the matrix of a draft as the bytes of a Word file.

    Raises TemplateError, PackageError or ExportError where it cannot be made.
    """
    pack = load_template(document_folder() / _ID, {})
    shared = {id: answers[id] for id in _SHARED if id in answers}
    press = Presses().press(pack, pack.template.documents[0])
    return press.print({**shared, "lines": matrix_rows(matrix(answers))})
