"""Ordinary templates fill in as their authors meant them."""

import pytest
from forms import FIELDS, context
from skeletons import Box, Link, filled, p, table

FRONT = "Front door"
CASES = {
    "a value in a sentence": (["Re: {{ report_title }}."], ["Re: Outcome of the focused visit."]),
    "several values": (
        ["{{ meeting_date }} and {{ visit_dates }}"],
        ["17 March 2026 and 10 and 11 February 2026"],
    ),
    "money, choices, yes and no": (
        ["{{ cost }}|{{ wards }}|{{ urgent }}|{{ decision }}|{{ children }}"],
        ["£12,500.50|North, South and Hill|Yes|To note|0"],
    ),
    "a part of a person": (["{{ lead.name }}, {{ lead['role'] }}"], ["Ada Poole, Director"]),
    "rich text alone": (["{{ background }}"], ["Inspectors came.", "They wrote."]),
    "rich text within a sentence": (
        ["So: {{ background }}"],
        ["So: Inspectors came.\nThey wrote."],
    ),
    "rich text alone with docxtpl's prefix": (
        ["{{p background }}"],
        ["Inspectors came.", "They wrote."],
    ),
    "a loop over paragraphs": (
        ["{% for f in findings %}", "{{ loop.index }}. {{ f.theme }}", "{% endfor %}", "End"],
        ["1. Front door", "2. Records", "End"],
    ),
    "a loop with docxtpl's prefixes": (
        ["{%p for f in findings %}", "{{ f.theme }}", "{%p endfor %}"],
        [FRONT, "Records"],
    ),
    "a loop within a sentence": (
        ["Of {% for f in findings %}{{ f.theme }}{% if not loop.last %}; {% endif %}{% endfor %}."],
        ["Of Front door; Records."],
    ),
    "a loop over rows": (
        [
            table(
                ["Theme", "No"],
                ["{% for f in findings %}", ""],
                ["{{ f.theme }}", "{{ loop.index }}"],
                ["{% endfor %}", ""],
                header=1,
            )
        ],
        [[[["Theme"], ["No"]], [[FRONT], ["1"]], [["Records"], ["2"]]]],
    ),
    "a loop over rows with docxtpl's prefix": (
        [table(["{%tr for f in findings %}"], ["{{ f.theme }}"], ["{%tr endfor %}"])],
        [[[[FRONT]], [["Records"]]]],
    ),
    "a loop over cells": (
        [table(["{%tc for w in wards %}", "{{ w }}", "{%tc endfor %}"])],
        [[[["North"], ["South"], ["Hill"]]]],
    ),
    "a loop within a cell": (
        [table([["{% for f in findings %}", "{{ f.theme }}", "{% endfor %}", "End"]])],
        [[[[FRONT, "Records", "End"]]]],
    ),
    "loops in loops": (
        [
            *("{% for f in findings %}", "{{ f.theme }}"),
            *("{% for a in f.actions %}", "{{ a.what }} ({{ a.who }})", "{% endfor %}"),
            "{% endfor %}",
        ],
        [FRONT, "Keep on (Ada)", "Tell others (Ben)", "Records"],
    ),
    "a loop with a condition": (
        [
            "{% for f in findings if f.theme == 'Records' %}",
            "{{ loop.index }} of {{ loop.length }}: {{ f.theme }}",
            "{% endfor %}",
        ],
        ["1 of 1: Records"],
    ),
    "a condition with branches": (
        ["{% if decision == 'approve' %}A{% elif decision == 'To note' %}B{% else %}C{% endif %}"],
        ["B"],
    ),
    "a condition over paragraphs": (
        ["{% if not urgent %}", "Slow", "{% else %}", "Fast", "{% endif %}"],
        ["Fast"],
    ),
    "a condition alone around a value": (
        ["{% if background %}{{ background }}{% else %}{{ report_title }}{% endif %}", "End"],
        ["Inspectors came.", "They wrote.", "End"],
    ),
    "two tags in one paragraph": (
        ["{% if urgent %}{% for f in findings %}", "{{ f.theme }}", "{% endfor %}{% endif %}"],
        [FRONT, "Records"],
    ),
    "a choice among choices": (
        ["{% if 'north' in wards and 'hill' in wards %}both{% endif %}"],
        ["both"],
    ),
    "one of several": (["{% if decision in ['note', 'approve'] %}yes{% endif %}"], ["yes"]),
    "numbers and dates compared": (
        ["{% if 1000 < cost and visit_dates.end < meeting_date %}later{% endif %}"],
        ["later"],
    ),
    "a number that is 0 was answered": (["{% if children %}{{ children }}!{% endif %}"], ["0!"]),
    "no rows": (["{% if findings|length == 2 %}two{% endif %}"], ["two"]),
    "one or the other": (
        ["{{ 'big' if cost > 9 else 'small' }} {{ lead.email or lead.name }}"],
        ["big Ada Poole"],
    ),
    "the first and the last": (
        ["{{ findings[0].theme }}, {{ (findings|last).theme }}, {{ wards|first }}"],
        ["Front door, Records, North"],
    ),
    "joined": (
        ["{{ findings|join(' / ', attribute='theme') }}, {{ wards|join('+') }}"],
        ["Front door / Records, North+South+Hill"],
    ),
    "a comment": (["{# for the clerk #}", "a{# b #}c"], ["ac"]),
    "for and else": (
        ["{% for f in findings if f.theme == 'x' %}", "no", "{% else %}", "none", "{% endfor %}"],
        ["none"],
    ),
    "a link": ([p("See ", Link("{{ report_title|lower }}"))], ["See outcome of the focused visit"]),
    "a text box": (
        [p(Box(("{% for w in wards %}", "{{ w }}", "{% endfor %}")))],
        ["NorthSouthHill"],
    ),
    "a control tag in a tracked insertion": (
        [p(Link("{% if urgent %}")), "Fast", p(Link("{% endif %}"))],
        ["Fast"],
    ),
    "minus signs": (["{%- if urgent -%}", "Fast", "{%- endif -%}"], ["Fast"]),
}


