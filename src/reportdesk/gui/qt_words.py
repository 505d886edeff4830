"""Qt's own words, such as Cancel in its dialogs, in the language that ours are in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from reportdesk.core.i18n import CATALOGUES

_SHIPPED = QLibraryInfo.LibraryPath.TranslationsPath


def translate_qt(app: QCoreApplication, languages: Sequence[str]) -> str:
    """Let Qt speak the first of these languages that it knows; return its code, else nothing.

    A translator may put ``qtbase_cy.qm`` beside our own words where Qt brings none.
    """
    for language in languages:
        for folder in (CATALOGUES / language, Path(QLibraryInfo.path(_SHIPPED))):
            words = QTranslator(app)
            if words.load(f"qtbase_{language}", str(folder)):
                app.installTranslator(words)
                return language
            words.deleteLater()
    return ""
