"""What did not change is not looked at again, and what is found is the same as at a first look."""

from hypothesis import given
from hypothesis import strategies as st
from one_section import asking

from reportdesk.checks.memory import Memory
from reportdesk.checks.walk import answers_in, every_answer, pieces
from reportdesk.core.fields import Field, Kind

LINE = Field("line", "Line", Kind.LINE)
ROWS = Field("rows", "Rows", Kind.ROWS, fields=(Field("text", "Text", Kind.LINE),))
TEMPLATE = asking(LINE, ROWS)
ROW = st.sampled_from([{"text": "a"}, {"text": "b"}, {"text": "a"}])
ANSWERS = st.fixed_dictionaries(
    {}, optional={"line": st.sampled_from(["x", "y"]), "rows": st.lists(ROW, max_size=4).map(tuple)}
)


def said(piece):
    return [(asked.path, value) for asked, value in answers_in(piece)]


@given(st.lists(ANSWERS, max_size=6))
def test_it_finds_what_a_first_look_finds(looks):
    memory = Memory(said)
    for answers in looks:
        assert list(memory.look(TEMPLATE, answers)) == list(Memory(said).look(TEMPLATE, answers))


@given(ANSWERS)
def test_the_pieces_hold_every_answer(answers):
    whole = [(one.path, value) for one, value in every_answer(TEMPLATE, answers) if value]
    parts = [pair for piece in pieces(TEMPLATE, answers) for pair in said(piece)]
    assert parts == [(path, value) for path, value in whole if path != ("rows",)]


def test_one_change_costs_one_look():
    looked = []
    memory = Memory(lambda piece: looked.append(piece.path) or ())
    rows = tuple({"text": str(number)} for number in range(5))
    list(memory.look(TEMPLATE, {"line": "x", "rows": rows}))
    looked.clear()
    list(memory.look(TEMPLATE, {"line": "x", "rows": (*rows[:3], {"text": "new"}, rows[4])}))
    assert looked == [("rows", 3)]
