"""The starts of the paragraphs that one rich text tag turns into."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportdesk.core.i18n import _
from reportdesk.core.richtext import MAX_LEVEL
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.styles import Styles

_STYLE = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_IDS = re.compile(r' (?:w14:(?:paraId|textId)|w:rsid\w*)="[^"]*"')
_PAGE_BREAK = re.compile(r"<w:pageBreakBefore\b[^>]*/>")
_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)
_NUMBERED = re.compile(r"(numbered ?)([1-9])", re.IGNORECASE)
_INDENT = '<w:ind w:left="567" w:right="567"/>'

Tell = Callable[[str, str], None]


class Openings:
    """Made once for a tag's paragraph; each start is worked out when it is first needed.

    Attributes:
        first: start of a plain paragraph that comes first: just as the tag's own.
        plain: starts of later plain paragraphs, by the level of the last heading among them.
        section: the section break that the last paragraph has to carry, or empty.
    """

    def __init__(self, paragraph: Paragraph, styles: Styles, tell: Tell) -> None:
        self._styles = styles
        self._tell = tell
        self._heading = paragraph.heading
        found = _SECTION.search(paragraph.open)
        self.section = found[0] if found else ""
        self.first = _SECTION.sub("", _IDS.sub("", paragraph.open))
        self._later = _PAGE_BREAK.sub("", self.first)
        named = _NUMBERED.fullmatch(styles.name_of(paragraph.style))
        self.plain = tuple(self._numbered(named, level) for level in range(MAX_LEVEL + 1))
        self._headings: dict[int, tuple[str, bool]] = {}
        self._quotation = ""

    def heading(self, level: int) -> tuple[str, bool]:
        """Return the start of a heading, and whether only bold letters can show it."""
        if level not in self._headings:
            self._headings[level] = self._new_heading(min(self._heading + level, 9))
        return self._headings[level]

    def quotation(self) -> str:
        """Return the start of a quotation."""
        self._quotation = self._quotation or self._new_quotation()
        return self._quotation

    def _numbered(self, named: re.Match[str] | None, level: int) -> str:
        """Where the house numbers paragraphs, those under a heading count one level deeper."""
        for deeper in range(level, 0, -1) if named else ():
            style = self._styles.id_of(f"{named[1]}{int(named[2]) + deeper}") if named else ""
            if style:
                return _STYLE.sub(f'<w:pStyle w:val="{style}"/>', self._later, count=1)
        return self._later

    def _new_heading(self, wanted: int) -> tuple[str, bool]:
        for near in range(wanted, 0, -1):
            style = self._styles.id_of(f"Heading {near}")
            if style:
                if near != wanted:
                    self._tell(f"Heading {wanted}", f"Heading {near}")
                return styled_opening(style), False
        self._tell(f"Heading {wanted}", _("bold letters"))
        return self._later, True

    def _new_quotation(self) -> str:
        style = self._styles.id_of("Quote") or self._styles.id_of("Quotations")
        if style:
            return styled_opening(style)
        self._tell("Quote", _("an indent"))
        return styled_opening("", indent=_INDENT)


def styled_opening(style: str, numbering: str = "", indent: str = "") -> str:
    """Return the start of a paragraph with a style id and, if given, list and indent."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = named + numbering + indent
    return f"<w:p><w:pPr>{inside}</w:pPr>" if inside else "<w:p>"


def with_section(paragraph: str, section: str) -> str:
    """Return a whole paragraph with the section break put into its properties."""
    if "</w:pPr>" in paragraph:
        return paragraph.replace("</w:pPr>", f"{section}</w:pPr>", 1)
    return paragraph.replace(">", f"><w:pPr>{section}</w:pPr>", 1)
