"""Tells what each tag says, or in plain words why it cannot stand in a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from reportdesk.core.i18n import _
from reportdesk.core.problems import Problem
from reportdesk.core.skeleton import Tag
from reportdesk.templating import parser
from reportdesk.templating.tags import RefusedError, Statement, Word, place_of, shown

MAX_TAG = 500
_WORDS = ("for", "if", "elif", "else", "endfor", "endif")
_FIRST_WORD = re.compile(r"\{%[-+]?\s*([A-Za-z_]\w*)?")
_PLAIN = re.compile(r"\{%[-+]?\s*\w+\s*[-+]?%\}$")
_CONTROL_IN_VALUE = re.compile(r"\{\{\s*((?:for|if|elif|else|endfor|endif)\b.*?)\s*\}\}$")
_ELSE_IF = re.compile(r"\{%\s*(?:else\s*if|elsif|elseif)\b\s*(.*?)\s*%\}$", re.IGNORECASE)
_NAME = re.compile(r"\{%\s*([a-z_]\w*(?:\.\w+)*)\s*%\}$")
_EMPTY = re.compile(r"\{([{%])[-+]?\s*[-+]?[}%]\}$")


def read_tag(tag: Tag) -> Statement:
    """Return what the tag says, or why it is refused; never raises."""
    word = _word(tag.source)
    try:
        _refuse_odd(tag.source)
        return _STATEMENTS[word](tag.source)
    except RefusedError as refused:
        return _refused(tag, word, refused.code, refused.message, refused.fix)


def _word(source: str) -> Word:
    if source.startswith("{{"):
        return Word.VALUE
    if source.startswith("{#"):
        return Word.COMMENT
    found = _FIRST_WORD.match(source)
    return Word(found[1]) if found and found[1] in _WORDS else Word.REFUSED


def _refused(tag: Tag, word: Word, code: str, message: str, fix: str) -> Statement:
    said = _("{tag}: {message}").format(tag=shown(tag.source), message=message)
    return Statement(word, problems=(Problem(code, said, fix, place_of(tag)),))


def _refuse_odd(source: str) -> None:
    if len(source) > MAX_TAG:
        raise RefusedError(
            "tag-too-long",
            _("the tag is longer than {most} characters").format(most=MAX_TAG),
            _("check that every opening brace has its closing one; make the tag shorter"),
        )
    if _EMPTY.match(source):
        raise RefusedError(
            "empty-tag", _("the tag is empty"), _("write a field’s name in it, or delete it")
        )
    if control := _CONTROL_IN_VALUE.match(source):
        message = _("it says what is printed, and is not printed itself")
        fix = _("write it with per cent signs: {{% {control} %}}")
        raise RefusedError("wrong-braces", message, fix.format(control=shown(control[1])))
    if test := _ELSE_IF.match(source):
        message = _("another condition begins with “elif”")
        fix = _("write {{% elif {test} %}}").format(test=shown(test[1]) or "…")
        raise RefusedError("tag-syntax", message, fix)


def _plain(source: str) -> Statement:
    if not _PLAIN.match(source):
        word = _word(source).value
        message = _("nothing may stand behind “{word}” in the tag").format(word=word)
        raise RefusedError("tag-syntax", message, _("write {{% {word} %}}").format(word=word))
    return Statement(_word(source))


def _unknown(source: str) -> Statement:
    found = _FIRST_WORD.match(source)
    name = found[1] or "" if found else ""
    close = get_close_matches(name.lower(), _WORDS, 1, 0.7) if len(name) < 20 else []
    fix = _("only for, if, elif, else, endfor and endif can be used; delete the tag")
    if close:
        fix = _("did you mean {{% {word} %}}?").format(word=close[0])
    elif _NAME.match(source):
        fix = _("to print a field, write {{{{ {name} }}}}").format(name=shown(source[2:-2].strip()))
    message = _("there is no tag “{name}”").format(name=shown(name))
    raise RefusedError("unknown-tag", message, fix)


_STATEMENTS: Mapping[Word, Callable[[str], Statement]] = {
    Word.VALUE: parser.parse_value,
    Word.FOR: parser.parse_for,
    Word.IF: parser.parse_if,
    Word.ELIF: parser.parse_elif,
    Word.ELSE: _plain,
    Word.ENDFOR: _plain,
    Word.ENDIF: _plain,
    Word.COMMENT: lambda source: Statement(Word.COMMENT),
    Word.REFUSED: _unknown,
}
