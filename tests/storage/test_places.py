"""Folders follow each system's custom."""

from pathlib import Path

import pytest

from reportdesk.storage.places import find_places, make_private

HOME = Path.home()


def test_the_shipped_templates_are_found_in_the_source():
    assert (find_places({}).templates / "vocabulary.yaml").is_file()


@pytest.mark.parametrize(
    ("environment", "system", "data", "settings"),
    [
        ({}, "linux", HOME / ".local/share/reportdesk", HOME / ".config/reportdesk"),
        (
            {"XDG_DATA_HOME": "/x/d", "XDG_CONFIG_HOME": "/x/c"},
            "linux",
            Path("/x/d/reportdesk"),
            Path("/x/c/reportdesk"),
        ),
        (
            {"XDG_DATA_HOME": "relative"},
            "linux",
            HOME / ".local/share/reportdesk",
            HOME / ".config/reportdesk",
        ),
        (
            {"APPDATA": "/w/Roaming", "LOCALAPPDATA": "/w/Local"},
            "win32",
            Path("/w/Local/ReportDesk"),
            Path("/w/Roaming/ReportDesk"),
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


def test_a_private_folder_is_its_owner_s_alone(tmp_path):
    assert make_private(tmp_path / "a" / "b").stat().st_mode & 0o077 == 0
