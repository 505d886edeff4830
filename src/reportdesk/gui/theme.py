"""Colours by role and sizes by the officer's choice; light, dark, or as the system is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reportdesk.core.settings import Theme
from reportdesk.services.folders import theme_picture


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


def apply_theme(app: QApplication, theme: Theme, text_size: int = 100) -> Colours:
    """Colour the whole program and set its text to that many per cent; return the colours."""
    colours = DARK if _is_dark(app, theme) else LIGHT
    # A sheet that takes the place of another costs five times as much as none and then another.
    app.setStyleSheet("")
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(colours))
    font = app.font()
    base = app.property("base-point-size") or font.pointSizeF()
    app.setProperty("base-point-size", base)
    font.setPointSizeF(float(base) * text_size / 100)
    app.setFont(font)
    app.setStyleSheet(_sheet(colours, font.pointSizeF()))
    return colours


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
    return f"""
        QLabel[role="heading"] {{ font-size: {size * 1.5:.1f}pt; font-weight: 600; }}
        QLabel[role="label"] {{ font-weight: 600; }}
        QLabel[role="help"] {{ color: {colours.quiet}; }}
        QLabel[role="error"] {{ color: {colours.error}; font-weight: 600; }}
        QLineEdit, QTextEdit, QPlainTextEdit, QListView {{
            border: 1px solid {colours.edge}; border-radius: 4px; padding: 3px;
            background: {colours.base};
        }}
        QListView {{ border-color: {colours.border}; outline: 0; }}
        QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QListView:focus {{
            border: 2px solid {colours.accent}; padding: 2px;
        }}
        QListView[role="gallery"], QListView[role="gallery"]:focus {{
            border: 0; background: {colours.window};
        }}
        QToolBar {{ border: 0; spacing: 1px; padding: 2px 4px; }}
        QListView::item {{ padding: 6px; border-left: 3px solid transparent; }}
        QListView::item:selected {{
            background: {colours.chosen}; color: {colours.text};
            border-left: 3px solid {colours.accent};
        }}
        QTableView {{
            border: 1px solid {colours.border}; background: {colours.base};
            selection-background-color: {colours.chosen}; selection-color: {colours.text};
            outline: 0;
        }}
        QTableView:focus {{ border-color: {colours.accent}; }}
        QHeaderView::section {{
            background: {colours.window}; color: {colours.text}; font-weight: 600;
            border: 0; border-bottom: 1px solid {colours.border}; padding: 5px 6px;
        }}
        QPushButton {{
            background: {colours.raised}; border: 1px solid {colours.edge}; border-radius: 4px;
            padding: 4px 14px; outline: 0;
        }}
        QPushButton:hover {{ border-color: {colours.accent}; }}
        QPushButton:pressed {{ background: {colours.chosen}; }}
        QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 3px 13px; }}
        QPushButton:default {{
            background: {colours.accent}; color: {colours.on_accent};
            border-color: {colours.accent};
        }}
        QPushButton:default:focus {{ border: 2px solid {colours.text}; }}
        QPushButton:disabled {{
            background: transparent; color: {colours.quiet}; border: 1px dashed {colours.border};
        }}
        QCheckBox::indicator, QListView::indicator {{
            width: {size * 1.3:.0f}px; height: {size * 1.3:.0f}px;
            border: 1px solid {colours.edge}; border-radius: 3px; background: {colours.base};
        }}
        QCheckBox::indicator:focus {{ border: 2px solid {colours.accent}; }}
        QCheckBox::indicator:checked {{
            background: {colours.accent}; border-color: {colours.accent};
            image: url("{_picture("check", colours)}");
        }}
        QCheckBox::indicator:disabled {{ border-style: dashed; }}
        QComboBox {{
            background: {colours.raised}; border: 1px solid {colours.edge}; border-radius: 4px;
            padding: 3px 6px;
        }}
        QComboBox:focus {{ border: 2px solid {colours.accent}; padding: 2px 5px; }}
        QComboBox:disabled {{ border-style: dashed; color: {colours.quiet}; }}
        QComboBox::drop-down {{ border: 0; width: {size * 2:.0f}px; }}
        QComboBox::down-arrow {{
            image: url("{_picture("down", colours)}");
            width: {size * 1.3:.0f}px; height: {size * 1.3:.0f}px;
        }}
        QComboBox QLineEdit, QComboBox QLineEdit:focus {{
            border: 0; padding: 0; background: transparent;
        }}
        QComboBox QAbstractItemView {{ border-color: {colours.edge}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QStatusBar::item {{ border: 0; }}
        QStatusBar QLabel {{ padding: 0 8px; }}
        QToolTip {{
            background: {colours.raised}; color: {colours.text}; border: 1px solid {colours.border};
            padding: 4px;
        }}
        Card {{ background: {colours.raised}; border: 1px solid {colours.border};
                border-radius: 6px; }}
    """


def _picture(name: str, colours: Colours) -> str:
    """Where the small picture of that name for these colours lies, as style sheets write it."""
    return theme_picture(name, "dark" if colours is DARK else "light").as_posix()
