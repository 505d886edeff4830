"""What the window can do beyond opening and saving: each feature is hung in here, once."""

from __future__ import annotations

from reportdesk.gui.leading import Leading
from reportdesk.gui.letters.feature import Letters
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.presence import Presence
from reportdesk.gui.preview.previewing import Previewing
from reportdesk.gui.remembering import Remembering
from reportdesk.gui.writing import Writing


def add_features(window: MainWindow) -> None:
    """Let each feature add its lines to ``window.menus`` and hear of ``window.stage.opened``.

    ``stage.opened`` carries the new ``Workplace`` each time a draft is shown: a feature adds
    its pane there (``workplace.set_side``) and connects to ``workplace.edited``; at
    ``stage.left`` it lets the draft go.
    """
    Leading(window.stage, window.usual["undo"], window.usual["redo"])
    Presence(window.stage)
    Letters(window)
    Previewing(window.stage)
    Writing(window)
    Remembering(window)
