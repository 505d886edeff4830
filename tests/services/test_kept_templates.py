"""A kept template is the same as one read anew, and is used only where that would be found."""

import shutil
from pathlib import Path

import pytest

from reportdesk.services.kept_templates import KeptTemplates
from reportdesk.storage.kept_files import KeptFiles
from reportdesk.storage.templates import find_template, list_templates

TEMPLATES = Path(__file__).parents[2] / "templates"
IDS = sorted(path.parent.name for path in TEMPLATES.glob("*/template.yaml"))
ID = "wokingham-statement"


@pytest.fixture
def files(tmp_path):
    return KeptFiles(tmp_path / "kept")


@pytest.fixture
def own(tmp_path):
    """A folder of one's own with one template and the vocabulary."""
    folder = tmp_path / "own"
    shutil.copytree(TEMPLATES / ID, folder / ID)
    shutil.copyfile(TEMPLATES / "vocabulary.yaml", folder / "vocabulary.yaml")
    return folder


@pytest.mark.parametrize("id", IDS)
def test_anew_kept_and_listed_are_the_same(files, id):
    listed = list_templates([TEMPLATES]).find(id)
    first, second = (KeptTemplates(files).find([TEMPLATES], id) for _ in range(2))
    assert repr(first) == repr(second) == repr(listed)


def test_a_folder_of_a_name_too_long_for_the_system_hides_no_other(files, tmp_path):
    assert KeptTemplates(files).find([tmp_path / ("x" * 300), TEMPLATES], ID) is not None


def test_an_unknown_id_is_nothing(files):
    assert KeptTemplates(files).find([TEMPLATES], "../" + ID) is None


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (f"{ID}/template.yaml", "version: ", "version: 1"),
        ("vocabulary.yaml", "label: ", "label: X"),
    ],
)
def test_a_change_to_either_file_is_seen(files, own, name, old, new):
    before = KeptTemplates(files).find([own], ID)
    path = own / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    after = KeptTemplates(files).find([own], ID)
    assert repr(after) != repr(before)
    assert repr(after) == repr(find_template([own], ID))


@pytest.mark.parametrize("spoil", ["template.yaml", "statement.docx"])
def test_what_is_broken_since_then_gives_way_to_the_next_folder(files, own, spoil):
    folders = [own, TEMPLATES]
    assert KeptTemplates(files).find(folders, ID).folder == own / ID
    (own / ID / spoil).unlink()
    assert KeptTemplates(files).find(folders, ID).folder == TEMPLATES / ID


@pytest.mark.parametrize("data", [None, [], "x", {}, [1, 2, 3, 4, 5, 6, 7, 8]])
def test_what_is_kept_but_odd_is_read_anew(files, tmp_path, data):
    kept = KeptTemplates(files)
    first = kept.find([TEMPLATES], ID)
    files.write(next((tmp_path / "kept").iterdir()).stem, data)
    assert repr(kept.find([TEMPLATES], ID)) == repr(first)
