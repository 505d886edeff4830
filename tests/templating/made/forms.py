"""The fields and answers of a made-up council that the tests of templating share."""

from datetime import date
from decimal import Decimal

from skeletons import line, of_kind, rows

from reportdesk.core.answers import printable
from reportdesk.core.dates import DateRange
from reportdesk.core.fields import Choice, Field, Kind
from reportdesk.core.richtext import plain

DECISIONS = (Choice("note", "To note"), Choice("approve", "To approve"))
WARDS = (Choice("north", "North"), Choice("south", "South"), Choice("hill", "Hill"))
PERSON = tuple(line(id) for id in ("name", "role", "service", "telephone", "email"))

FIELDS: tuple[Field, ...] = (
    line("report_title", "Report title", required=True),
    of_kind(Kind.DATE, "meeting_date", "Meeting date"),
    of_kind(Kind.DATES, "visit_dates", "Visit"),
    of_kind(Kind.RICH, "background", "Background"),
    of_kind(Kind.MONEY, "cost", "Cost"),
    of_kind(Kind.WHOLE, "children", "Children"),
    of_kind(Kind.YES_NO, "urgent", "Urgent"),
    of_kind(Kind.CHOICE, "decision", "Decision", choices=DECISIONS),
    of_kind(Kind.CHOICES, "wards", "Wards", choices=WARDS, empty="None specific"),
    of_kind(Kind.PERSON, "lead", "Lead officer", fields=PERSON),
    rows(
        "findings",
        "Findings",
        line("theme", "Theme"),
        of_kind(Kind.RICH, "text", "Text"),
        rows("actions", "Actions", line("what", "What"), line("who", "Who")),
        required=True,
    ),
)

ANSWERS = {
    "report_title": "Outcome of the focused visit",
    "meeting_date": date(2026, 3, 17),
    "visit_dates": DateRange(date(2026, 2, 10), date(2026, 2, 11)),
    "background": plain("Inspectors came.\nThey wrote."),
    "cost": Decimal("12500.50"),
    "children": 0,
    "urgent": True,
    "decision": DECISIONS[0],
    "wards": WARDS,
    "lead": {"name": "Ada Poole", "role": "Director"},
    "findings": (
        {
            "id": "f1",
            "theme": "Front door",
            "text": plain("Decisions are quick."),
            "actions": ({"what": "Keep on", "who": "Ada"}, {"what": "Tell others", "who": "Ben"}),
        },
        {"id": "f2", "theme": "Records", "text": plain("Some are thin.\nOthers are not.")},
    ),
}


def context(answers=ANSWERS):
    return printable(FIELDS, answers)
