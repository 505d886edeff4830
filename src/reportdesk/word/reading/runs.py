"""What stands inside a paragraph: runs, links, fields, notes, pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from reportdesk.core.document import Run
from reportdesk.word.intake.names import MC
from reportdesk.word.reading.fields import field_link, field_name
from reportdesk.word.reading.formats import Letters
from reportdesk.word.reading.pictures import picture_of, text_boxes
from reportdesk.word.reading.story import Story
from reportdesk.word.reading.table_formats import CellFormat
from reportdesk.word.reading.tree import RELATION, w

_R_PROPERTIES, _T = w("rPr"), w("t")
_BREAKS = {"page": "\f", "column": "\n"}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F0E0": "→"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the letters that come next."""

    link: str = ""
    field: str = ""
    note: str = ""


_NOTHING = _Around()


class Runs:
    """Reads one paragraph; runs that look alike become one.

    Attributes:
        boxes: contents of text boxes that are tied to the paragraph.
    """

    def __init__(self, story: Story, style: str, cell: CellFormat) -> None:
        self._story, self._style, self._cell = story, style, cell
        self.boxes: list[Element] = []
        self._runs: list[Run] = []
        self._around = _NOTHING
        self._letters: Letters | None = None
        self._texts: list[str] = []
        self._alike: tuple[Letters, _Around] | None = None

    def finished(self) -> tuple[Run, ...]:
        """Return what was read."""
        self._flush()
        return tuple(self._runs)

    def read(self, parent: Element) -> None:
        """Read all that stands in an element: a paragraph, a link, an insertion."""
        for child in parent:
            reader = _IN_PARAGRAPH.get(child.tag)
            if reader:
                reader(self, child)

    def add(self, text: str) -> None:
        """Add letters that look as those before, unless a field or style hides them."""
        if not text:
            return
        fields = self._story.fields
        letters = self._letters or self._look_of(None)
        if letters.hidden or not fields.shows:
            self._story.tally["hidden"] += letters.hidden
            return
        around = self._in_field() if fields else self._around
        if self._alike != (letters, around):
            self._flush()
            self._alike = letters, around
        self._texts.append(text)

    def _look_of(self, properties: Element | None) -> Letters:
        return self._story.formats.letters(self._style, properties, self._cell)

    def _in_field(self) -> _Around:
        fields = self._story.fields
        return replace(self._around, link=self._around.link or fields.link, field=fields.name)

    def _flush(self) -> None:
        if self._alike is None:
            return
        letters, around = self._alike
        self._runs.append(
            Run(
                "".join(self._texts),
                letters.bold,
                letters.italic,
                letters.superscript,
                around.link,
                letters.look,
                around.field,
                around.note,
            )
        )
        self._texts, self._alike = [], None

    def _run(self, run: Element) -> None:
        self._letters = self._look_of(run.find(_R_PROPERTIES))
        for child in run:
            if child.tag == _T:
                self.add(child.text or "")
            else:
                reader = _IN_RUN.get(child.tag)
                if reader:
                    reader(self, child)

    def _within(self, element: Element, link: str, field: str = "") -> None:
        before = self._around
        self._around = replace(before, link=link or before.link, field=field or before.field)
        self.read(element)
        self._around = before

    def _hyperlink(self, element: Element) -> None:
        target = self._story.targets.get(element.get(RELATION, ""), "")
        anchor = element.get(w("anchor"))
        self._within(element, f"{target}#{anchor}" if anchor else target)

    def _simple_field(self, element: Element) -> None:
        instruction = element.get(w("instr"), "")
        self._within(element, field_link(instruction), field_name(instruction))

    def _content(self, element: Element) -> None:
        content = element.find(w("sdtContent"))
        if content is not None:
            self.read(content)

    def _alternative(self, element: Element) -> None:
        chosen = _chosen(element)
        if chosen is None:
            return
        for child in chosen:
            reader = _IN_RUN.get(child.tag) or _IN_PARAGRAPH.get(child.tag)
            if reader:
                reader(self, child)

    def _deleted(self, element: Element) -> None:
        self._story.tally["changes"] += 1

    def _inserted(self, element: Element) -> None:
        self._story.tally["changes"] += 1
        self.read(element)

    def _comment(self, element: Element) -> None:
        self._story.tally["comments"] += 1

    def _maths(self, element: Element) -> None:
        for text in element.iter(f"{_MATHS}t"):
            self.add(text.text or "")

    def _break(self, element: Element) -> None:
        self.add(_BREAKS.get(element.get(w("type"), ""), "\n"))

    def _symbol(self, element: Element) -> None:
        code = element.get(w("char"), "").upper()
        private = _SYMBOLS.get(code, "•")
        self.add(private if code.startswith("F0") or not _is_code(code) else chr(int(code, 16)))

    def _field_mark(self, element: Element) -> None:
        self._story.fields.mark(element.get(w("fldCharType"), ""))

    def _instruction(self, element: Element) -> None:
        self._story.fields.instruct(element.text or "")

    def _note(self, element: Element) -> None:
        label = self._story.note(element.get(w("id"), ""), element.tag == w("endnoteReference"))
        before = self._around
        self._around = replace(before, note=label)
        self.add(label)
        self._around = before

    def _drawing(self, element: Element) -> None:
        picture = picture_of(element, self._story.targets)
        if picture:
            self._flush()
            self._runs.append(Run("", link=self._around.link, picture=picture))
        self.boxes += text_boxes(element)


def _chosen(element: Element) -> Element | None:
    """The first form of a drawing that comes in two."""
    choice = element.find(f"{{{MC}}}Choice")
    return choice if choice is not None else element.find(f"{{{MC}}}Fallback")


def _is_code(code: str) -> bool:
    try:
        return 0x20 <= int(code, 16) < 0xD800
    except ValueError:
        return False


_Reader = Callable[[Runs, Element], None]
_IN_PARAGRAPH: Mapping[str, _Reader] = {
    w("r"): Runs._run,
    w("hyperlink"): Runs._hyperlink,
    w("ins"): Runs._inserted,
    w("moveTo"): Runs._inserted,
    w("del"): Runs._deleted,
    w("moveFrom"): Runs._deleted,
    w("sdt"): Runs._content,
    w("smartTag"): Runs.read,
    w("customXml"): Runs.read,
    w("dir"): Runs.read,
    w("bdo"): Runs.read,
    w("fldSimple"): Runs._simple_field,
    f"{_MATHS}oMath": Runs._maths,
    f"{_MATHS}oMathPara": Runs._maths,
    f"{{{MC}}}AlternateContent": Runs._alternative,
}
_IN_RUN: Mapping[str, _Reader] = {
    w("tab"): lambda runs, _element: runs.add("\t"),
    w("ptab"): lambda runs, _element: runs.add("\t"),
    w("br"): Runs._break,
    w("cr"): lambda runs, _element: runs.add("\n"),
    w("noBreakHyphen"): lambda runs, _element: runs.add("\u2011"),
    w("softHyphen"): lambda runs, _element: runs.add("\u00ad"),
    w("sym"): Runs._symbol,
    w("fldChar"): Runs._field_mark,
    w("instrText"): Runs._instruction,
    w("footnoteReference"): Runs._note,
    w("endnoteReference"): Runs._note,
    w("drawing"): Runs._drawing,
    w("pict"): Runs._drawing,
    w("commentReference"): Runs._comment,
    f"{{{MC}}}AlternateContent": Runs._alternative,
}
