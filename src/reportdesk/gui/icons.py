"""Our own small pictures, in the colours of the palette."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from reportdesk.services.folders import icon_text

_SIZES = (20, 40)  # for screens of one and of two pixels a point
_TIP = re.compile(r"(.*?)(?: \(([^()]+)\))?", re.DOTALL)  # what it does, and its keys
_OWN_SIZES = (16, 24, 32, 48, 64, 256)  # of title bars, taskbars and desktops


def palette_icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon of that name, drawn in the palette's colours; another theme needs another."""
    group = QPalette.ColorGroup
    role = QPalette.ColorRole.ButtonText
    return _icon(
        name,
        palette.color(group.Active, role).name(),
        palette.color(group.Disabled, role).name(),
    )


def own_icon() -> QIcon:
    """Return the program's own icon."""
    icon = QIcon()
    for size in _OWN_SIZES:
        icon.addPixmap(_drawn(icon_text("reportdesk"), size))
    return icon


def icon_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a button with a picture alone, as large as the text beside it."""
    button = QToolButton(parent)
    side = round(button.fontMetrics().height() * 1.1)
    button.setIconSize(QSize(side, side))
    button.setIcon(palette_icon(name, parent.palette()))
    tell_tip(button, tip)
    return button


def tell_tip(button: QAbstractButton, tip: str) -> None:
    """Show a tip such as ``Move up (Alt+Up)``; readers say its keys after the name."""
    name, keys = _TIP.fullmatch(tip).groups("")  # type: ignore[union-attr]  # any text matches
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setAccessibleDescription(keys)


@lru_cache(256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    drawing, icon = icon_text(name), QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in _SIZES:
            icon.addPixmap(_drawn(drawing.replace("currentColor", shade), size), mode)
    return icon


def _drawn(drawing: str, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
