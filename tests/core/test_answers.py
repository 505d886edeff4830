"""A missing answer is printed as a gap, as the template's own words, or not at all."""

import pytest

from reportdesk.core.answers import Gap, Standing, printable
from reportdesk.core.fields import Field, Kind

NAME = Field("name", "Name", Kind.LINE)


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        (Field("a", "A", Kind.LINE), "x", "x"),
        (Field("a", "A", Kind.LINE), None, Gap()),
        (Field("a", "A", Kind.LINE, required=True), None, Gap("[A: to be completed]")),
        (Field("a", "A", Kind.LINE, required=True, empty="N/A"), None, Standing("N/A")),
        (Field("a", "A", Kind.YES_NO), False, False),
        (Field("a", "A", Kind.WHOLE), 0, 0),
        (Field("a", "A", Kind.ROWS, fields=(NAME,)), None, ()),
        (Field("a", "A", Kind.ROWS, fields=(NAME,)), ({"id": "r"},), ({"name": Gap(), "id": "r"},)),
        (Field("a", "A", Kind.PERSON, fields=(NAME,)), None, {"name": Gap()}),
        (
            Field("a", "A", Kind.PERSON, True, fields=(NAME,)),
            None,
            {"name": Gap("[A: to be completed]")},
        ),
    ],
)
def test_what_is_printed(field, value, printed):
    assert printable((field,), {"a": value}) == {"a": printed}


@pytest.mark.parametrize("missing", [Gap("x"), Standing("None")])
def test_a_missing_answer_is_never_true(missing):
    assert not missing
