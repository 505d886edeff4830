"""Entries of template.yaml and the like, taken one by one, every fault with its path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportdesk.core.i18n import _
from reportdesk.core.places import FieldPath, Place
from reportdesk.core.problems import Problem
from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.core.reading import Raw

_CLAIMS = {"yes": True, "true": True, "no": False, "false": False, "": False}


@dataclass(slots=True)
class Faults:
    """What is wrong with one file, so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, path: FieldPath, code: str, message: str, fix: str) -> None:
        """Remember one more."""
        label = ", ".join(str(step + 1 if isinstance(step, int) else step) for step in path)
        self.problems.append(Problem(code, message, fix, Place(field=path, label=label)))


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping of the file at its path; what does not suit is told and reads as empty."""

    raw: Mapping[str, Raw]
    path: FieldPath
    faults: Faults

    @classmethod
    def of(cls, raw: Raw, path: FieldPath, faults: Faults) -> Entries:
        """Return the entries, none where the raw value is no mapping."""
        if isinstance(raw, dict):
            return cls(raw, path, faults)
        message = _("names with values are expected here")
        faults.add(path, "shape", message, _("write each as name: value, on lines of their own"))
        return cls({}, path, faults)

    def only(self, known: Iterable[str]) -> None:
        """Tell every name that is not known."""
        names = sorted(known)
        for name in self.raw:
            if name not in names:
                message = _("“{name}” is not known here").format(name=name)
                self.faults.add((*self.path, name), "unknown-entry", message, hint(name, names))

    def text(self, name: str, needed: bool = False) -> str:
        """Return the text, or nothing."""
        raw = self.raw.get(name, "")
        if isinstance(raw, str):
            if needed and not raw.strip():
                message = _("“{name}” is missing").format(name=name)
                self.faults.add(self.path, "missing-entry", message, _("add it"))
            return raw.strip()
        self.fault(name, _("one text is expected here"), _("write it after the colon"))
        return ""

    def whole(self, name: str, least: int = 0, default: int = 0) -> int:
        """Return the whole number, not below the least."""
        text = self.text(name)
        if not text:
            return default
        if text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least:
            return int(text)
        message = _("“{text}” is not a whole number from {least} up")
        self.fault(name, message.format(text=text[:40], least=least), _("write digits only"))
        return default

    def claim(self, name: str) -> bool:
        """Return whether it says yes."""
        text = self.text(name).casefold()
        if text not in _CLAIMS:
            message = _("“{text}” is neither yes nor no").format(text=text[:40])
            self.fault(name, message, _("write yes or no"))
        return _CLAIMS.get(text, False)

    def items(self, name: str, needed: bool = False) -> list[Raw]:
        """Return the list, or nothing."""
        raw = self.raw.get(name, "")
        if isinstance(raw, list):
            return raw
        if raw or needed:
            self.fault(name, _("a list is expected here"), _("begin each item with a dash"))
        return []

    def inner(self, name: str) -> Entries:
        """Return the mapping under that name, empty where there is none."""
        if not self.raw.get(name):
            return Entries({}, (*self.path, name), self.faults)
        return Entries.of(self.raw[name], (*self.path, name), self.faults)

    def fault(self, name: str, message: str, fix: str) -> None:
        """Tell what is wrong with the entry of that name."""
        self.faults.add((*self.path, name), "entry", message, fix)


def hint(name: str, known: Iterable[str]) -> str:
    """Return ``did you mean …`` where a known name is near, else the names that are known."""
    names = sorted(known)
    # Loaded here because only a fault needs it.
    import difflib

    near = difflib.get_close_matches(name, names, 1, 0.6)
    if near:
        return _("did you mean “{name}”?").format(name=near[0])
    return _("use one of: {names}").format(names=", ".join(names))
