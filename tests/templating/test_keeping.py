"""A filling leaves the next one what did not change, and nothing else."""

import pytest
from forms import ANSWERS, FIELDS, context
from skeletons import BODY, PlainWriter, fill, skeleton, table

from reportdesk.core.errors import ExportError
from reportdesk.core.richtext import Block, BlockKind, Run, plain, rich
from reportdesk.templating.compiler import compile_template
from reportdesk.templating.keeping import Kept

LOOP = ("{% for f in findings %}", "{{ f.theme }}", "{{ f.text }}", "{% endfor %}")


def long_draft(count=100):
    row = {"text": plain("word " * 200)}
    return context({"findings": tuple({"theme": f"No {at}", **row} for at in range(count))})


def changed(answers, at, **parts):
    rows = list(answers["findings"])
    rows[at] = {**rows[at], **parts}
    return {**answers, "findings": tuple(rows)}


def written(program, answers, kept):
    writer = PlainWriter()
    program.fill(answers, writer, kept)
    return writer.written


def test_only_the_changed_row_is_written_again():
    program, kept, answers = compile_template(skeleton(*LOOP), FIELDS), Kept(), long_draft()
    assert written(program, answers, kept) == 200
    assert written(program, changed(answers, 50, theme="New"), kept) == 2


def test_an_outer_answer_that_the_loop_reads_writes_all_again():
    blocks = (LOOP[0], "{{ report_title }} {{ f.theme }}", LOOP[-1])
    program, kept, answers = compile_template(skeleton(*blocks), FIELDS), Kept(), long_draft(10)
    written(program, answers, kept)
    assert written(program, {**answers, "report_title": "New"}, kept) == 20
    assert written(program, {**answers, "report_title": "New", "cost": 5}, kept) == 0


def test_a_row_that_moved_is_written_again_only_if_its_number_shows():
    numbered = (LOOP[0], "{{ loop.index }} {{ f.theme }}", LOOP[-1])
    for blocks, wanted in ((LOOP, 0), (numbered, 20)):
        program, kept, answers = compile_template(skeleton(*blocks), FIELDS), Kept(), long_draft(10)
        written(program, answers, kept)
        moved = {**answers, "findings": answers["findings"][::-1]}
        assert written(program, moved, kept) == wanted


def test_lists_begun_in_kept_rows_count():
    numbered = rich([Block((Run("one"),), BlockKind.NUMBER)])
    program, kept = compile_template(skeleton(*LOOP), FIELDS), Kept()
    answers = context({"findings": ({"text": numbered}, {"text": numbered})})
    first = program.fill(answers, PlainWriter(), kept)
    writer = PlainWriter()
    assert program.fill(answers, writer, kept) == first
    assert writer.begun == 2
    assert '<w:numId w:val="2"/>' in first[BODY][0]


def test_a_list_begun_earlier_writes_the_rows_behind_it_again():
    numbered = rich([Block((Run("one"),), BlockKind.NUMBER)])
    program, kept = compile_template(skeleton("{{ background }}", *LOOP), FIELDS), Kept()
    answers = context({"findings": ({"text": numbered},)})
    written(program, answers, kept)
    assert written(program, {**answers, "background": numbered}, kept) == 2


def test_equal_chunks_are_the_same_objects():
    program, kept, answers = compile_template(skeleton(*LOOP), FIELDS), Kept(), long_draft()
    first = program.fill(answers, PlainWriter(), kept)[BODY]
    second = program.fill(changed(answers, 50, theme="New"), PlainWriter(), kept)[BODY]
    same = [one is other for one, other in zip(first, second, strict=True)]
    assert same.count(False) == 1
    assert len(same) > 2


def test_chunks_do_not_depend_on_what_was_kept():
    program, kept, answers = compile_template(skeleton(*LOOP), FIELDS), Kept(), long_draft()
    program.fill(changed(answers, 3, theme="Old"), PlainWriter(), kept)
    assert program.fill(answers, PlainWriter(), kept) == program.fill(answers, PlainWriter())


def test_another_program_finds_nothing_kept():
    kept, answers = Kept(), long_draft(5)
    for _ in range(2):
        program = compile_template(skeleton(*LOOP), FIELDS)
        assert written(program, answers, kept) == 10


def test_rows_with_faults_are_not_kept():
    """A row without the field is a fault each time, not only the first."""
    program, kept = compile_template(skeleton(*LOOP), FIELDS), Kept()
    answers = {"findings": ({"theme": "a"},)}
    for _ in range(2):
        with pytest.raises(ExportError, match="Findings, row 1, Text"):
            program.fill(answers, PlainWriter(), kept)


def test_tables_stay_apart_when_kept():
    blocks = ("{% for f in findings %}", table(["{{ f.theme }}"]), "{% endfor %}")
    answers, kept = context(), Kept()
    made = skeleton(*blocks)
    program = compile_template(made, FIELDS)
    program.fill(answers, PlainWriter(), kept)
    turned = {**answers, "findings": answers["findings"][::-1]}
    kept_again = program.fill(turned, PlainWriter(), kept)
    assert "".join(kept_again[BODY]) == fill(made, FIELDS, turned)
    assert ANSWERS["findings"]
