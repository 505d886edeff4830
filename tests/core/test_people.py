"""People in answers: found, remembered, and put into a form."""

import pytest

from reportdesk.core.fields import Field, Kind
from reportdesk.core.people import MOST, Person, filled, is_person, people_in, remembered

LINES = ("name", "role", "telephone")
INNER = tuple(Field(id, id.title(), Kind.LINE) for id in LINES)
AUTHOR = Field("report_author", "Author", Kind.PERSON, fields=INNER)
CONTACTS = Field("contacts", "Contacts", Kind.ROWS, fields=INNER)
TITLE = Field("report_title", "Title", Kind.LINE)
ANN = Person("Ann Marlow", "Director", telephone="01922 000001")


def found(*answers):
    names = {AUTHOR.id: answers[0], CONTACTS.id: answers[1] if len(answers) > 1 else None}
    return list(people_in((TITLE, AUTHOR, CONTACTS), names))


def test_people_of_groups_and_rows_are_found():
    row = {"id": "r1", "name": "Bob Lane"}
    assert found({"name": "Ann Marlow", "role": " Director "}, (row,)) == [
        Person("Ann Marlow", "Director"),
        Person("Bob Lane"),
    ]


@pytest.mark.parametrize("answer", [None, {}, {"role": "Director"}, {"name": " "}])
def test_who_has_no_name_is_nobody(answer):
    assert found(answer) == []


def test_only_a_name_with_a_role_is_a_person():
    assert is_person(AUTHOR)
    assert not is_person(TITLE)
    assert not is_person(Field("links", "Links", Kind.ROWS, fields=INNER[:1]))


def test_what_was_known_of_somebody_is_kept():
    (known,) = remembered([ANN], [Person("ann marlow", "director", email="a@example.org")])
    assert known == Person("ann marlow", "director", "", "01922 000001", "a@example.org")


def test_the_same_name_in_another_role_is_another_entry():
    new = Person("Ann Marlow", "Chief Executive")
    assert remembered([ANN], [new]) == (new, ANN)


def test_the_book_is_bounded_and_the_latest_stay():
    many = [Person(f"Officer {number}") for number in range(MOST + 5)]
    assert len(remembered(many, [ANN])) == MOST
    assert remembered(many, [ANN])[0] == ANN


def test_filling_leaves_nothing_of_whoever_stood_there():
    row = {"id": "r1", "name": "Bob", "telephone": "1", "sent": "x"}
    assert filled(CONTACTS, row, Person("Ann", "Director", email="a@example.org")) == {
        "id": "r1",
        "sent": "x",
        "name": "Ann",
        "role": "Director",
    }
