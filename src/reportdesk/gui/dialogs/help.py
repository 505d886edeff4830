"""Help: the user guide, the list of keys, and what the program is made of."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reportdesk import __version__
from reportdesk.core.i18n import _
from reportdesk.gui.dialogs.cells import make_readable

_LIBRARIES = (
    "PySide6-Essentials",
    "lxml",
    "python-docx",
    "Jinja2",
    "PyYAML",
    "markdown-it-py",
    "pypdfium2",
    "spylls",
)

# What the package itself does not tell.
_UNTOLD = {"spylls": "MPL-2.0"}


class GuideBrowser(QTextBrowser):
    """Shows the pages of one folder and the pictures beside it: nothing is ever fetched."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder.resolve()
        self.setAccessibleName(_("User guide"))
        self.setOpenLinks(False)
        by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard  # so that it is read line by line
        self.setTextInteractionFlags(self.textInteractionFlags() | by_keys)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str) -> None:
        """Show the page of that file name."""
        self.setSource(QUrl(name), QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Give a file of the folder; whatever lies elsewhere is not there."""
        address = QUrl(name)
        path = (self._folder / address.path()).resolve()
        shipped = path.is_relative_to(self._folder.parent)
        if address.scheme() not in ("", "file") or not shipped:
            return None
        if not path.is_file():
            return None
        return path.read_text("utf-8") if path.suffix == ".md" else self._picture(path)

    def _picture(self, path: Path) -> QImage:
        """The picture, no wider than the page."""
        picture, room = QImage(str(path)), self.viewport().width() * 9 // 10
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)
        else:
            self.show_page(address.path())


class GuideDialog(QDialog):
    """The user guide beside its contents; it stays open while the officer works."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = sorted(folder.glob("*.md"))
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser = GuideBrowser(folder, self)
        self.contents.addItems([_title(page) for page in self._pages])
        self.contents.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.addWidget(self.contents, 2)
        row.addWidget(self.browser, 5)
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * 130, size.lineSpacing() * 38)
        self.contents.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.browser.show_page(self._pages[row].name)


class TableDialog(QDialog):
    """A table to read, such as the list of keys."""

    def __init__(
        self, title: str, heads: list[str], rows: Iterable[tuple[str, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = list(rows)
        self.table = QTableWidget(len(lines), len(heads), self)
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(heads)
        make_readable(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for at, line in enumerate(lines):
            for column, text in enumerate(line):
                self.table.setItem(at, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.layout_ = QVBoxLayout(self)
        self.layout_.addWidget(self.table)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        self.layout_.addWidget(box)
        size = self.fontMetrics()
        across = sum(map(self.table.sizeHintForColumn, range(len(heads))))
        wide = max(size.averageCharWidth() * 75, across + size.averageCharWidth() * 16)
        self.resize(wide, size.lineSpacing() * 30)


class AboutDialog(TableDialog):
    """What the program is, and what it is made of."""

    def __init__(self, parent: QWidget) -> None:
        heads = [_("Part"), _("Version"), _("Licence")]
        super().__init__(_("About ReportDesk"), heads, _parts(), parent)
        name = QLabel(f"ReportDesk {__version__}", self)
        name.setProperty("role", "heading")
        what = QLabel(
            _("Council reports in the council’s own house style. Free software, MIT licence."),
            self,
        )
        what.setWordWrap(True)
        self.layout_.insertWidget(0, name)
        self.layout_.insertWidget(1, what)


def _parts() -> list[tuple[str, str, str]]:
    parts = [
        ("Python", platform.python_version(), "PSF"),
        ("Qt", qVersion(), "LGPL-3.0"),
    ]
    for name in _LIBRARIES:
        try:
            parts.append((name, version(name), _licence(name)))
        except PackageNotFoundError:
            continue
    return parts


def _licence(name: str) -> str:
    if name in _UNTOLD:
        return _UNTOLD[name]
    told = metadata(name).json
    said = str(told.get("license_expression") or told.get("license") or "").strip()
    if said:
        return said.splitlines()[0][:60]
    named = [str(one) for one in told.get("classifier") or () if str(one).startswith("License ::")]
    return named[0].rpartition(" :: ")[2] if named else ""


def _title(page: Path) -> str:
    first = page.read_text("utf-8").partition("\n")[0]
    return first.lstrip("# ").strip() or page.stem
