"""A report that Word would repair is never written."""

import io
import zipfile
from pathlib import Path

import pytest

from reportdesk.core.edits import SetAnswer
from reportdesk.core.errors import ExportError
from reportdesk.core.richtext import plain
from reportdesk.services.desk import Desk
from reportdesk.services.soundness import expect_sound

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def session():
    return Desk([TEMPLATES]).open(TEMPLATES / "england-standard" / "sample.yaml")


def broken(data, before, after):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                assert before in content
                content = content.replace(before, after, 1)
            target.writestr(info.filename, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"</w:body>", b""),
        (b"</w:p></w:tc>", b"</w:p><w:p/><w:tbl/></w:tc>"),
        (b"<w:t ", b"<w:t>{{ left_over }}</w:t><w:t "),
    ],
)
def test_a_broken_report_is_refused(session, before, after):
    data = Desk([TEMPLATES]).report(session).data
    with pytest.raises(ExportError):
        expect_sound(broken(data, before, after), "report.docx", session.answers)


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% if x %}", "{{ a & <b> }}"])
def test_braces_of_the_officers_own_are_printed(session, text):
    desk = Desk([TEMPLATES])
    session.apply(SetAnswer(("background",), plain(text)))
    session.apply(SetAnswer(("report_title",), text))
    assert desk.final_report(session).data
