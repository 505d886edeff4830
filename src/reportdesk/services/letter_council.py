"""What a letter calls the council in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.core.letter import Fact, Letter, Part, Role, Span, Sureness

_IN_ADDRESS = re.compile(
    r".*?\w.*?\bCouncil\b(?! (?:House|Offices?|Buildings?|Chambers?)\b)"
    r"|.*\b(?:Borough|City|Council) of .+|.*\bCorporation\b.*",
    re.IGNORECASE,
)
_STYLE = r"(?:County|City|Borough|District|Metropolitan|Unitary|London|Royal|Combined)"
_OF = rf"(?:{_STYLE} )*(?:Borough|City|County|Council) of (?:the )?"
_NO_COUNCIL = r"(?! (?:House|Offices?|Buildings?|Chambers?|Tax)\b)"
_SAYING = frozenset(
    {Role.INTRODUCTION, Role.LEAD, Role.ITEM, Role.PARAGRAPH, Role.CLOSING, Role.HEADING}
)
_JOINING = frozenset({"and", "&", "with", "upon"})


def council_of(letter: Letter) -> Fact[str] | None:
    """Return the council's name as fully as the letter gives it; never sure.

    The address names it, where it does; else the title or a sentence; else it is the short name
    of the title. None where no authority is named.
    """
    return _addressed(letter) or _said(letter) or _short(letter)


def _addressed(letter: Letter) -> Fact[str] | None:
    if letter.addressee is None:
        return None
    lines = letter.addressee.value.lines
    named = [found[0].strip(" ,") for line in lines if (found := _IN_ADDRESS.match(line))]
    return Fact(named[0], letter.addressee.spans, Sureness.LIKELY) if named else None


def _said(letter: Letter) -> Fact[str] | None:
    if letter.authority is None:
        return None
    name = _pattern(letter.authority.value)
    for text, spans in _texts(letter):
        if found := next(_whole_names(name, " ".join(text.split())), None):
            return Fact(found, spans, Sureness.LIKELY)
    return None


def _short(letter: Letter) -> Fact[str] | None:
    named = letter.authority
    return Fact(named.value, named.spans, Sureness.LIKELY) if named else None


def _texts(letter: Letter) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if letter.title:
        yield letter.title.value, letter.title.spans
    yield from ((part.text, part.spans) for part in letter.parts if _says(part))


def _says(part: Part) -> bool:
    return part.role in _SAYING


def _pattern(short: str) -> re.Pattern[str]:
    """The short name with what makes it a council's: before it, after it, or both."""
    place = r"\s".join("(?:and|&)" if word == "and" else re.escape(word) for word in short.split())
    return re.compile(
        rf"\b(?:{_OF})?{place}(?: {_STYLE})* Council\b{_NO_COUNCIL}|\b{_OF}{place}\b(?! {_STYLE})"
    )


def _whole_names(name: re.Pattern[str], text: str) -> Iterator[str]:
    """The names that are not the end of a longer one, such as another council's."""
    for found in name.finditer(text):
        before = text[: found.start()].split()[-1:]
        if not before or not _goes_on(before[0]):
            yield found[0]


def _goes_on(word: str) -> bool:
    return word in _JOINING or (word[:1].isupper() and word[-1].isalnum() and word != "The")
