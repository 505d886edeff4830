"""Colours by role and sizes by the officer's choice; light, dark, or as the system is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reportdesk.core.settings import Theme
from reportdesk.gui.sheet import SHEET
from reportdesk.services.folders import theme_picture

_HALF = 128  # of the lightness of white
_STYLE, _STYLED = "Fusion", "fusion-style"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they are for; every text has a contrast of at least 4.5 to 1 (WCAG 2.2 AA).

    Attributes:
        window: behind everything; ``base``: behind text that can be edited.
        quiet: text of help and of what is less important.
        error: text of what must be mended.
        accent: of the selection and the focus; ``chosen``: behind what is chosen in a list.
        border: of what only holds other things; ``edge``: of what can be used (3 to 1).
    """

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    error: str
    accent: str
    on_accent: str
    border: str
    chosen: str
    edge: str


LIGHT = Colours(
    window="#f3f4f6",
    base="#ffffff",
    raised="#ffffff",
    text="#1b1f24",
    quiet="#525a64",
    error="#a8071a",
    accent="#0b5cad",
    on_accent="#ffffff",
    border="#c3c8d0",
    chosen="#dbe8f7",
    edge="#808893",
)
DARK = Colours(
    window="#1f2227",
    base="#16181c",
    raised="#272b31",
    text="#eceff3",
    quiet="#b3bac4",
    error="#ff9a9a",
    accent="#7ab8ff",
    on_accent="#10141a",
    border="#474d57",
    chosen="#22384f",
    edge="#7a8390",
)


def styled_app(arguments: Sequence[str]) -> QApplication:
    """Return the application, whose style is that which themes colour.

    Qt is asked for the style by an argument: a style that Python sees brings hundreds of
    constants with it, and the start would wait for them.
    """
    app = QApplication([sys.argv[0], "-style", _STYLE, *arguments])
    app.setProperty(_STYLED, True)
    return app


def apply_theme(app: QApplication, theme: Theme, text_size: int = 100) -> Colours:
    """Colour the whole program and set its text to that many per cent; return the colours."""
    colours = DARK if _is_dark(app, theme) else LIGHT
    # A sheet that takes the place of another costs five times as much as none and then another.
    app.setStyleSheet("")
    if not app.property(_STYLED):
        app.setStyle(_STYLE)
        app.setProperty(_STYLED, True)
    app.setPalette(_palette(colours))
    font = app.font()
    base = app.property("base-point-size") or font.pointSizeF()
    app.setProperty("base-point-size", base)
    font.setPointSizeF(float(base) * text_size / 100)
    app.setFont(font)
    app.setStyleSheet(_sheet(colours, font.pointSizeF()))
    return colours


def dark_ground(palette: QPalette) -> bool:
    """Return whether texts of that palette stand on a dark ground."""
    return palette.color(QPalette.ColorRole.Base).lightness() < _HALF


def alarm(palette: QPalette) -> QColor:
    """Return the colour of what must be mended, as it is read on that palette's ground."""
    return QColor((DARK if dark_ground(palette) else LIGHT).error)


def _is_dark(app: QApplication, theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Theme.DARK


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window,), colours.window),
        ((role.Button,), colours.raised),
        ((role.Base,), colours.base),
        ((role.AlternateBase, role.ToolTipBase), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.quiet),
        ((role.Highlight, role.Link), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Mid,), colours.border),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.quiet))
    return palette


def _sheet(colours: Colours, size: float) -> str:
    return SHEET.format(
        **asdict(colours),
        heading=f"{size * 1.5:.1f}",
        side=f"{size * 1.3:.0f}",
        arrow=f"{size * 2:.0f}",
        check=_picture("check", colours),
        down=_picture("down", colours),
    )


def _picture(name: str, colours: Colours) -> str:
    """Where the small picture of that name for these colours lies, as style sheets write it."""
    return theme_picture(name, "dark" if colours is DARK else "light").as_posix()
