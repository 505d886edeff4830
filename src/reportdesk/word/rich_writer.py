"""Values written as WordprocessingML in the house style, by joining strings."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple  # not dataclasses: every cold start pays for them

from reportdesk.core.richtext import Block, BlockKind, RichText, Run
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.house_style import HouseStyle
from reportdesk.word.letters import RUN_END, bare_letters, letters
from reportdesk.word.links import Links
from reportdesk.word.lists import BegunLists, Lists
from reportdesk.word.numbering_part import new_numbering_part
from reportdesk.word.openings import Openings, with_section

_END = "</w:p>"
_LINE_BREAK = "<w:r><w:br/></w:r>"
_BOLD = "<w:rPr><w:b/></w:rPr>"


class Recorded(NamedTuple):
    """What a passage began and linked to."""

    lists: BegunLists
    links: tuple[str, ...]


class Mark(NamedTuple):
    """How many lists were begun and addresses linked, and in which part."""

    part: str
    lists: int
    links: int


class RichWriter:
    """The writer of one filling; ``finished`` gives the parts that it changed."""

    def __init__(self, house: HouseStyle) -> None:
        self._house = house
        self._lists = Lists(house.numbering, house.own_lists)
        self._links = Links(house.read, house.main)
        self._part = house.main

    def open_part(self, name: str) -> None:
        """Say that what is written from now on belongs to the part of that name."""
        self._part = name
        self._links.open_part(name)

    def run(self, text: str, properties: str) -> str:
        """Return a run with that text; raises ExportError for a control character."""
        return self._house.runs(properties)[0] + letters(text) + RUN_END

    def bare(self, text: str) -> str:
        """Return the text escaped, on one line; raises ExportError for a control character."""
        return bare_letters(text)

    def gap(self, text: str, properties: str) -> str:
        """Return a run that shows a missing answer so that nobody overlooks it."""
        return self.run(text, self._house.gap_properties(properties))

    def inline(self, value: RichText, properties: str) -> str:
        """Return rich text as runs; blocks stand on lines of their own, lists with their marks."""
        counts: dict[int, int] = {}
        lines = []
        for block in value.blocks:
            mark = _typed_mark(block, counts)
            start = self.run(mark, properties) if mark else ""
            lines.append(start + self._runs(block.runs, self._house.runs(properties), properties))
        return _LINE_BREAK.join(lines)

    def blocks(self, value: RichText, paragraph: Paragraph, properties: str) -> str:
        """Return rich text as paragraphs; raises ExportError for a control character."""
        openings = self._house.openings(paragraph)
        starts = self._house.runs(properties)
        written: list[str] = []
        nums: dict[int, tuple[str, str]] = {}
        under = 0
        for block in value.blocks:
            look = starts
            if block.kind is BlockKind.PARAGRAPH:
                start = openings.plain[under] if written else openings.first
            elif block.kind is BlockKind.BULLET:
                start = self._bullet(block.level, nums)
            elif block.kind is BlockKind.NUMBER:
                start = self._number(block, nums)
            elif block.kind is BlockKind.QUOTATION:
                start = openings.quotation()
            else:
                under = block.level
                start, look = self._heading(under, openings)
            written.append(start + self._runs(block.runs, look, properties) + _END)
        if openings.section and written:
            written[-1] = with_section(written[-1], openings.section)
        return "".join(written)

    def mark(self) -> Mark:
        """Return a value that is equal whenever writing the same again would give the same."""
        return Mark(self._part, len(self._lists), len(self._links))

    def since(self, mark: object) -> Recorded:
        """Return what has been begun or linked since the mark."""
        assert isinstance(mark, Mark)
        return Recorded(self._lists.since(mark.lists), self._links.since(mark.links))

    def replay(self, recorded: object) -> None:
        """Begin and link the same again."""
        assert isinstance(recorded, Recorded)
        self._lists.replay(recorded.lists)
        self._links.replay(recorded.links)

    def finished(self) -> dict[str, bytes]:
        """Return the parts that changed by what was written, by name."""
        parts = self._links.parts()
        if self._lists:
            parts |= self._numbering_parts(parts)
        return parts

    def _numbering_parts(self, changed: dict[str, bytes]) -> dict[str, bytes]:
        house, xml = self._house, self._lists.xml()
        if house.numbering_part:
            return {house.numbering_part: xml}
        return new_numbering_part(house.read, house.main, xml, changed)

    def _heading(self, level: int, openings: Openings) -> tuple[str, tuple[str, ...]]:
        """A heading looks as its style says, whatever the letters of the tag look like."""
        start, bold = openings.heading(level)
        return start, self._house.runs(_BOLD if bold else "")

    def _bullet(self, level: int, nums: dict[int, tuple[str, str]]) -> str:
        if nums:
            _forget_deeper(nums, level)
        style = self._house.lists.bullet(level)
        if style.own:
            self._lists.use_own()
        return style.before

    def _number(self, block: Block, nums: dict[int, tuple[str, str]]) -> str:
        """``nums`` holds definition and id of the lists that can go on, by level."""
        level = block.level
        if nums:
            _forget_deeper(nums, level)
        style = self._house.lists.number(level)
        if block.restart or level not in nums:
            above = [num for num in nums.values() if num[0] == style.definition]
            if above and level not in nums:
                nums[level] = above[0]
            else:
                nums[level] = style.definition, self._lists.begin(style)
        return style.before + nums[level][1] + style.after

    def _runs(self, runs: tuple[Run, ...], starts: tuple[str, ...], properties: str) -> str:
        for run in runs:
            if run.link:
                return self._linked_runs(runs, starts, properties)
        return _alike(runs, starts)

    def _linked_runs(self, runs: tuple[Run, ...], starts: tuple[str, ...], properties: str) -> str:
        written = []
        for address, linked in groupby(runs, lambda run: run.link):
            opening = self._links.opening(address) if address else ""
            if opening:
                inside = _alike(linked, self._house.link_runs(properties))
                written.append(f"{opening}{inside}</w:hyperlink>")
            else:
                written.append(_alike(linked, starts))
        return "".join(written)


def _alike(runs: Iterable[Run], starts: tuple[str, ...]) -> str:
    """Runs in the order of ``eight_looks``."""
    return "".join(
        [
            starts[run.bold + 2 * run.italic + 4 * run.superscript] + letters(run.text) + RUN_END
            for run in runs
        ]
    )


def _forget_deeper(nums: dict[int, tuple[str, str]], level: int) -> None:
    """Lists below a new item start anew."""
    for deeper in [known for known in nums if known > level]:
        del nums[deeper]


def _typed_mark(block: Block, counts: dict[int, int]) -> str:
    """The mark of a list item where there can be no list: in a line of text."""
    if block.kind is BlockKind.BULLET:
        return "• "
    if block.kind is not BlockKind.NUMBER:
        return ""
    counts[block.level] = 1 if block.restart else counts.get(block.level, 0) + 1
    return f"{counts[block.level]}. "
