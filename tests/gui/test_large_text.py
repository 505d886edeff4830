"""With text at twice its size nothing is cut off, and every text stands out from its ground."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLabel, QPushButton

from reportdesk.core.settings import Theme
from reportdesk.gui.theme import apply_theme
from reportdesk.services.folders import template_folders

TEMPLATES = sorted(path.parent.name for path in template_folders([])[-1].glob("*/sample.yaml"))
SCREEN = (1280, 1024)
TOLERANCE = 2  # pixels


@pytest.fixture
def looks(qapp):
    """Set theme and size; the usual ones come back after."""
    yield lambda theme, size: apply_theme(qapp, theme, size)
    apply_theme(qapp, Theme.LIGHT, 100)
    qapp.setStyleSheet("")


def cut(root):
    """Return the texts for which their widget has not the room."""
    return [
        f"{type(one).__name__} {text_of(one)!r}: {one.width()} x {one.height()}, needs {needs(one)}"
        for kind in (QLabel, QPushButton, QCheckBox)
        for one in root.findChildren(kind)
        if one.isVisibleTo(root) and text_of(one) and not has_room(one)
    ]


def text_of(widget):
    return widget.text()


def needs(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return (0, widget.heightForWidth(widget.width()))
    return (widget.sizeHint().width(), widget.sizeHint().height())


def has_room(widget):
    wide, high = needs(widget)
    return widget.width() + TOLERANCE >= wide and widget.height() + TOLERANCE >= high


def test_a_text_without_room_is_seen(qtbot):
    label = QLabel("Marlowdale Borough Council")
    qtbot.addWidget(label)
    label.resize(20, 20)
    root = QDialog()
    qtbot.addWidget(root)
    label.setParent(root)
    assert len(cut(root)) == 1


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_in_the_forms_is_cut_off(window, sample, looks, qtbot, template):
    looks(Theme.LIGHT, 200)
    window.resize(*SCREEN)
    window.open(sample(template))
    for index in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(index)
        qtbot.waitUntil(lambda: cut(window.stage.workplace.pages) == [])


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_form_is_scrolled_sideways(window, sample, looks, qtbot, template):
    looks(Theme.LIGHT, 200)
    window.resize(1280, 800)
    window.open(sample(template))
    for index in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(index)
        bar = window.stage.workplace.page(index).horizontalScrollBar()
        qtbot.waitUntil(lambda bar=bar: bar.maximum() == 0)


@pytest.mark.parametrize("ask", ["preferences", "history", "restyling", "exporting"])
def test_nothing_in_a_dialog_is_cut_off(window, sample, looks, qtbot, ask):
    looks(Theme.LIGHT, 200)
    window.resize(*SCREEN)
    window.open(sample("walsall-scrutiny"))
    getattr(window, ask).choose()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: cut(dialog) == [])


def test_the_start_page_is_not_cut_off(window, looks, qtbot):
    looks(Theme.LIGHT, 200)
    window.resize(*SCREEN)
    qtbot.waitUntil(lambda: window.centralWidget().gallery.count() == len(TEMPLATES))
    qtbot.waitUntil(lambda: cut(window) == [])


# --- Contrast, measured in what is painted ------------------------------------------------------


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def painted_contrast(picture, place):
    """Return the contrast of the darkest and the lightest that is painted there."""
    lights = [
        luminance(picture.pixelColor(across, down))
        for across in range(place.left(), place.right(), 1)
        for down in range(place.top(), place.bottom(), 1)
        if picture.rect().contains(across, down)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05) if lights else 0.0


def whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=lambda theme: theme.value)
def test_every_text_that_is_painted_stands_out(request, sample, looks, qtbot, theme):
    looks(theme, 100)
    window = request.getfixturevalue("window")  # made in the colours that it starts in
    window.resize(*SCREEN)
    window.open(sample("walsall-scrutiny"))
    faint, seen = [], 0
    for index in range(len(window.stage.session.template.sections)):
        window.stage.workplace.sections.go_to(index)
        qtbot.waitUntil(lambda: window.stage.workplace.pages.currentWidget().isVisible())
        picture = window.grab().toImage()
        for one in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
            if not one.isVisible() or not one.text().strip() or not whole(one):
                continue
            corner = one.mapTo(window, QPoint(0, 0))
            contrast = painted_contrast(picture, QRect(corner, one.size()))
            seen += 1
            if contrast < 4.5:
                faint.append((one.text(), round(contrast, 1)))
    assert seen > 50
    assert faint == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=lambda theme: theme.value)
def test_the_palette_keeps_its_texts_readable(looks, qapp, theme):
    looks(theme, 100)
    palette, role = qapp.palette(), QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ):
        pair = sorted(luminance(palette.color(one)) for one in (text, ground))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, (text, ground)
