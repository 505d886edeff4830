"""The careful pass over a YAML file: every fault with its line, and the line of every entry."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import dataclass, field, replace
from reportdesk.core.reading import Raw
from reportdesk.storage.yaml_bytes import YamlBytes, too_many
from reportdesk.storage.yaml_limits import MAX_DEPTH, MAX_EVENTS, MAX_KEY, MERGE
from reportdesk.storage.yaml_parser import event_reader
from reportdesk.storage.yaml_syntax import syntax_fault

_MAX_TOLD = 100
_DELETE_REST = _("delete what begins here, or open another file")
_QUOTE = _("put the whole text in quotation marks: '…'")
_COMMENT = re.compile(r"[ \t]+#")


@dataclass(slots=True)
class Diagnosis:
    """All that the careful pass found."""

    root: dict[str, Raw] = field(default_factory=dict)
    lines: dict[FieldPath, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def diagnose(checked: YamlBytes, file: str) -> Diagnosis:
    """Return the file's mapping, lines, faults and warnings, as far as it can be parsed."""
    return _Careful(checked, file).run()


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is still open; ``key`` is the one whose value comes next."""

    held: dict[str, Raw] | list[Raw]
    path: FieldPath
    key: str | None = None
    is_key: bool = False


class _Stop(Exception):
    """Nothing more can be made out."""


class _Careful:
    def __init__(self, checked: YamlBytes, file: str) -> None:
        self._checked = checked
        self._file = file
        self._made = Diagnosis()
        self._line = 1
        self._top: list[Raw] = []
        self._stack = [_Frame(self._top, ())]
        self._rows = checked.text.splitlines()

    def run(self) -> Diagnosis:
        """Return what was found up to the end, or up to where nothing can be made out."""
        try:
            self._read()
            self._take_root()
        except _Stop:
            pass
        except (yaml.YAMLError, ValueError) as error:  # ValueError: a number beyond all bounds
            self._made.faults.append(syntax_fault(error, self._file, self._line, self._rows))
        return self._made

    def _read(self) -> None:
        take = event_reader(self._checked.data)
        documents = 0
        for _count in range(MAX_EVENTS):
            event = take()
            self._line = event.start_mark.line + 1
            if isinstance(event, StreamEndEvent):
                return
            documents += isinstance(event, DocumentStartEvent)
            if documents > 1:
                self._stop("documents", _("a second document (---) begins here"), _DELETE_REST)
            elif isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, CollectionEndEvent):
                self._close()
        self._made.faults.append(too_many(self._file))

    def _node(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("anchor", _("anchors (&) and aliases (*) are not read"), _QUOTE)
        if getattr(event, "tag", None) is not None:
            self._fault("tag", _("tags (!) are not read"), _QUOTE)
        if isinstance(event, CollectionStartEvent):
            self._open(event)
            return
        if isinstance(event, ScalarEvent):
            self._tell_comment(event)
        value = "" if isinstance(event, AliasEvent) else self._checked.restored(event.value)
        self._put(value)

    def _open(self, event: Any) -> None:
        if len(self._stack) > MAX_DEPTH:
            message = _("answers lie more than {most} levels deep").format(most=MAX_DEPTH)
            self._stop("too-deep", message, _("check the indentation and the brackets"))
        frame = self._stack[-1]
        is_key = isinstance(frame.held, dict) and frame.key is None
        if is_key:
            self._fault("key", _("a name must be one text, not a list or a group"), _QUOTE)
        path = self._path()
        self._made.lines.setdefault(path, self._line)
        held: dict[str, Raw] | list[Raw] = {} if isinstance(event, MappingStartEvent) else []
        self._stack.append(_Frame(held, path, is_key=is_key))

    def _close(self) -> None:
        frame = self._stack.pop()
        if frame.is_key:
            self._stack[-1].key = ""
        else:
            self._put(frame.held)

    def _put(self, value: Raw) -> None:
        frame = self._stack[-1]
        if isinstance(frame.held, list):
            self._made.lines.setdefault(self._path(), self._line)
            frame.held.append(value)
        elif frame.key is None:
            self._take_key(frame, frame.held, str(value))
        else:
            frame.held[frame.key] = value
            frame.key = None

    def _take_key(self, frame: _Frame, held: dict[str, Raw], key: str) -> None:
        frame.key = key
        path = self._path()
        if key in held:
            message = _("“{key}” is given twice, first on line {line}")
            said = message.format(key=key, line=self._made.lines[path])
            self._fault("twice", said, _("keep one of them"))
        if len(key) > MAX_KEY:
            message = _("a name has {count} characters; at most {most} are read")
            said = message.format(count=len(key), most=MAX_KEY)
            self._fault("key", said, _("put the text after a colon"))
        if key == MERGE:
            self._fault("merge", _("merge keys (<<) are not read"), _("write the answers out"))
        self._made.lines.setdefault(path, self._line)

    def _path(self) -> FieldPath:
        frame = self._stack[-1]
        if len(self._stack) == 1:
            return ()
        last = len(frame.held) if isinstance(frame.held, list) else frame.key or ""
        return (*frame.path, last)

    def _tell_comment(self, event: Any) -> None:
        if event.style or event.end_mark.line >= len(self._rows):
            return
        row, column = self._rows[event.end_mark.line], event.end_mark.column
        if _COMMENT.match(row, column):
            dropped = self._checked.restored(" ".join(row[column : column + 80].split())[:40])
            message = _("“{text}” counts as a comment, so it would not be printed")
            self._line = event.end_mark.line + 1
            problem = self._problem("comment", message.format(text=dropped), _QUOTE)
            self._made.warnings.append(replace(problem, severity=Severity.WARN))

    def _take_root(self) -> None:
        root = self._top[0] if self._top else ""
        if isinstance(root, dict):
            self._made.root = root
        elif not root:
            self._fault("empty", _("the file holds nothing"), _("open another file"))
        else:
            message = _("the file is not made of names, each with a colon and what belongs to it")
            self._fault("not-a-mapping", message, _("check that it is the right file"))

    def _stop(self, code: str, message: str, fix: str) -> None:
        self._fault(code, message, fix)
        raise _Stop

    def _fault(self, code: str, message: str, fix: str) -> None:
        self._made.faults.append(self._problem(code, message, fix))
        if len(self._made.faults) >= _MAX_TOLD:
            raise _Stop

    def _problem(self, code: str, message: str, fix: str) -> Problem:
        line = max(1, min(self._line, len(self._rows)))
        return Problem(code, message, fix, Place(self._file, line, field=self._path()))
