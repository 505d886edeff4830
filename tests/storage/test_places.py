"""Folders follow each system's custom."""

import sys
from pathlib import Path

import pytest

from reportdesk.storage.places import find_places, make_private

HOME = Path.home()
ROOT = Path(HOME.anchor)


def test_the_shipped_templates_are_found_in_the_source():
    assert (find_places({}).templates / "vocabulary.yaml").is_file()


@pytest.mark.parametrize(
    ("environment", "system", "data", "settings"),
    [
        ({}, "linux", HOME / ".local/share/reportdesk", HOME / ".config/reportdesk"),
        (
            {"XDG_DATA_HOME": f"{ROOT}x/d", "XDG_CONFIG_HOME": f"{ROOT}x/c"},
            "linux",
            ROOT / "x/d/reportdesk",
            ROOT / "x/c/reportdesk",
        ),
        (
            {"XDG_DATA_HOME": "relative"},
            "linux",
            HOME / ".local/share/reportdesk",
            HOME / ".config/reportdesk",
        ),
        (
            {"APPDATA": f"{ROOT}w/Roaming", "LOCALAPPDATA": f"{ROOT}w/Local"},
            "win32",
            ROOT / "w/Local/ReportDesk",
            ROOT / "w/Roaming/ReportDesk",
        ),
        (
            {},
            "win32",
            HOME / "AppData/Local/ReportDesk",
            HOME / "AppData/Roaming/ReportDesk",
        ),
    ],
)
def test_the_user_s_folders(environment, system, data, settings):
    places = find_places(environment, system)
    assert (places.data, places.settings) == (data, settings)


@pytest.mark.skipif(sys.platform == "win32", reason="the modes of files say nothing there")
def test_a_private_folder_is_its_owner_s_alone(tmp_path):
    assert make_private(tmp_path / "a" / "b").stat().st_mode & 0o077 == 0
