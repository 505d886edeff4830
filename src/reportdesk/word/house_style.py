"""The house style of a template: which of its styles and lists rich text takes."""

from __future__ import annotations

from collections.abc import Callable

from reportdesk.core.i18n import _
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.intake.names import MAIN_PART
from reportdesk.word.letters import TEXT
from reportdesk.word.list_styles import ListStyles
from reportdesk.word.looks import eight_looks, with_properties
from reportdesk.word.numbering import Numbering
from reportdesk.word.openings import Openings
from reportdesk.word.own_lists import own_lists
from reportdesk.word.styles import Styles

_LINK = ('<w:color w:val="0563C1"/>', '<w:u w:val="single"/>')
_GAP = ('<w:highlight w:val="yellow"/>',)


class HouseStyle:
    """Made once for a template and kept: every look-up is remembered.

    Attributes:
        read: gives any part's bytes, empty where there is no such part.
        main: name of the main part.
        numbering_part: name of the numbering part, empty where there is none.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        read: Callable[[str], bytes],
        main: str = MAIN_PART,
        numbering_part: str = "",
    ) -> None:
        self.styles, self.numbering, self.read = styles, numbering, read
        self.main, self.numbering_part = main, numbering_part
        self._notices: dict[str, None] = {}
        self._runs: dict[str, tuple[str, ...]] = {}
        self._link_runs: dict[str, tuple[str, ...]] = {}
        self._openings: dict[tuple[str, str, int], Openings] = {}
        self.own_lists = own_lists(numbering)
        self.lists = ListStyles(styles, numbering, self.own_lists, self.tell)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the template was found to lack, and what was taken instead."""
        return tuple(self._notices)

    def tell(self, wanted: str, taken: str) -> None:
        """Note that the template lacks a style and what was taken instead."""
        message = _("The template has no style “{wanted}”; {taken} is used instead.")
        self._notices[message.format(wanted=wanted, taken=taken)] = None

    def runs(self, properties: str) -> tuple[str, ...]:
        """Return the starts of runs up to their text, in the order of ``eight_looks``."""
        runs = self._runs.get(properties)
        if runs is None:
            looks = eight_looks(properties)
            runs = self._runs[properties] = tuple(f"<w:r>{look}{TEXT}" for look in looks)
        return runs

    def link_runs(self, properties: str) -> tuple[str, ...]:
        """Return the same for runs that look like a link."""
        runs = self._link_runs.get(properties)
        if runs is None:
            looks = self._with_character_style(properties, "Hyperlink", _LINK)
            runs = self._link_runs[properties] = self.runs(looks)
        return runs

    def gap_properties(self, properties: str) -> str:
        """Return the properties with the looks of a missing answer."""
        return self._with_character_style(properties, "Gap", _GAP)

    def openings(self, paragraph: Paragraph) -> Openings:
        """Return how the blocks start that stand in place of the paragraph."""
        key = (paragraph.open, paragraph.style, paragraph.heading)
        openings = self._openings.get(key)
        if openings is None:
            openings = self._openings[key] = Openings(paragraph, self.styles, self.tell)
        return openings

    def _with_character_style(self, properties: str, name: str, otherwise: tuple[str, ...]) -> str:
        style = self.styles.id_of(name)
        return with_properties(
            properties, *([f'<w:rStyle w:val="{style}"/>'] if style else otherwise)
        )
