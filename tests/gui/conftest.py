"""A window over the shipped templates, with its worker closed after each test."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.gui.features import add_features
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.tasks import TaskRunner
from reportdesk.services.desk import Desk
from reportdesk.services.folders import template_folders
from reportdesk.services.home import open_home
from reportdesk.storage.places import find_places


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    return Desk(template_folders([]), tmp_path_factory.mktemp("backups"))


@pytest.fixture
def tasks():
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def home(tmp_path):
    shipped = find_places()
    mine = tmp_path / "home"
    return open_home(replace(shipped, data=mine / "data", settings=mine / "settings"))


@pytest.fixture
def window(qtbot, desk, tasks, home):
    made = MainWindow(desk, tasks, home)
    made.stage.filing.patience = 60.0  # what a test opens or saves is done on return
    add_features(made)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.stage.clear())
    made.show()
    yield made
    made.stage.filing.close()


@pytest.fixture
def sample(tmp_path):
    """The path of a copy of a template's sample draft, which no other test has open."""

    def path(template_id: str) -> Path:
        copy = tmp_path / "samples" / template_id / "sample.yaml"
        if not copy.exists():
            copy.parent.mkdir(parents=True)
            shutil.copyfile(template_folders([])[-1] / template_id / "sample.yaml", copy)
        return copy

    return path


@pytest.fixture
def draft(window, sample, tmp_path):
    """The path of a saved draft that is on stage."""
    path = tmp_path / "paper.yaml"
    desk = window.stage.desk
    desk.save(desk.open(sample("walsall-scrutiny")), path)
    window.open(path)
    return path
