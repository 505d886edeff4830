"""The box on the first page gives the decisions, or says them otherwise where that is asked."""

from __future__ import annotations

import pytest

from reportdesk.core.richtext import plain
from reportdesk.services.desk import Desk
from reportdesk.word.document_reader import read_document
from reportdesk.word.outline import outline


@pytest.mark.parametrize(("brief", "times"), [("", (2, 0)), ("In brief.", (1, 1))])
def test_the_box_may_word_the_decision_otherwise_than_section_five(house, brief, times):
    desk = Desk([house.templates])
    answers = {"recommendations": ({"text": plain("In full.")},), "decision_in_brief": plain(brief)}
    data = desk.word_file(desk.new("middlesbrough-executive", answers))
    said = "\n".join(outline(read_document(data, "report.docx")))
    assert (said.count("In full."), said.count("In brief.")) == times
