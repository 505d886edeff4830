"""Inspectors' names are read in every form, and are sure only if every word is accounted for."""

from __future__ import annotations

import pytest

from reportdesk.core.letter import Sureness
from reportdesk.letters.inspectors import inspectors_in

TWO = ("Jo Marlowe", "Ann McBride")


@pytest.mark.parametrize(
    "text",
    [
        "The inspectors were Jo Marlowe, Her Majesty\u2019s Inspector, and Ann McBride, "
        "Her Majesty\u2019s Inspector.",
        "The inspectors were Jo Marlowe and Ann McBride, Her Majesty's Inspectors.",
        "The inspectors were Jo Marlowe and Ann McBride, two of Her Majesty\u2019s Inspectors.",
        "The inspectors were Jo Marlowe HMI and Ann McBride HMI.",
        "The inspectors were Jo Marlowe, HMI, and Ann McBride, HMI.",
        "The inspectors were Jo Marlowe HMI and Ann McBride HMI. Inspectors looked at plans.",
        "The visit to St. Marl went well. The inspectors were Jo Marlowe and Ann McBride, HMIs.",
        "The inspectors were Jo Marlowe (HMI) and Ann McBride (HMI).",
        "His Majesty\u2019s Inspectors for this visit were Jo Marlowe and Ann McBride.",
        "His Majesty\u2019s inspectors for this visit were Jo Marlowe and Ann McBride",
        "Her Majesty\u2019s Inspectors were Jo Marlowe and Ann McBride.",
        "The visit was carried out by Her Majesty\u2019s Inspector, Jo Marlowe and Her "
        "Majesty\u2019s Inspector, Ann McBride.",
        "The inspection was undertaken by Jo Marlowe and Ann McBride, Her Majesty\u2019s "
        "Inspectors.",
        "The visit was carried out by two of Her Majesty\u2019s Inspectors, Jo Marlowe and "
        "Ann McBride.",
        "The visit was led by Jo Marlowe, Senior Her Majesty\u2019s Inspector, with Ann "
        "McBride, HMI.",
        "Inspectors were Jo Marlowe and Ann McBride.",
        "The inspectors were Jo Marlowe, Her Majesty\u2019s Inspector, and Ann McBride, Regulatory "
        "Inspection Manager.",
        "This visit went well. The lead inspectors were Jo Marlowe, HMI and Ann McBride, "
        "Ofsted Inspector.",
    ],
)
def test_every_form(text):
    assert inspectors_in(text) == (TWO, Sureness.SURE)


@pytest.mark.parametrize(
    "name",
    [
        "Zo\u00eb \u00d6rn",
        "Ruth Vale-Carter",
        "Tariq O\u2019Dell",
        "Jan van der Berg",
        "A. B. Cole",
        "Mary Ann Smith",
    ],
)
def test_every_sort_of_name(name):
    text = f"The inspectors were {name} and Jo Marlowe, Her Majesty\u2019s Inspectors."
    assert inspectors_in(text) == ((name, "Jo Marlowe"), Sureness.SURE)


@pytest.mark.parametrize(
    "text",
    [
        "Her Majesty\u2019s Inspectors for this visit were Jo Marlowe and a colleague.",
        "The inspectors were Jo Marlowe and Ann McBride, three of Her Majesty\u2019s Inspectors.",
        "The inspectors were Jo Marlowe, HMI, and Ann McBride, an expert in fostering.",
        "The inspectors were Jo Marlowe, Quality Assurance Manager, and Ann McBride, HMI.",
        "The inspectors were Jo Marlowe and Ann McBride, supported by Sam Orrin, data specialist.",
    ],
)
def test_what_is_left_over_is_not_sure(text):
    assert inspectors_in(text)[1] is not Sureness.SURE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The visit was short.",
        "Inspectors were on site.",
        "The inspectors were busy.",
        "The inspectors were made welcome by Jo Marlowe and Ann McBride.",
    ],
)
def test_none_are_made_up(text):
    assert inspectors_in(text) is None
