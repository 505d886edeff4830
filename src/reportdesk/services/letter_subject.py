"""What a visit was about, in the letter's words for its scope."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportdesk.core.letter import Letter, Span
from reportdesk.services.letter_steps import sentences

_LOOKED = re.compile(
    r"(?:Inspectors|(?:The|This) (?:focused |focussed |monitoring )?visit) "
    r"(?:looked (?:at|into)|focuss?ed on|reviewed|considered|evaluated|examined) (?P<subject>.+)"
    r"|(?:The|This) focus of (?:the|this) (?:focused |focussed |monitoring )?visit was (?:on )?"
    r"(?P<focus>.+)"
)
_THEIRS = r"(?:the (?:local authority|council|authority)|{name}(?: [A-Z]\w+){{0,3}})[’']s? "
_FRAMEWORK = re.compile(r",? in (?:accordance|line) with [^,;]*\bframework(?: \([A-Z]+\))?$")
_LEAD = re.compile(
    r",? (?:focuss?ing|with a (?:particular |specific )?focus|specifically|in particular"
    r"|including)\b[^,:]*:$"
)
_ABBREVIATED = re.compile(r"\b(?:St|Mr|Mrs|Ms|Dr|No|e\.g|i\.e)$")
_EVIDENCE = re.compile(r"(?:a )?(?:wide )?range of|the following\b|evidence\b")
_MOST_WORDS = 80
_LONGEST = 1200  # letters; what is longer is no sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """What was looked at, such as ``arrangements for children in care``.

    Attributes:
        owner: whose it is, as the letter says: ``the local authority’s``; or empty.
    """

    words: str
    owner: str
    spans: tuple[Span, ...]

    @property
    def phrase(self) -> str:
        """The words as they stand within a sentence."""
        return " ".join(filter(None, (self.owner, self.words)))


def subject_of(letter: Letter) -> Subject | None:
    """Return what was looked at, or None where the letter says it in no way that is known."""
    scope = letter.scope
    if scope is None:
        return None
    sentence = sentences(scope.value.split("\n")[0])[0]
    found = _LOOKED.fullmatch(sentence) if len(sentence) < _LONGEST else None
    if found is None:
        return None
    owner, words = _parted(found["subject"] or found["focus"], letter)
    words = _FRAMEWORK.sub("", _LEAD.sub("", words).removesuffix("."))
    return Subject(words, owner, scope.spans) if _holds(words) else None


def _parted(words: str, letter: Letter) -> tuple[str, str]:
    """Whose it is, and what it is."""
    name = re.escape(letter.authority.value) if letter.authority else "the local authority"
    theirs = re.match(_THEIRS.format(name=name), words)
    return (theirs[0].rstrip(), words[theirs.end() :]) if theirs else ("", words)


def _holds(subject: str) -> bool:
    """Whether it is whole: words without a list to come, every mark of a quotation closed."""
    if subject.endswith(":") or _ABBREVIATED.search(subject) or _EVIDENCE.match(subject):
        return False
    return 1 < len(subject.split()) <= _MOST_WORDS and _closed(subject)


def _closed(subject: str) -> bool:
    double = subject.count("“") == subject.count("”") and subject.count('"') % 2 == 0
    single = len(re.findall(r"(?<!\w)[‘'](?=\w)", subject))
    return double and single <= len(re.findall(r"(?<=[\w.,])[’'](?!\w)", subject))
