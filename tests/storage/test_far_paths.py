"""Paths that Windows would not take are given to it as they stand."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from reportdesk.storage.far_paths import far

DEEP = "\\".join(["folder"] * 40)


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("C:\\drafts\\a.yaml", "C:\\drafts\\a.yaml"),
        (f"C:\\{DEEP}", f"\\\\?\\C:\\{DEEP}"),
        (f"\\\\server\\share\\{DEEP}", f"\\\\?\\UNC\\server\\share\\{DEEP}"),
        (f"\\\\?\\C:\\{DEEP}", f"\\\\?\\C:\\{DEEP}"),
        (DEEP, DEEP),
        (f"C:\\..\\{DEEP}", f"C:\\..\\{DEEP}"),
    ],
)
def test_only_long_ones_are_told_to_stand(path, taken):
    assert str(far(PureWindowsPath(path), "win32")) == taken


def test_other_systems_take_every_path_as_it_is():
    path = PurePosixPath("/" + "folder/" * 40)
    assert far(path, "linux") is path
