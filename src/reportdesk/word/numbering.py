"""The lists that a Word file defines: numbering.xml read once, for the writer and the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple  # not dataclasses: every cold start pays for them
from xml.parsers import expat

from reportdesk.core.quick_dataclasses import dataclass, field
from reportdesk.word.start_tags import Attributes, Handler, damaged, whole

LEVELS = 9


@dataclass(slots=True)
class Level:
    """One level of a list.

    Attributes:
        format: ``decimal``, ``lowerLetter``, ``bullet`` …
        text: ``%1.%2`` or the bullet itself.
        restart: level (from 1) after which it starts anew; 0 never, -1 after any higher one.
        style: id of the paragraph style that this level is tied to.
        legal: shows every number in it as a decimal one.
        left: indent in twentieths of a point, ``hanging`` and ``first`` from there.
        font: the bullet's font.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    style: str = ""
    legal: bool = False
    suffix: str = "tab"
    left: int = 0
    hanging: int = 0
    first: int = 0
    font: str = ""


@dataclass(slots=True)
class Num:
    """A list in use: a definition, and the levels that start or look otherwise than there."""

    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Abstract:
    """The definition of a list; ``link`` names the style whose list it shares."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    style: str = ""


class Numbering(NamedTuple):
    """All lists of a file.

    Attributes:
        xml: numbering.xml as it stands, empty where there is nothing in it.
        abstracts_end: where in ``xml`` a new definition goes.
        nums_end: where in ``xml`` a new list goes.
    """

    xml: bytes
    abstracts: Mapping[str, Abstract]
    nums: Mapping[str, Num]
    abstracts_end: int
    nums_end: int

    def definition(self, num_id: str) -> str:
        """Return the id of the definition behind a list, or empty."""
        num = self.nums.get(num_id)
        abstract = self.abstracts.get(num.abstract) if num else None
        if num is None or abstract is None:
            return ""
        if not abstract.link:
            return num.abstract
        shared = (key for key, one in self.abstracts.items() if one.style == abstract.link)
        return next(shared, num.abstract)

    def level(self, num_id: str, level: int) -> Level | None:
        """Return a level of a list as it is used, or None where there is no such thing."""
        num = self.nums.get(num_id)
        if num is None:
            return None
        abstract = self.abstracts.get(self.definition(num_id))
        return num.levels.get(level) or (abstract.levels.get(level) if abstract else None)

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """Return the level that is tied to the style, 0 where none is."""
        abstract = self.abstracts.get(self.definition(num_id))
        levels = abstract.levels if abstract else {}
        return next((at for at, level in levels.items() if level.style == style_id), 0)


def read_numbering(xml: bytes) -> Numbering:
    """Return the lists of a numbering.xml; raises PackageError if it is damaged."""
    return _Reader(xml).numbering() if xml else _NO_LISTS


_NO_LISTS = Numbering(b"", {}, {}, 0, 0)


class _Reader:
    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._handlers = self._by_tag()
        self._abstracts: dict[str, Abstract] = {}
        self._nums: dict[str, Num] = {}
        self._abstract, self._num, self._level = Abstract(), Num(), Level()
        self._override = -1
        self._marks: dict[str, int] = {}

    def numbering(self) -> Numbering:
        try:
            self._parser.Parse(self._xml, True)
        except expat.ExpatError as error:
            raise damaged(error) from error
        close = self._marks["numbering"]
        if self._xml[close : close + 2] != b"</":
            return _NO_LISTS
        end = self._marks.get("numIdMacAtCleanup", close)
        first = self._marks.get("num", end)
        return Numbering(self._xml, self._abstracts, self._nums, first, end)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        local = tag.rpartition("}")[2]
        if local in ("num", "numIdMacAtCleanup"):
            self._marks.setdefault(local, self._parser.CurrentByteIndex)
        handler = self._handlers.get(local)
        if handler:
            handler({name.rpartition("}")[2]: value for name, value in given.items()})

    def _end(self, tag: str) -> None:
        self._marks["numbering"] = self._parser.CurrentByteIndex

    def _by_tag(self) -> dict[str, Handler]:
        return {
            "abstractNum": self._begin_abstract,
            "numStyleLink": lambda given: setattr(self._abstract, "link", given.get("val", "")),
            "styleLink": lambda given: setattr(self._abstract, "style", given.get("val", "")),
            "lvl": self._begin_level,
            "start": lambda given: self._say("start", whole(given, "val", 1)),
            "numFmt": lambda given: self._say("format", given.get("val", "decimal")),
            "lvlText": lambda given: self._say("text", given.get("val", "")),
            "lvlRestart": lambda given: self._say("restart", whole(given, "val", -1)),
            "pStyle": lambda given: self._say("style", given.get("val", "")),
            "isLgl": lambda given: self._say("legal", given.get("val", "1") not in ("0", "false")),
            "suff": lambda given: self._say("suffix", given.get("val", "tab")),
            "ind": self._indent,
            "rFonts": lambda given: self._say("font", given.get("ascii", "")),
            "num": self._begin_num,
            "abstractNumId": lambda given: setattr(self._num, "abstract", given.get("val", "")),
            "lvlOverride": lambda given: setattr(self, "_override", whole(given, "ilvl", 0)),
            "startOverride": self._start_override,
        }

    def _say(self, name: str, value: str | int) -> None:
        setattr(self._level, name, value)

    def _begin_abstract(self, given: Attributes) -> None:
        self._abstract = Abstract()
        self._override = -1
        self._abstracts[given.get("abstractNumId", "")] = self._abstract

    def _begin_level(self, given: Attributes) -> None:
        self._level = Level()
        levels = self._abstract.levels if self._override < 0 else self._num.levels
        levels[whole(given, "ilvl", 0)] = self._level

    def _begin_num(self, given: Attributes) -> None:
        self._num = Num()
        self._nums[given.get("numId", "")] = self._num

    def _start_override(self, given: Attributes) -> None:
        self._num.starts[self._override] = whole(given, "val", 1)

    def _indent(self, given: Attributes) -> None:
        self._level.left = whole(given, "left", whole(given, "start", 0))
        self._level.hanging = whole(given, "hanging", 0)
        self._level.first = whole(given, "firstLine", 0)
