"""The language that is asked for: by the system's usual names, and English where none is."""

import pytest

from reportdesk.core.i18n import asked_languages


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, []),
        ({"LANG": "en_GB.UTF-8"}, []),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "cy_GB.UTF-8"}, ["cy_GB"]),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "cy:en"}, ["cy"]),
        ({"LANG": "cy_GB", "LC_ALL": "C"}, []),
        ({"LANGUAGE": "cy:gd"}, ["cy", "gd"]),
        ({"LANGUAGE": "en:cy"}, []),
    ],
)
def test_the_language_is_the_one_that_the_system_names(told, asked):
    assert asked_languages(told) == asked
