"""What rows are called: by their number and the first thing that was answered in them."""

from __future__ import annotations

from reportdesk.core.asked import shortened
from reportdesk.core.fields import Choice, Field, Kind, Row, Value
from reportdesk.core.i18n import _
from reportdesk.core.richtext import RichText
from reportdesk.gui.forms.typed import shown

_TELLING = (Kind.LINE, Kind.RICH, Kind.CHOICE, Kind.DATE)
_LONGEST = 200  # characters; the list shows as many as it has room for


def row_name(field: Field) -> str:
    """Return what one row of the field is called."""
    return field.row or _("Row")


def row_title(field: Field, row: Row, at: int) -> str:
    """Return the title of the row at that index: ``3. Recording of decisions``."""
    for inner in field.fields:
        if inner.kind in _TELLING and (words := _words(row.get(inner.id))):
            return f"{at + 1}. {words}"
    return _("{number}. {row}, not yet filled in").format(number=at + 1, row=row_name(field))


def new_row_id(rows: tuple[Row, ...]) -> str:
    """Return an id that none of the rows has."""
    taken = {row.get("id") for row in rows}
    number = len(rows) + 1
    while f"r{number}" in taken:
        number += 1
    return f"r{number}"


def _words(value: Value) -> str:
    if isinstance(value, RichText):
        return shortened(value.blocks[0].text, _LONGEST) if value.blocks else ""
    if isinstance(value, Choice):
        return value.label
    return shortened(shown(value), _LONGEST)
