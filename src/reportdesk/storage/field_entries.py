"""Fields as vocabulary.yaml and template.yaml describe them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportdesk.core.fields import Choice, Field, Kind
from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath
from reportdesk.core.quick_dataclasses import replace
from reportdesk.core.reading import Raw
from reportdesk.storage.shape import Entries, Faults

Vocabulary = Mapping[str, Field]

# Attributes that give a well-known field its meaning: the same in every template.
_MEANING = ("kind", "choices", "fields")
_TEXTS = ("label", "help", "empty", "guidance", "row", "standard")
_LOOK = ("required", *_TEXTS, "max_characters", "max_words")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_KINDS = {kind.value: kind for kind in Kind}
_WITH_CHOICES = (Kind.CHOICE, Kind.CHOICES)
_WITH_FIELDS = (Kind.ROWS, Kind.GROUP)


def read_fields(entries: Entries) -> tuple[Field, ...]:
    """Return the fields that the mapping describes, id by id."""
    return tuple(_own(id, entries.inner(id)) for id in entries.raw)


def read_listed_field(
    raw: Raw, path: FieldPath, vocabulary: Vocabulary, faults: Faults
) -> Field | None:
    """Return the field that an item of a section names or describes, None where it has no id."""
    if isinstance(raw, str):
        entries = Entries({"id": raw}, path, faults)
    else:
        entries = Entries.of(raw, path, faults)
    id = entries.text("id", needed=True)
    if id in vocabulary:
        return _well_known(vocabulary[id], entries)
    if isinstance(raw, str):
        message = _("“{id}” is not in the vocabulary").format(id=raw)
        fix = _("check its spelling, or describe it with id, label and kind")
        faults.add(path, "unknown-field", message, fix)
        return None
    return _own(id, entries, ("id",)) if id else None


def _well_known(field: Field, entries: Entries) -> Field:
    for name in _MEANING:
        if name in entries.raw:
            message = _("“{name}” of a well-known field is the same in every template")
            fix = _("leave it out, or give the field another id")
            entries.fault(name, message.format(name=name), fix)
    entries.only(("id", *_LOOK, *_MEANING))
    return _looking(field, entries)


def _own(id: str, entries: Entries, more: tuple[str, ...] = ()) -> Field:
    if not _ID.fullmatch(id):
        message = _("“{id}” cannot name a field").format(id=id[:40])
        fix = _("use small letters, digits and _, with a letter first")
        entries.faults.add(entries.path, "field-id", message, fix)
    entries.only((*_LOOK, *_MEANING, *more))
    entries.text("label", needed=True)
    kind = _kind(entries)
    field = Field(id, id, kind, choices=_choices(kind, entries), fields=_inner(kind, entries))
    return _looking(field, entries)


def _looking(field: Field, entries: Entries) -> Field:
    """Return the field with the attributes that are given."""
    texts = {name: entries.text(name) for name in _TEXTS if name in entries.raw}
    limits = {
        name: entries.whole(name) for name in ("max_characters", "max_words") if name in entries.raw
    }
    required = entries.claim("required") if "required" in entries.raw else field.required
    return replace(field, required=required, **texts, **limits)  # type: ignore[arg-type]


def _kind(entries: Entries) -> Kind:
    text = entries.text("kind", needed=True)
    if text and text not in _KINDS:
        message = _("“{kind}” is not a kind of field").format(kind=text[:40])
        entries.fault("kind", message, _("use one of: {kinds}").format(kinds=", ".join(_KINDS)))
    return _KINDS.get(text, Kind.LINE)


def _choices(kind: Kind, entries: Entries) -> tuple[Choice, ...]:
    items = entries.items("choices", needed=kind in _WITH_CHOICES)
    if items and kind not in _WITH_CHOICES:
        entries.fault("choices", _("only a choice has choices"), _("leave them out"))
    made = [
        _choice(item, (*entries.path, "choices", at), entries.faults)
        for at, item in enumerate(items)
    ]
    if len(set(made)) < len(made):
        entries.fault("choices", _("a choice is given twice"), _("keep one of them"))
    return tuple(made)


def _choice(item: Raw, path: FieldPath, faults: Faults) -> Choice:
    if isinstance(item, str) and item:
        return Choice(item)
    if isinstance(item, dict) and len(item) == 1:
        ((id, label),) = item.items()
        if isinstance(label, str):
            return Choice(id, label)
    message = _("a choice is one text, or its id and label")
    faults.add(path, "choice", message, _("write - id: label"))
    return Choice("")


def _inner(kind: Kind, entries: Entries) -> tuple[Field, ...]:
    if kind is Kind.PERSON:
        return person_fields()
    inner = entries.inner("fields")
    if kind in _WITH_FIELDS and not inner.raw:
        entries.fault("fields", _("its fields are missing"), _("list them under fields:"))
    if kind not in _WITH_FIELDS and inner.raw:
        entries.fault("fields", _("only rows and groups have fields"), _("leave them out"))
    if "id" in inner.raw:
        inner.fault("id", _("“id” names the row itself"), _("give the field another id"))
    return read_fields(inner)


def person_fields() -> tuple[Field, ...]:
    """Return what is asked of every person."""
    labels = (
        ("name", _("Name")),
        ("role", _("Role")),
        ("service", _("Service")),
        ("telephone", _("Telephone")),
        ("email", _("Email")),
    )
    return tuple(Field(id, label, Kind.LINE) for id, label in labels)
