"""Whatever a Word file holds, the answer is a package without it, or clear faults, and soon."""

from __future__ import annotations

import pytest
from hostile_packages import BROKEN, LIVE, STRIPPED
from yardstick import within

from reportdesk.core.errors import PackageError
from reportdesk.core.problems import Severity
from reportdesk.word.package import read_package
from reportdesk.word.skeleton_reader import read_skeleton
from reportdesk.word.template_file import styles_of

SECONDS = 2


def refusal(data: bytes) -> PackageError:
    """The error of a file that must be refused, as a template is read."""
    with pytest.raises(PackageError) as caught:
        read(data)
    return caught.value


def read(data: bytes) -> None:
    package = read_package(data, "t.docx")
    read_skeleton(package, styles_of(package))


def test_there_are_enough_kinds():
    assert len(LIVE) + len(STRIPPED) >= 42
    assert len(BROKEN) >= 35


@pytest.mark.parametrize("data", LIVE.values(), ids=LIVE.keys())
def test_live_content_is_refused(data):
    codes = {problem.code for problem in refusal(data).problems}
    assert codes & {"package-live", "package-macros"}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_refused(data):
    assert refusal(data).problems


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_refusal_comes_soon(data):
    with within(SECONDS):
        refusal(data)


@pytest.mark.parametrize("data", (LIVE | BROKEN).values(), ids=(LIVE | BROKEN).keys())
def test_a_refusal_is_one_line_a_fault_with_what_to_do(data):
    for problem in refusal(data).problems:
        assert str(problem).startswith("t.docx: ")
        assert "\n" not in str(problem)
        assert problem.fix
        assert len(str(problem)) < 400


@pytest.mark.parametrize("data", STRIPPED.values(), ids=STRIPPED.keys())
def test_what_is_hidden_is_left_out(data):
    package = read_package(data, "t.docx")
    assert all(b"hidden" not in package.part(name) for name in package.names)


@pytest.mark.parametrize("data", STRIPPED.values(), ids=STRIPPED.keys())
def test_what_is_left_out_is_told(data):
    notices = read_package(data, "t.docx").notices
    assert [notice.severity for notice in notices] == [Severity.NOTE]


TOLD = [
    ("empty", "the file is empty"),
    ("RTF", "Rich Text"),
    ("HTML", "web page"),
    ("PDF", "PDF"),
    ("old Word", "Word 97-2003"),
    ("encrypted", "password"),
    ("zip password", "password"),
    ("OpenDocument", "OpenDocument"),
    ("workbook", "Excel"),
    ("presentation", "PowerPoint"),
    ("Word template", "Word template"),
    ("plain zip", "zip file"),
    ("cut off", "cut off"),
    ("too many parts", "2,1"),
    ("two parts of a name", "same name"),
    ("bomb", "unpacks to 40,000,000 bytes"),
    ("entity bomb", "document type"),
    ("deep XML", "nested too deeply"),
    ("rare kind of Word", "Strict"),
]


@pytest.mark.parametrize(("name", "words"), TOLD)
def test_a_refusal_says_what_is_wrong(name, words):
    assert words in str(refusal(BROKEN[name]))
