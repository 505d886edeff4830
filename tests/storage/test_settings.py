"""Settings come back as they were set; a broken file is set aside and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.core.fields import Choice
from reportdesk.core.settings import FIELDS, LAYOUT, Settings, Theme, settings_of
from reportdesk.storage.settings import read_settings, write_settings

ANSWERS = {
    "text_size": Choice("150", "150 %"),
    "theme": Choice("dark", "Dark"),
    "council": "Anyshire: Council #1",
    "contact": {"name": "A. Person", "telephone": "01632 960001"},
    "template_folders": ({"path": "/council/templates"},),
    "file_name": "{meeting_date} - {report_title}",
}


def test_settings_read_back_as_they_were_written(tmp_path):
    path = tmp_path / "new" / "settings.yaml"
    write_settings(path, ANSWERS)
    assert read_settings(path, FIELDS).answers == ANSWERS


def test_nothing_set_means_the_usual(tmp_path):
    assert settings_of(read_settings(tmp_path / "none.yaml", FIELDS).answers) == Settings()


def test_settings_have_their_meaning():
    settings = settings_of(ANSWERS)
    assert (settings.text_size, settings.theme) == (150, Theme.DARK)
    assert [path.name for path in settings.template_folders] == ["templates"]


@pytest.mark.parametrize(
    "text", ["theme: purple\n", "theme: [\n", "a: &x 1\n", "\x00", "text_size:\n  - 1\n"]
)
def test_a_broken_file_is_set_aside_and_told(tmp_path, text):
    path = tmp_path / "settings.yaml"
    path.write_text(text, "utf-8")
    read = read_settings(path, FIELDS)
    assert read.answers == {}
    assert "settings.broken.yaml" in read.problems[0].message
    assert (tmp_path / "settings.broken.yaml").read_text("utf-8") == text
    assert not path.exists()


@given(data=st.binary(max_size=200))
def test_no_bytes_keep_the_program_from_starting(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "layout.yaml"
    path.write_bytes(data)
    assert isinstance(read_settings(path, LAYOUT).answers, dict)
