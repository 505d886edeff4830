"""The well-known fields: whole, named alike, and asked as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from reportdesk.core.fields import Kind

VOCABULARY = Path(__file__).parents[2] / "templates" / "vocabulary.yaml"
FIELDS = yaml.load(VOCABULARY.read_text(encoding="utf-8"), yaml.BaseLoader)["fields"]
ATTRIBUTES = set(
    re.findall(
        r"\w+",
        "label kind required help empty guidance choices fields row max_characters max_words",
    )
)
UNION = re.findall(
    r"\w+",
    """council_name committee_name meeting_date other_meetings agenda_item_no report_title
report_ref report_of report_author portfolio_holder lead_director wards_affected part report_for
is_key_decision key_decision_reason key_decision_ref notice_first_published is_confidential
exempt_paragraphs public_interest_reason is_urgent urgency_reason lateness_reason urgency_route
callin_applies callin_exempt_reason strategic_plan_link summary short_summary purpose
reason_for_scrutiny why_member_decision recommendations reasons outcome_benefits background
main_issues options alternative_options legislative_context next_steps conclusion inspectorate
inspection_type inspection_subject inspection_dates published_date received_date inspectors
addressee legal_basis is_graded overall_grade grades previous_inspection headline strengths
areas_for_improvement areas_for_priority_action quotations source_documents required_response
response_due response_rows actions monitoring future_reports finance_table finance_standing_text
other_financial_info eia_status dpia_status consultation contacts signed_by clearances appendices
background_papers published_links glossary findings impl_financial impl_legal impl_equality
impl_risk impl_hr impl_climate impl_health impl_crime impl_data_protection impl_safeguarding
impl_corporate_parenting impl_social_value impl_procurement impl_property impl_ict
impl_human_rights impl_cross_council""",
)


def every_field(fields: dict, where: str = "") -> Iterator[tuple[str, dict]]:
    for id, field in fields.items():
        yield where + id, field
        yield from every_field(field.get("fields", {}), f"{where}{id}.")


ALL = list(every_field(FIELDS))


@pytest.mark.parametrize("id", UNION)
def test_the_union_of_councils_fields_is_covered(id):
    assert id in FIELDS


@pytest.mark.parametrize(("id", "field"), ALL, ids=[id for id, _ in ALL])
def test_a_field_is_whole(id, field):
    assert re.fullmatch(r"([a-z][a-z0-9_]*\.?)+", id)
    assert field.keys() <= ATTRIBUTES
    assert Kind(field["kind"])
    assert field["label"][0].isupper()
    assert field["help"].endswith((".", "?"))
    assert (field["kind"] in ("rows", "group")) == ("fields" in field)
    assert (field["kind"] in ("choice", "choices")) == ("choices" in field)


@pytest.mark.parametrize("id", [id for id in FIELDS if id.startswith("impl_")])
def test_an_implication_says_so_where_there_is_none(id):
    assert FIELDS[id]["empty"]


@pytest.mark.parametrize("id", [id for id, field in FIELDS.items() if field["kind"] == "rows"])
def test_a_row_has_a_name(id):
    assert FIELDS[id]["row"]


def test_whether_an_answer_is_required_is_for_each_template_to_say():
    assert not [id for id, field in ALL if "required" in field]
