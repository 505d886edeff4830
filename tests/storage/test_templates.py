"""Template folders: what is wrong with one is told whole, and never hides the others."""

from pathlib import Path

import pytest

from reportdesk.core.errors import TemplateError
from reportdesk.core.fields import Kind
from reportdesk.core.template import CommitteeType
from reportdesk.storage.templates import list_templates, load_template, load_vocabulary


@pytest.fixture
def folder(shelf_folder):
    return shelf_folder / "brackwater-scrutiny"


def load(folder):
    return load_template(folder, load_vocabulary(folder.parent / "vocabulary.yaml"))


def change(folder, old, new):
    path = folder / "template.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_template_is_read(folder):
    pack = load(folder)
    template = pack.template
    assert (template.id, template.version, template.body) == (
        "brackwater-scrutiny",
        2,
        CommitteeType.SCRUTINY,
    )
    assert template.document("report").file == "report.docx"
    assert [section.title for section in template.sections] == ["Meeting", "Body"]
    assert pack.folder == folder


def test_a_well_known_field_keeps_its_meaning_and_takes_a_look(folder):
    title = load(folder).template.field("report_title")
    assert (title.label, title.kind, title.required) == ("Title", Kind.LINE, True)


def test_fields_within_rows_are_read(folder):
    findings = load(folder).template.field("findings")
    assert findings.row == "Finding"
    assert findings.field("kind").choices[1].label == "Improvement"
    assert findings.field("quotations").fields[0].id == "text"


def test_a_person_has_its_fixed_fields(folder):
    person = load(folder).template.field("portfolio_holder")
    ids = ["name", "role", "service", "telephone", "email"]
    assert [field.id for field in person.fields] == ids


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: brackwater-scrutiny", "id: other", 2, "differs from the folder’s name"),
        ("title: Scrutiny report", "titel: Scrutiny report", 3, "did you mean “title”?"),
        ("title: Scrutiny report", "titel: Scrutiny report", 1, "“title” is missing"),
        ("version: 2", "version: two", 5, "“two” is not a whole number from 1 up"),
        ("format: 1", "format: 2", 1, "for a newer ReportDesk"),
        ("body: scrutiny", "body: scrutny", 7, "did you mean “scrutiny”?"),
        ("report.docx", "gone.docx", 9, "“gone.docx” is not in the template’s folder"),
        ("report.docx", "../report.docx", 9, "is not the name of a Word file"),
        ("{meeting_date}", "{meeting}", 9, "the template has no field “meeting”"),
        ("- meeting_date", "- meeting_dat", 16, "“meeting_dat” is not in the vocabulary"),
        ("- meeting_date", "- report_title", 16, "the field “report_title” is asked twice"),
        ("required: yes", "required: maybe", 15, "“maybe” is neither yes nor no"),
        ("required: yes", "kind: rich", 15, "“kind” of a well-known field is the same"),
        ("required: yes", "choices: [a]", 15, "“choices” of a well-known field is the same"),
        ("required: yes", "requierd: yes", 15, "“requierd” is not known here"),
        ("kind: money", "kind: cash", 24, "“cash” is not a kind of field"),
        ("label: Cost, kind: money", "kind: money", 24, "“label” is missing"),
        ("id: cost", "id: Cost!", 24, "“Cost!” cannot name a field"),
        ("choices: [east: East Ward, west: West Ward]", "choices: [a, a]", 26, "given twice"),
        ("choices: [east: East Ward, west: West Ward]", "help: x", 26, "a list is expected here"),
        ("kind: money", "kind: money, choices: [a]", 24, "only a choice has choices"),
        ("kind: money", "kind: rows", 24, "its fields are missing"),
        ("kind: money", "kind: money, fields: {a: {label: A, kind: line}}", 24, "only rows and"),
        ("title: Body", "title: [Body]", 19, "one text is expected here"),
    ],
)
def test_a_fault_is_told_with_its_line(folder, old, new, line, said):
    change(folder, old, new)
    with pytest.raises(TemplateError) as caught:
        load(folder)
    told = [(one.place.line, str(one)) for one in caught.value.problems]
    assert any(at == line and said in text for at, text in told), told


def test_all_faults_are_told_at_once(folder):
    change(folder, "version: 2", "version: two")
    change(folder, "kind: money", "kind: cash")
    change(folder, "- meeting_date", "- meeting_dat")
    with pytest.raises(TemplateError) as caught:
        load(folder)
    assert sorted(one.place.line for one in caught.value.problems) == [5, 9, 16, 24]


def test_a_broken_template_does_not_hide_the_rest(shelf_folder):
    other = shelf_folder / "other"
    other.mkdir()
    (other / "template.yaml").write_text("format: [", encoding="utf-8")
    shelf = list_templates([shelf_folder])
    assert shelf.ids() == ("brackwater-scrutiny",)
    assert [Path(one.place.file).parent.name for one in shelf.problems] == ["other"]


def test_the_first_of_two_templates_with_one_id_is_used(shelf_folder, tmp_path, folder):
    second = tmp_path / "more" / "brackwater-scrutiny"
    second.mkdir(parents=True)
    for file in folder.iterdir():
        (second / file.name).write_bytes(file.read_bytes())
    shelf = list_templates([shelf_folder, second.parent])
    assert shelf.find("brackwater-scrutiny").folder == folder
    assert [one.code for one in shelf.problems] == ["same-id"]


def test_a_folder_that_is_gone_is_told(shelf_folder, tmp_path):
    shelf = list_templates([shelf_folder, tmp_path / "share"])
    assert shelf.ids() == ("brackwater-scrutiny",)
    assert [one.code for one in shelf.problems] == ["template-folder"]


def test_a_broken_vocabulary_is_told(shelf_folder):
    (shelf_folder / "vocabulary.yaml").write_text("fields:\n  a: {label: A, kind: odd}\n")
    shelf = list_templates([shelf_folder])
    assert shelf.ids() == ()
    assert shelf.problems[0].place.line == 2


def test_an_id_is_looked_up_and_never_a_path(shelf_folder):
    shelf = list_templates([shelf_folder])
    assert shelf.find("../templates/brackwater-scrutiny") is None


def test_all_shipped_templates_can_be_used():
    shelf = list_templates([Path("templates")])
    assert len(shelf.packs) >= 5
    assert shelf.problems == ()
