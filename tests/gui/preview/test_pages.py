"""The window of exact pages shows them, saves them, prints them, and can be left at any time."""

import zlib
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize

from reportdesk.gui.preview.page_dialog import PageDialog
from reportdesk.gui.preview.page_view import PageView, image_of
from reportdesk.gui.preview.paging import Paging
from reportdesk.gui.preview.pane import PreviewPane
from reportdesk.services.pages import PagePicture, Pages, pdf_program


def page(number=1, of=3, colour=b"\x00\x00\xff"):
    return PagePicture(40, 60, 120, zlib.compress(colour * 40 * 60), of)


PAGES = Pages(b"%PDF-", (page(), page(2), page(3)))


@pytest.fixture
def dialog(qtbot, window):
    made = PageDialog(window)
    made.show()
    yield made
    made.close()


def test_a_page_has_the_colours_of_its_picture():
    assert image_of(page()).pixelColor(3, 3).name() == "#ff0000"


def test_pages_stand_below_each_other(qtbot):
    view = PageView()
    qtbot.addWidget(view)
    view.show_pages(PAGES.pictures)
    places = view.places()
    assert all(above.bottom() < below.top() for above, below in pairwise(places))


def test_keys_make_pages_larger_and_scroll(qtbot):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    view.show_pages(PAGES.pictures)
    before = view.places()[0].width()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.places()[0].width() > before
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0


def test_pages_can_be_printed_and_saved_once_they_are_there(dialog):
    before = dialog.print.isEnabled(), dialog.save.isEnabled()
    dialog.show_pages(PAGES)
    assert (before, dialog.print.isEnabled(), dialog.save.isEnabled()) == (
        (False, False),
        True,
        True,
    )
    assert dialog.page.text() == "Page 1 of 3"


def test_what_went_wrong_is_said(dialog):
    dialog.fail("There is no program")
    assert (dialog.told.text(), dialog.waiting.isHidden()) == ("There is no program", True)


def test_each_page_is_printed_on_a_page_of_its_own(dialog, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog.show_pages(PAGES)
    dialog.draw(printer)
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 3


@pytest.mark.skipif(not pdf_program(), reason="needs LibreOffice or Word")
def test_the_pages_of_a_draft_are_shown_and_saved(qtbot, window, sample, tasks, tmp_path):
    window.open(sample("wokingham-statement"))
    paging = Paging(window.stage, tasks)
    paging.start()
    qtbot.waitUntil(lambda: paging.dialog.save.isEnabled())
    assert window.standing.pages.text() == f"{len(paging.dialog.pages.pictures)} pages"
    paging.save(tmp_path / "pages.pdf")
    qtbot.waitUntil((tmp_path / "pages.pdf").exists)
    assert (tmp_path / "pages.pdf").read_bytes().startswith(b"%PDF-")
    paging.dialog.close()


def test_a_window_that_was_closed_is_left_alone(qtbot, window, sample, tasks):
    window.open(sample("wokingham-statement"))
    paging = Paging(window.stage, tasks)
    paging.start()
    paging.dialog.close()
    paging._made(PAGES)
    paging._go_on("said")
    assert not paging._open()


def test_a_look_at_the_pages_leaves_nothing_behind(qtbot, window, sample, tasks):
    window.open(sample("wokingham-statement"))
    paging = Paging(window.stage, tasks)
    paging.start()
    paging.dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(Paging))


def test_ctrl_p_shows_the_pages_of_the_document_that_the_preview_shows(qtbot, window, draft):
    (pane,) = window.findChildren(PreviewPane)
    pane.document_chosen.emit("response")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (paging,) = window.findChildren(Paging)
    assert paging.dialog.isVisible()
    assert paging._document == "response"
    paging.dialog.close()
