"""A made-up letter as a file, and an open draft that it answers."""

import pytest
from made_letters import made, pdf_of, text_of


@pytest.fixture
def meant():
    return made(5)


@pytest.fixture
def letter_text(meant):
    return text_of(meant)


@pytest.fixture
def letter_file(meant, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_of(meant))
    return path


@pytest.fixture
def draft(window, desk, tmp_path):
    """A new draft that is saved already and open in the window."""
    path = tmp_path / "draft.yaml"
    session = desk.new("wokingham-scrutiny")
    desk.save(session, path)
    window.open(path)
    return window.stage.session
