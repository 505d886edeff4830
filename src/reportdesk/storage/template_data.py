"""What a template asks for as plain data, to be kept between starts."""

from __future__ import annotations

from typing import Any

from reportdesk.core.fields import Choice, Field, Kind
from reportdesk.core.template import CommitteeType, Section, Template, WordFile

# Lists, texts and numbers, as JSON can hold them: a file's edge.
Data = Any


def template_to_data(template: Template) -> Data:
    """Return lists that ``template_from_data`` makes the same template of."""
    documents = [[one.id, one.title, one.file, one.file_name] for one in template.documents]
    sections = [
        [one.id, one.title, [_field_to_data(field) for field in one.fields], one.help]
        for one in template.sections
    ]
    texts = [template.id, template.title, template.council, template.version, template.summary]
    return [*texts, template.body.value, documents, sections]


def template_from_data(data: Data) -> Template:
    """Return the template; TypeError or ValueError where the data was made of none."""
    id, title, council, version, summary, body, documents, sections = data
    return Template(
        id=id,
        title=title,
        council=council,
        version=version,
        summary=summary,
        body=CommitteeType(body),
        documents=tuple(WordFile(*one) for one in documents),
        sections=tuple(_section(*one) for one in sections),
    )


def _section(id: str, title: str, fields: Data, help: str) -> Section:
    return Section(id, title, tuple(_field(*one) for one in fields), help)


def _field_to_data(field: Field) -> Data:
    return [
        [field.id, field.label, field.kind.value, field.required],
        [field.help, field.empty, field.guidance],
        [[str(choice), choice.label] for choice in field.choices],
        [_field_to_data(inner) for inner in field.fields],
        [field.row, field.max_characters, field.max_words, field.standard],
    ]


def _field(names: Data, words: Data, choices: Data, fields: Data, limits: Data) -> Field:
    id, label, kind, required = names
    help, empty, guidance = words
    row, characters, most_words, standard = limits
    made = tuple(Choice(*one) for one in choices)
    inner = tuple(_field(*one) for one in fields)
    texts, most = (help, empty, guidance), (characters, most_words)
    return Field(id, label, Kind(kind), required, *texts, made, inner, row, *most, standard)
