"""Every kind of broken template is found, with its place and what to do."""

import pytest
from forms import FIELDS
from skeletons import Box, Link, p, skeleton, table

from reportdesk.core.errors import TemplateError
from reportdesk.core.problems import Severity
from reportdesk.core.skeleton import Xml
from reportdesk.templating.compiler import check_template, compile_template

FOR, END = "{% for f in findings %}", "{% endfor %}"
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr>"
# blocks, code, paragraph, cells (table, row, cell), part of the message or of the fix
CASES = {
    "for not closed": (["a", FOR, "b"], "not-closed", 2, (), "{% endfor %}"),
    "if not closed": (["{% if urgent %}", "b"], "not-closed", 1, (), "{% endif %}"),
    "stray endfor": (["a", END], "stray-end", 2, (), "no loop is open"),
    "stray endif": (["a", "{% endif %}"], "stray-end", 2, (), "no condition is open"),
    "stray else": (["a {% else %} b"], "stray-else", 1, (), "{% if"),
    "stray elif": ([FOR, "{% elif urgent %}", END], "stray-else", 2, (), "{% if"),
    "else twice": (
        ["{% if urgent %}a{% else %}b{% else %}c{% endif %}"],
        *("wrong-nesting", 1, (), "last branch"),
    ),
    "wrong nesting": (
        [FOR, "{% if urgent %}", END, "{% endif %}"],
        *("wrong-nesting", 4, (), "too late"),
    ),
    "misspelt field": (["{{ report_titel }}"], "unknown-field", 1, (), "report_title"),
    "misspelt field in a loop": (
        [FOR, "{{ f.txt }}", END],
        *("unknown-field", 2, (), "did you mean f.text?"),
    ),
    "field without its row": (
        [FOR, "{{ theme }}", END],
        *("unknown-field", 2, (), "did you mean f.theme?"),
    ),
    "row outside its loop": (
        [FOR, "x", END, "{{ f.text }}"],
        *("unknown-field", 4, (), "only inside the loop"),
    ),
    "loop outside a loop": (["{{ loop.index }}"], "unknown-field", 1, (), "{% for"),
    "misspelt fact": ([FOR, "{{ loop.idx }}", END], "unknown-field", 2, (), "loop.index"),
    "unknown filter": (["{{ report_title|uper }}"], "unknown-filter", 1, (), "upper"),
    "unknown test": (["{% if cost is odd %}a{% endif %}"], "unknown-test", 1, (), "is defined"),
    "capitals": (["{{ REPORT_TITLE }}"], "unknown-field", 1, (), "did you mean report_title?"),
    "hyphens": (["{{ report-title }}"], "refused", 1, (), "underscores: report_title"),
    "three braces": (["{{ { report_title }}"], "tag-syntax", 1, (), "two on either side"),
    "a single equals sign": (["{% if cost = 1 %}a{% endif %}"], "tag-syntax", 1, (), "write =="),
    "a condition printed": (["{{ endif }}"], "wrong-braces", 1, (), "{% endif %}"),
    "a loop printed": (
        ["{{ for f in findings }}"],
        *("wrong-braces", 1, (), "{% for f in findings %}"),
    ),
    "a field that steers": (["{% report_title %}"], "unknown-tag", 1, (), "{{ report_title }}"),
    "else if": (
        ["{% if urgent %}a{% else if cost %}b{% endif %}"],
        *("tag-syntax", 1, (), "{% elif cost %}"),
    ),
    "elseif": (
        ["{% if urgent %}a{% elseif cost %}b{% endif %}"],
        *("tag-syntax", 1, (), "{% elif cost %}"),
    ),
    "unknown tag": (["{% endfro %}"], "unknown-tag", 1, (), "endfor"),
    "a tag that no template may hold": (["{% set x = 1 %}"], "unknown-tag", 1, (), "“set”"),
    "a list printed whole": (["{{ findings }}"], "printed-whole", 1, (), "row.theme"),
    "a person printed whole": (["{{ lead }}"], "printed-whole", 1, (), ".name"),
    "a row printed whole": ([FOR, "{{ f }}", END], "printed-whole", 2, (), ".theme"),
    "a list taken for a row": (["{{ findings.theme }}"], "no-fields", 1, (), "row.theme"),
    "a field without fields": (["{{ cost.pounds }}"], "no-fields", 1, (), "“Cost”"),
    "a loop over a text": (
        ["{% for x in report_title %}", END],
        *("not-a-list", 1, (), "“Report title”"),
    ),
    "a loop over a number": (["{% for x in 5 %}", END], "not-a-list", 1, (), "list"),
    "text beside a paragraph tag": (
        ["Findings: {%p for f in findings %}", "x", "{%p endfor %}"],
        *("text-beside-tag", 1, (), "drop"),
    ),
    "text beside a row tag": (
        [table(["{%tr for f in findings %}", "x"], ["{{ f.theme }}", "y"], ["{%tr endfor %}", ""])],
        *("text-beside-tag", 1, (1, 1, 1), "drop"),
    ),
    "text beside a tag that closes elsewhere": (
        ["Findings: " + FOR, "x", END],
        *("text-beside-tag", 1, (), "another paragraph"),
    ),
    "text beside the closing tag": (
        [FOR, "x", "End " + END],
        "text-beside-tag",
        3,
        (),
        "another paragraph",
    ),
    "text beside a value's paragraph tag": (
        ["So {{p background }}"],
        *("text-beside-tag", 1, (), "drop"),
    ),
    "a row tag outside a table": (["{%tr if urgent %}", "{% endif %}"], "prefix", 1, (), "table"),
    "a loop over a table's edge": (
        [FOR, table(["{{ f.theme }} " + END])],
        *("crosses-table", 1, (), "table 1, row 1, cell 1"),
    ),
    "a loop over a row's edge": (
        [table(["a", FOR + " {{ f.theme }}"], ["b", "{{ f.theme }} " + END])],
        *("crosses-table", 1, (1, 1, 2), "table 1, row 2, cell 2"),
    ),
    "a loop over a cell's edge": (
        [table([[FOR, "a"], ["b", END]])],
        *("crosses-table", 1, (1, 1, 1), "cell"),
    ),
    "a loop over a link's edge": (
        [p("a " + FOR, Link("b " + END))],
        *("crosses-edge", 1, (), "link"),
    ),
    "a loop over a text box's edge": (
        [FOR, p(Box(("x", END)), "y")],
        *("crosses-edge", 1, (), "text box"),
    ),
    "a tag that would drop the page set-up": (
        [FOR, "x", p(END, open=SECTION)],
        *("section-break", 3, (), "section"),
    ),
    "empty tag": (["a {{ }}"], "empty-tag", 1, (), "empty"),
    "empty control tag": (["a {% %}"], "empty-tag", 1, (), "empty"),
    "two words": (["{{ report title }}"], "tag-syntax", 1, (), "{{ report_title }}"),
    "half a comparison": (["{% if cost > %}a{% endif %}"], "tag-syntax", 1, (), "understood"),
    "more behind else": (
        ["{% if urgent %}a{% else cost %}b{% endif %}"],
        *("tag-syntax", 1, (), "{% else %}"),
    ),
    "incomparable": (["{% if meeting_date > 5 %}a{% endif %}"], "cannot-compare", 1, (), "“5”"),
    "a list compared": (
        ["{% if findings == 2 %}a{% endif %}"],
        "cannot-compare",
        1,
        (),
        "Findings",
    ),
    "yes compared with a text": (
        ["{% if urgent == 'Yes' %}a{% endif %}"],
        *("cannot-compare", 1, (), "{% if field_name %}"),
    ),
    "not a choice": (
        ["{% if decision == 'aprove' %}a{% endif %}"],
        *("not-a-choice", 1, (), "'approve'"),
    ),
    "a filter for another kind": (["{{ report_title|day }}"], "filter-kind", 1, (), "a text"),
    "rows joined": (["{{ findings|join(', ') }}"], "filter-kind", 1, (), "attribute='theme'"),
    "too many arguments": (
        ["{{ cost|money(2) }}"],
        "filter-arguments",
        1,
        (),
        "less in its brackets",
    ),
    "too long": (["{{ report_title " + " " * 500 + "}}"], "tag-too-long", 1, (), "500"),
}


