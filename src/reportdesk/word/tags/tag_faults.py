"""What to tell an author about a tag that cannot be read, and where it is."""

from __future__ import annotations

from reportdesk.core.asked import shortened
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.core.problems import Problem, Severity
from reportdesk.core.quick_dataclasses import replace
from reportdesk.word.tags.tag_text import Fault, Found

MOST_TAGS = 2_000
_MOST_PROBLEMS = 200
_SHOWN = 60
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


class TooManyTags(Exception):
    """Ends the reading of a template that no person wrote."""


class TagFaults:
    """The problems of one template, each once, and a count of its tags."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._tags = 0
        self._styles: set[str] = set()
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found, in the order of the file."""
        return tuple(self._problems)

    def expect(self, tags: int) -> None:
        """Raise TooManyTags if a part has braces for more tags than are worth reading at all."""
        if tags > 2 * MOST_TAGS:
            self.count(tags)

    def count(self, tags: int) -> None:
        """Count tags; raises TooManyTags beyond the limit."""
        self._tags += tags
        if self._tags > MOST_TAGS:
            message = _("the template holds more than {most:,} tags").format(most=MOST_TAGS)
            fix = _("take out what is not needed; a list is one loop, not many tags")
            self.add(Problem("tag-too-many", message, fix, Place(self.file)))
            raise TooManyTags

    def add(self, problem: Problem) -> None:
        """Remember a problem."""
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems[problem] = None

    def tag(self, found: Found, place: Place) -> None:
        """Remember why a tag cannot be read."""
        assert found.fault
        code, message, fix = _MIXED if found.typed.startswith("{{%") else _TOLD[found.fault]
        mark = found.typed[:2]
        shown = {"mark": mark, "closing": _CLOSING.get(mark, ""), "opening": _OPENING.get(mark, "")}
        said = message.format(**shown)
        self._tell(found.typed, code, said, fix.format(**shown), place)

    def crossing(self, found: Found, place: Place) -> None:
        """Remember that a tag begins within a link or content control and ends outside of it."""
        message = _("the tag crosses the edge of a link, field or content control")
        fix = _("delete it and type the whole tag in one go, inside or outside")
        self._tell(found.typed, "tag-crossing", message, fix, place)

    def no_style(self, named: str, place: Place) -> None:
        """Remember that a style is used which the file does not have; each style once."""
        if named in self._styles:
            return
        self._styles.add(named)
        message = _("the style “{style}” is used here, but the file has no such style")
        fix = _("choose a style of the file in Word (Home, Styles)")
        said = message.format(style=named[:60])
        self.add(Problem("missing-style", said, fix, place, Severity.WARN))

    def tag_like(self, typed: str, place: Place) -> None:
        """Remember that something which looks like a tag will be printed as it stands."""
        message = _("it looks like a tag, but is printed as it stands")
        name = " ".join(typed.strip("{}% ").split())
        right = f"{{% {name} %}}" if "%" in typed else f"{{{{ {name} }}}}"
        said = _("{tag}: {message}").format(tag=typed, message=message)
        fix = _("write {tag}, or leave it if it is meant to be read").format(tag=right)
        self.add(Problem("tag-like", said, fix, replace(place, tag=typed), Severity.WARN))

    def deleted(self, typed: str, place: Place) -> None:
        """Remember that a tag stands in text that is marked as deleted."""
        message = _("a tag stands in text that is marked as deleted")
        fix = _("accept or reject the change in Word (Review, Accept or Reject)")
        self._tell(typed, "tag-deleted", message, fix, place)

    def misplaced(self, typed: str, where: str, place: Place) -> None:
        """Remember that a tag stands where none is filled."""
        message = _("a tag stands in {where}, where it cannot be filled in").format(where=where)
        fix = _("take it out there, or put it in the text")
        self._tell(typed, "tag-misplaced", message, fix, place)

    def _tell(self, typed: str, code: str, message: str, fix: str, place: Place) -> None:
        """Remember what is wrong with a tag, which the message begins with."""
        tag = shortened(typed, _SHOWN)
        said = f"{tag}: {message}" if tag else message
        self.add(Problem(code, said, fix, replace(place, tag=typed)))


_MIXED = (
    "tag-unclosed",
    _("the tag has a brace too many"),
    _("write {{% at its start and %}} at its end"),
)
_OPENING = {"}}": "{{", "%}": "{%", "#}": "{#"}
_TOLD = {
    Fault.UNCLOSED: (
        "tag-unclosed",
        _("a tag is opened with {mark} but not closed"),
        _("write {closing} at its end, in the same paragraph"),
    ),
    Fault.STRAY: (
        "tag-stray",
        _("{mark} closes a tag that was never opened"),
        _("write {opening} at the tag’s start, in the same paragraph, or delete {mark}"),
    ),
    Fault.OBJECT: (
        "tag-object",
        _("a picture, link or note stands inside the tag"),
        _("delete the tag and type it again in one go"),
    ),
    Fault.LONG: (
        "tag-too-long",
        _("the tag is longer than 500 letters"),
        _("shorten it; a tag names a field, the text stands around it"),
    ),
}
