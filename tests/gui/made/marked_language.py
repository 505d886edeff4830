"""Opens every screen in a language whose words all stand in brackets; prints what has none."""

import gettext
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

from reportdesk.core import i18n


class Marked(gettext.NullTranslations):
    """The language."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, count):
        return f"⟦{one if count == 1 else many}⟧"


i18n._current = Marked()  # before any module says its labels

# ruff: noqa: E402
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QTableWidget, QWidget

from reportdesk.core.asked import shortened
from reportdesk.core.fields import Field
from reportdesk.gui.features import add_features
from reportdesk.gui.forms.row_words import _LONGEST
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.services.search import passages
from reportdesk.storage.places import find_places

SAID = (
    "accessibleDescription",
    "accessibleName",
    "placeholderText",
    "text",
    "toolTip",
    "windowTitle",
)
BRACKETS = re.compile(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧")
KEYS = re.compile(r"\((?:(?:Ctrl|Alt|Shift)\+)*\S+\)|^(?:(?:Ctrl|Alt|Shift)\+)+\S+$")


def texts(window):
    """Yield what a window shows, and what it tells a screen reader."""
    for widget in [window, *window.findChildren(QWidget)]:
        for name in SAID:
            say = getattr(type(widget), name, None)
            if say and not (name == "text" and isinstance(widget, QLineEdit)):
                yield say(widget)
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QListWidget):
            yield from (widget.item(at).text() for at in range(widget.count()))
        if isinstance(widget, QTableWidget):
            heads = (widget.horizontalHeaderItem(at) for at in range(widget.columnCount()))
            yield from (head.text() for head in heads)
    yield from (action.text() for action in window.findChildren(QAction))


def words_of(field: Field):
    yield from (field.label, field.help, field.guidance, field.row, field.empty)
    yield from (choice.label for choice in field.choices)
    for inner in field.fields:
        yield from words_of(inner)


def templates_own(desk):
    """Yield the words of templates, which are theirs to say."""
    for pack in desk.shelf.packs:
        template = pack.template
        yield from (template.title, template.council, template.summary)
        yield from (document.title for document in template.documents)
        for section in template.sections:
            yield from (section.title, section.help)
        for field in template.fields():
            yield from words_of(field)


def officers_own(session):
    """Yield what the answers say, as the titles of rows show it."""
    for passage in passages(session.template, session.answers):
        yield shortened(passage.text, _LONGEST)


def screens(window, draft):
    """Yield the texts of one screen after another."""
    yield from texts(window)
    window.open(draft)
    for section in window.stage.session.template.sections:
        window.stage.workplace.go_to((section.fields[0].id,))
        yield from texts(window)
    for ask in (window.helping.keys, window.helping.about):
        ask()
        yield from texts(window)


def main(folder, draft):
    app = QApplication([])
    shipped = find_places()
    home = open_home(replace(shipped, data=folder / "data", settings=folder / "settings"))
    tasks = TaskRunner()
    window = MainWindow(Desk(template_folders([]), home.backups), tasks, home)
    window.stage.filing.patience = 60.0
    add_features(window)
    window.show()
    desk = window.stage.desk
    known = {*templates_own(desk), *officers_own(desk.open(draft))} - {""}
    own = sorted(known, key=len, reverse=True)
    for text in dict.fromkeys(filter(None, screens(window, draft))):
        rest = KEYS.sub("", BRACKETS.sub("", text))
        for words in own:
            rest = rest.replace(words, "")
        if re.search(r"[^\W\d_]{2}", rest):
            print(text)
    window.stage.clear()
    tasks.close()
    app.processEvents()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