@pytest.mark.parametrize("case", CASES)
def test_fills_in(case):
    blocks, wanted = CASES[case]
    assert filled(blocks, FIELDS, context()) == wanted


MISSING = {
    "a required answer shows its gap": (
        ["Re: {{ report_title }}"],
        ["Re: [Report title: to be completed]"],
    ),
    "an optional one shows nothing": (["At {{ meeting_date }}."], ["At ."]),
    "its paragraph goes": (["{{ meeting_date }}", "End"], ["End"]),
    "its cell keeps a paragraph": ([table(["{{ meeting_date }}", "x"])], [[[[""], ["x"]]]]),
    "the template's own words stand for it": (["{{ wards }}"], ["None specific"]),
    "a filter leaves a gap as it is": (
        ["{{ report_title|upper }}"],
        ["[Report title: to be completed]"],
    ),
    "default stands for it": (
        ["{{ wards|default('All') }} {{ cost|d(children)|d('-') }}"],
        ["All -"],
    ),
    "it is not true": (
        ["{% if lead %}a{% endif %}{% if wards %}b{% endif %}{% if cost %}c{% endif %}."],
        ["."],
    ),
    "it is neither more nor less": (
        ["{% if cost > 5 %}a{% elif cost <= 5 %}b{% elif cost != 5 %}c{% endif %}"],
        ["c"],
    ),
    "defined means answered": (
        ["{% if lead is defined %}a{% elif lead.name == none and cost is none %}b{% endif %}"],
        ["b"],
    ),
    "no row to take": (["{{ findings[3].theme }}"], ["[Findings: to be completed]"]),
    "a loop goes nowhere": (["{% for f in findings %}", "x", "{% endfor %}", "End"], ["End"]),
    "a table without rows goes": (
        ["a", table(["{% for f in findings %}"], ["{{ f.theme }}"], ["{% endfor %}"]), "b"],
        ["a", "b"],
    ),
    "a cell never is empty": (
        [table([["{% if urgent %}", "Fast", "{% endif %}"], "x"])],
        [[[[""], ["x"]]]],
    ),
    "a row without cells goes": (
        [table(["{%tc for w in wards %}", "{{ w }}", "{%tc endfor %}"], ["x"])],
        [[[["x"]]]],
    ),
    "a text box never is empty": (
        [p(Box(("{% if urgent %}", "Fast", "{% endif %}")), "{{ urgent }}x")],
        ["x"],
    ),
}


@pytest.mark.parametrize("case", MISSING)
def test_does_without(case):
    blocks, wanted = MISSING[case]
    assert filled(blocks, FIELDS, context({})) == wanted


def test_tables_never_join():
    """Word makes one table of two that have no paragraph between them."""
    blocks = ["{% for f in findings %}", table(["{{ f.theme }}"]), "{% endfor %}", table(["End"])]
    wanted = [[[[FRONT]]], "", [[["Records"]]], "", [[["End"]]]]
    assert filled(blocks, FIELDS, context()) == wanted


def test_a_vanishing_paragraph_does_not_join_tables():
    blocks = [table(["a"]), "{{ meeting_date }}", table(["b"])]
    assert filled(blocks, FIELDS, context({})) == [[[["a"]]], "", [[["b"]]]]