@pytest.mark.parametrize("case", CASES)
def test_finds(case):
    blocks, code, paragraph, cells, words = CASES[case]
    (problem,) = [found for found in check_template(skeleton(*blocks), FIELDS) if _stops(found)]
    place = problem.place
    assert (problem.code, place.paragraph) == (code, paragraph)
    assert [(cell.table, cell.row, cell.cell) for cell in place.cells] == ([cells] if cells else [])
    assert words in str(problem)
    assert problem.fix
    assert place.tag


def _stops(problem):
    return problem.severity is Severity.STOP


def test_finds_all_at_once_in_their_order():
    blocks = ["{{ a }}", FOR, "{{ f.b }}", "{{ c|d|e|g }}", "{% if x %}", "{% endif %}", "{{ z }}"]
    found = [problem.place.paragraph for problem in check_template(skeleton(*blocks), FIELDS)]
    assert found[:6] == [1, 2, 3, 4, 5, 7]


def test_a_loop_over_an_unknown_field_is_told_once():
    blocks = ["{% for f in fndings %}", "{{ f.text }} {{ f.a.b|upper }}", END]
    found = [problem for problem in check_template(skeleton(*blocks), FIELDS) if _stops(problem)]
    assert [problem.code for problem in found] == ["unknown-field"]


def test_a_header_row_in_a_loop_is_a_warning():
    blocks = [table([FOR], ["Theme"], ["{{ f.theme }}"], [END], header=2)]
    (found,) = [x for x in check_template(skeleton(*blocks), FIELDS) if x.code != "unused-field"]
    assert (found.code, found.severity) == ("header-row-in-loop", Severity.WARN)


def test_a_header_row_above_the_loop_is_no_fault():
    blocks = [table(["Theme"], [FOR], ["{{ f.theme }}"], [END], header=1)]
    codes = {found.code for found in check_template(skeleton(*blocks), FIELDS)}
    assert codes == {"unused-field"}


def test_warns_of_a_field_never_printed():
    names = {
        problem.place.label
        for problem in check_template(
            skeleton("{{ report_title }}", "{% if urgent %}a{% endif %}"), FIELDS
        )
        if problem.code == "unused-field"
    }
    assert {"Findings", "Background"} <= names
    assert not {"Report title", "Urgent"} & names


def test_problems_of_reading_come_first():
    made = skeleton("{{ x }}")
    with pytest.raises(TemplateError) as raised:
        compile_template(made, FIELDS)
    assert raised.value.problems[0].code == "unknown-field"
    assert raised.value.problems[-1].code == "unused-field"


def test_a_section_that_stays_is_no_fault():
    blocks = [p("{{ meeting_date }}", open=SECTION), Xml("<w:p/>")]
    assert not [found for found in check_template(skeleton(*blocks), FIELDS) if _stops(found)]
