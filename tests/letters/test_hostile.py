"""Whatever a letter's file does, the answer is a letter or one clear error, and soon."""

from __future__ import annotations

import time

import pytest
from hostile import hostile_pdfs, hostile_texts
from made_letters import made, pdf_of
from yardstick import within

from reportdesk.core.errors import LetterError
from reportdesk.core.letter import Letter
from reportdesk.letters import read_letter

PDFS, TEXTS = hostile_pdfs(), hostile_texts()
SECONDS = 1.6


def read(path) -> Letter | LetterError:
    try:
        return read_letter(path, seconds=SECONDS)
    except LetterError as error:
        return error


def test_there_are_enough_kinds():
    assert len(PDFS) + len(TEXTS) >= 51


@pytest.mark.parametrize("name", PDFS)
def test_pdf_ends_in_a_letter_or_one_error(name, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDFS[name])
    with within(SECONDS + 1, time.monotonic):
        answer = read(path)
    said = str(answer) if isinstance(answer, LetterError) else "letter.pdf"
    assert said.startswith("letter.pdf")
    assert "\n" not in said


@pytest.mark.parametrize("name", TEXTS)
def test_text_ends_in_a_letter_or_one_error(name, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXTS[name])
    with within(2, time.monotonic):
        answer = read(path)
    said = str(answer) if isinstance(answer, LetterError) else "letter.txt"
    assert said.startswith("letter.txt")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("locked", "letter-password"),
        ("301 pages", "letter-pages"),
        ("2000 pages", "letter-pages"),
        ("no text", "letter-scan"),
        ("picture only", "letter-scan"),
        ("no end", "letter-broken"),
        ("much text", "letter-characters"),
    ],
)
def test_error_says_what_is_wrong(name, code, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(PDFS[name])
    with pytest.raises(LetterError) as caught:
        read_letter(path)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].fix


def test_name_of_a_pdf_is_no_proof(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"Dear Alex")
    with pytest.raises(LetterError, match="not a PDF file"):
        read_letter(path)


def test_folder_and_missing_file_are_told(tmp_path):
    for path in (tmp_path, tmp_path / "none.pdf"):
        with pytest.raises(LetterError, match=path.name):
            read_letter(path)


def test_large_file_is_not_opened(tmp_path):
    path = tmp_path / "letter.pdf"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(LetterError, match="20 MB"):
        read_letter(path)


def test_reading_can_be_cancelled(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_of(made(1)))
    with pytest.raises(LetterError, match="cancelled"):
        read_letter(path, cancelled=lambda: True)


def test_time_is_limited(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_of(made(1)))
    with pytest.raises(LetterError, match="too long"):
        read_letter(path, seconds=0.0)
