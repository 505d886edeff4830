"""A report's settings: the template's, without what tells of its past or its maker."""

from __future__ import annotations

from reportdesk.word.tags.token_reader import TokenReader
from reportdesk.word.tags.tokens import step

_DROPPED_WORDS = (
    "w:rsids w:docVars w:linkStyles w:documentProtection w:writeProtection w:trackRevisions"
    " w:attachedSchema w:proofState w:activeWritingStyle w:formsDesign w:updateFields"
    " w:themeFontLang w:readModeInkLockDown w:saveThroughXslt w:removePersonalInformation"
    " w:removeDateAndTime w14:docId w15:docId w16cid:durableId"
)
_DROPPED = frozenset(_DROPPED_WORDS.split())
_AFTER_LANGUAGE_WORDS = (
    "w:clrSchemeMapping w:doNotIncludeSubdocsInStats w:doNotAutoCompressPictures w:forceUpgrade"
    " w:captions w:smartTagType w:shapeDefaults w:doNotEmbedSmartTags w:decimalSymbol"
    " w:listSeparator"
)
_AFTER_LANGUAGE = frozenset(_AFTER_LANGUAGE_WORDS.split())
_AFTER_UPDATE_WORDS = (
    "w:hdrShapeDefaults w:footnotePr w:endnotePr w:compat m:mathPr w:themeFontLang"
)
_AFTER_UPDATE = _AFTER_LANGUAGE | frozenset(_AFTER_UPDATE_WORDS.split())


def clean_settings(content: bytes, language: str, has_contents: bool) -> bytes:
    """Return the settings part for reports; raises XmlFault.

    ``has_contents``: the document has a table of contents, to be brought up to date when opened.
    """
    reader = TokenReader()
    reader.read(content)
    tokens = [str(token) for token in reader.tokens]
    head = reader.head(tokens[0])
    if len(tokens) == 1:
        return content
    children = [child for child in _children(tokens[1:-1]) if child[0] not in _DROPPED]
    language_set = ("w:themeFontLang", f'<w:themeFontLang w:val="{language}"/>')
    _insert(children, language_set, _AFTER_LANGUAGE)
    if has_contents:
        _insert(children, ("w:updateFields", '<w:updateFields w:val="true"/>'), _AFTER_UPDATE)
    return "".join([head, *(xml for _name, xml in children), tokens[-1]]).encode()


def _children(tokens: list[str]) -> list[tuple[str, str]]:
    """Return the elements among the tokens, each by its name."""
    children: list[tuple[str, str]] = []
    depth, start = 0, 0
    for at, token in enumerate(tokens):
        depth += step(token)
        if depth == 0:
            name = tokens[start][1:].split(" ", 1)[0].rstrip("/>")
            children.append((name, "".join(tokens[start : at + 1])))
            start = at + 1
    return children


def _insert(
    children: list[tuple[str, str]], child: tuple[str, str], followers: frozenset[str]
) -> None:
    """Put a child in its place in the order of the standard: before the first that may follow."""
    at = next((at for at, (name, _xml) in enumerate(children) if name in followers), len(children))
    children.insert(at, child)
