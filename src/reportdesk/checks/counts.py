"""Numbers said in the text agree with the lists they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.checks.walk import every_answer
from reportdesk.core.fields import Answers
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.richtext import RichText
from reportdesk.core.template import Template

_WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
# What is counted in a text, and the rows that hold it.
_COUNTED = (
    (r"(?:areas? (?:for|of) improvement)", ("areas_for_improvement",)),
    (r"(?:areas? for priority action|priority actions?)", ("areas_for_priority_action",)),
    (
        r"(?:(?:specific |key |main )?recommendations?(?: (?:of|from|by|made by) (?:Ofsted|"
        r"the inspectors|the inspectorate)))",
        ("areas_for_improvement",),
    ),
)
_QUOTED = re.compile('[“‘"][^”’"]*[”’"]')


def counts_agree(template: Template, answers: Answers) -> Iterator[Problem]:
    """Yield a warning where a text says another number of points than its list holds.

    What stands in quotation marks is somebody else's count and is left alone, and so is a
    list that is still empty.
    """
    for asked, value in every_answer(template, answers):
        if isinstance(value, RichText):
            text = _QUOTED.sub("", value.text)
            for said, there, phrase in _disagreements(text, answers):
                message = _("the text says “{phrase}”, but the list holds {there}")
                yield Problem(
                    "count",
                    message.format(phrase=phrase, said=said, there=there),
                    _("correct the number or the list"),
                    Place(field=asked.path, label=asked.label),
                    Severity.WARN,
                )


def _disagreements(text: str, answers: Answers) -> Iterator[tuple[int, int, str]]:
    for pattern, ids in _COUNTED:
        there = sum(len(rows) for id in ids if isinstance(rows := answers.get(id), tuple))
        if not there:
            continue  # before the pattern is made ready, which takes longer than a small check
        for found in re.finditer(rf"\b({'|'.join(_WORDS)}|\d{{1,3}})\s+{pattern}\b", text, re.I):
            said = _number(found[1])
            if said != there:
                yield said, there, found[0]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS.index(word.lower())
