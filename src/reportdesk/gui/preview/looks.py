"""A report's looks as Qt has them: fonts with fallbacks, spaces, lines and colours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
)

from reportdesk.core.document import Alignment, Border, Layout, Look, Paragraph

PIXELS = 96 / 72  # of a point, on a page at its full size
SPACER = QTextFormat.Property.UserProperty + 1  # marks blocks that only part two tables
LABELLED = QTextFormat.Property.UserProperty + 2  # how many letters a list's label takes
_STAND_INS = {
    "arial": ("Liberation Sans", "Arimo", "Helvetica"),
    "calibri": ("Carlito", "Liberation Sans"),
    "cambria": ("Caladea", "Liberation Serif"),
    "times new roman": ("Liberation Serif", "Tinos"),
    "courier new": ("Liberation Mono", "Cousine"),
}
_SANS = ("Arial", "Liberation Sans", "DejaVu Sans")
_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
    Alignment.JUSTIFIED: Qt.AlignmentFlag.AlignJustify,
}
_LINES = {
    "dotted": QTextFrameFormat.BorderStyle.BorderStyle_Dotted,
    "dashed": QTextFrameFormat.BorderStyle.BorderStyle_Dashed,
    "double": QTextFrameFormat.BorderStyle.BorderStyle_Double,
}
_GAP = QColor("#fff1b8")
_GAP_TEXT = QColor("#5c3c00")
_LINK = QColor("#0b5cad")


@lru_cache(1024)
def letters(look: Look, link: bool = False, gap: bool = False) -> QTextCharFormat:
    """Return how letters look; paper is white in every theme, so their colour is always said."""
    made = QTextCharFormat()
    made.setFontFamilies(families(look.font))
    made.setFontPointSize(max(look.size, 1.0))
    made.setFontWeight(QFont.Weight.Bold if look.bold or gap else QFont.Weight.Normal)
    made.setFontItalic(look.italic)
    made.setFontUnderline(look.underline or link)
    made.setFontStrikeOut(look.strike)
    made.setFontCapitalization(_capitals(look))
    made.setVerticalAlignment(_raised(look))
    colour = QColor(f"#{look.colour}") if look.colour else QColor(Qt.GlobalColor.black)
    made.setForeground(_GAP_TEXT if gap else _LINK if link and not look.colour else colour)
    if gap or look.highlight:
        made.setBackground(_GAP if gap else QColor(f"#{look.highlight}"))
    return made


@lru_cache(256)
def families(font: str) -> list[str]:
    """Return the fonts to try, that of the report first."""
    return [font, *_STAND_INS.get(font.casefold(), ()), *_SANS]


def standing(paragraph: Paragraph) -> QTextBlockFormat:
    """Return how a paragraph stands between its margins."""
    layout = paragraph.layout
    made = QTextBlockFormat()
    made.setAlignment(_ALIGNMENTS[layout.alignment])
    made.setLeftMargin(layout.left * PIXELS)
    made.setRightMargin(layout.right * PIXELS)
    made.setTextIndent(layout.first * PIXELS)
    made.setTopMargin(layout.before * PIXELS)
    made.setBottomMargin(layout.after * PIXELS)
    if layout.line != 1.0:
        made.setLineHeight(
            layout.line * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
    if layout.shading:
        made.setBackground(QColor(f"#{layout.shading}"))
    if paragraph.heading:
        made.setHeadingLevel(min(paragraph.heading, 6))
    if paragraph.label:
        made.setTabPositions(_after_label(layout))
        made.setProperty(LABELLED, len(paragraph.label.text) + 1)
    return made


@lru_cache(1)
def spacer() -> tuple[QTextBlockFormat, QTextCharFormat]:
    """Return the looks of a block that is there only because Qt needs one beside tables."""
    thin, letters_ = QTextBlockFormat(), QTextCharFormat()
    thin.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    thin.setProperty(SPACER, True)
    letters_.setFontPointSize(1)
    return thin, letters_


def line_of(border: Border | None) -> tuple[float, QTextFrameFormat.BorderStyle, QBrush]:
    """Return width, kind and colour of a line; no line has no width."""
    if border is None or border.kind in ("none", "nil"):
        none = QTextFrameFormat.BorderStyle.BorderStyle_None
        return 0.0, none, QBrush(Qt.GlobalColor.black)
    colour = QColor(f"#{border.colour}") if border.colour else QColor(Qt.GlobalColor.black)
    kind = _LINES.get(border.kind, QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    return max(border.width * PIXELS, 1.0), kind, QBrush(colour)


def fixed(points: float) -> QTextLength:
    """Return a length of that many points."""
    return QTextLength(QTextLength.Type.FixedLength, points * PIXELS)


def _after_label(layout: Layout) -> list[QTextOption.Tab]:
    """Text after a label begins where the lines below it do."""
    return [QTextOption.Tab(max(-layout.first, 18.0) * PIXELS, QTextOption.TabType.LeftTab)]


def _capitals(look: Look) -> QFont.Capitalization:
    if look.caps:
        return QFont.Capitalization.AllUppercase
    return QFont.Capitalization.SmallCaps if look.small_caps else QFont.Capitalization.MixedCase


def _raised(look: Look) -> QTextCharFormat.VerticalAlignment:
    kinds = QTextCharFormat.VerticalAlignment
    if look.superscript:
        return kinds.AlignSuperScript
    return kinds.AlignSubScript if look.subscript else kinds.AlignNormal
