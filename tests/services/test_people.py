"""The address book keeps people between starts, privately, until they are forgotten."""

import os
import stat

import pytest

from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.people import AddressBook, Person
from reportdesk.storage.people import read_people


@pytest.fixture(scope="module")
def session():
    return Desk(template_folders([])).open(
        template_folders([])[-1] / "walsall-scrutiny" / "sample.yaml"
    )


@pytest.fixture
def book(session, tmp_path):
    made = AddressBook(tmp_path)
    made.learn(session.template, session.answers)
    return made


def test_people_of_a_sample_are_there_at_the_next_start(book, tmp_path):
    again = AddressBook(tmp_path).people()
    assert again == book.people()
    assert "Councillor Margaret Tindall" in {person.name for person in again}


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_only_their_owner_reads_them(book, tmp_path):
    assert stat.S_IMODE((tmp_path / "people.json").stat().st_mode) == 0o600


def test_one_and_all_can_be_forgotten(book, tmp_path):
    first = book.people()[0]
    book.forget(first)
    assert first not in AddressBook(tmp_path).people() != ()
    book.clear()
    assert list(tmp_path.iterdir()) == []


def test_two_windows_learn_together(book, session, tmp_path):
    other = AddressBook(tmp_path)
    other.people()
    book.forget(book.people()[0])
    other.learn(session.template, {})
    assert other.people() == book.people()


def test_what_is_learnt_while_the_book_is_read_is_kept(session, tmp_path, monkeypatch):
    """A save learns on the worker's thread while a form asks for the first time."""
    book = AddressBook(tmp_path)

    def read_slowly(path):
        found = read_people(path)
        monkeypatch.undo()
        book.learn(session.template, session.answers)
        return found

    monkeypatch.setattr("reportdesk.services.people.read_people", read_slowly)
    assert book.people() != ()


@pytest.mark.parametrize("text", ["", "{", "[1, {}]", '{"name": "x"}', '[{"name": 5}]', "[[[["])
def test_a_broken_book_is_empty(tmp_path, text):
    (tmp_path / "people.json").write_text(text, "utf-8")
    assert AddressBook(tmp_path).people() == ()


def test_letters_of_every_script_come_back(tmp_path, session):
    answers = {"portfolio_holder": {"name": "Zoë Ó Briain 陳"}}
    AddressBook(tmp_path).learn(session.template, answers)
    assert AddressBook(tmp_path).people() == (Person("Zoë Ó Briain 陳"),)
