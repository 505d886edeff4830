"""The desktop knows the program by its own name and picture."""

from PySide6.QtWidgets import QApplication

from reportdesk import __version__
from reportdesk.gui.icons import own_icon
from reportdesk.gui.identity import introduce


def test_the_program_is_known_by_its_name_and_icon(qapp):
    introduce(qapp)
    assert QApplication.applicationName() == "ReportDesk"
    assert QApplication.applicationVersion() == __version__
    assert not qapp.windowIcon().isNull()


def test_its_icon_is_sharp_at_every_size(qapp):
    for side in (16, 32, 48, 256):
        assert own_icon().pixmap(side, side).width() == side
