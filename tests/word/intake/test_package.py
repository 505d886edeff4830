"""A sound Word file is read whatever program wrote it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hostile_packages import PNG
from word_files import packed, paragraph, with_relation, word_file, word_parts

from reportdesk.core.errors import PackageError
from reportdesk.word.intake.faults import Faults
from reportdesk.word.intake.zip_file import deflated, inflate, read_zip, write_zip
from reportdesk.word.package import read_package


class Pipe(io.RawIOBase):
    """A stream that cannot go back, so that sizes are written behind the content."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += bytes(data)
        return len(data)


def streamed() -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in word_parts().items():
            container.writestr(name, content)
    return pipe.data


def stored() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name, content in word_parts().items():
            container.writestr(name, content)
    return stream.getvalue()


def with_folders() -> bytes:
    return packed({"word/": b"", "word/media/": b"", **word_parts()})


def with_extras() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        for name, content in word_parts().items():
            about = zipfile.ZipInfo(name, (2026, 3, 17, 9, 0, 0))
            about.extra = b"\xca\xfe\x04\x00abcd"
            container.writestr(about, content)
        container.comment = b"made by hand"
    return stream.getvalue()


def by_python_docx() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def from_the_root() -> bytes:
    parts = word_parts()
    lists = "word/_rels/document.xml.rels"
    return packed({**parts, lists: str(parts[lists]).replace('Target="', 'Target="/word/')})


def in_other_letters() -> bytes:
    parts = word_parts()
    lists = "word/_rels/document.xml.rels"
    return packed({**parts, lists: str(parts[lists]).replace("styles.xml", "Styles.XML")})


def with_marks() -> bytes:
    parts = {name: f"\ufeff<!-- a --><?pi b?>{xml}" for name, xml in word_parts().items()}
    return packed(parts)


SOUND = [
    word_file,
    streamed,
    stored,
    with_folders,
    with_extras,
    by_python_docx,
    from_the_root,
    in_other_letters,
    with_marks,
]


@pytest.mark.parametrize("made", SOUND)
def test_a_sound_file_is_read(made):
    package = read_package(made(), "t.docx")
    assert package.main == "word/document.xml"
    assert b"document" in package.part(package.main)
    assert package.target(package.main, "styles") == "word/styles.xml"


def test_a_file_is_read_from_disk(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word_file())
    assert read_package(path).file == "a.docx"


def test_pictures_stay_compressed_as_they_are():
    data = packed(with_relation({**word_parts(), "word/media/a.png": PNG}, "image", "media/a.png"))
    raw = read_package(data, "t.docx").raw("word/media/a.png")
    assert inflate(raw) == PNG


ADDRESSES = ["https://a.example/", "http://a.example", "mailto:a@b.example", "tel:0123", "#here"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_to_the_web_are_kept(address):
    package = read_package(
        packed(with_relation(word_parts(), "hyperlink", address, True)), "t.docx"
    )
    assert address in {one.target for one in package.relations(package.main)}


FIELDS = ["PAGE", " NUMPAGES ", 'TOC \\o "1-3" \\h', "=1+1", 'HYPERLINK "https://a.example/LINK"']


@pytest.mark.parametrize("code", FIELDS)
def test_harmless_fields_are_kept(code):
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{x}"/></w:r>' for x in ("begin", "end"))
    body = paragraph(f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}")
    assert read_package(word_file(body), "t.docx").main


def test_stripped_relations_are_no_longer_listed():
    given = {**word_parts(), "word/people.xml": "<x/>"}
    package = read_package(packed(with_relation(given, "people", "people.xml")), "t.docx")
    assert b"people" not in package.part("word/_rels/document.xml.rels")
    assert b"people" not in package.part("[Content_Types].xml")


def test_all_faults_are_told_at_once():
    parts = with_relation(word_parts("<w:altChunk/>"), "oleObject", "file:///x", external=True)
    parts = {**parts, "word/styles.xml": "<x"}
    with pytest.raises(PackageError) as caught:
        read_package(packed(parts), "t.docx")
    assert len(caught.value.problems) == 3


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "large.docx"
    with path.open("wb") as stream:
        stream.truncate(60_000_000)
    with pytest.raises(PackageError, match="60,000,000 bytes"):
        read_package(path)


def test_what_is_written_is_read_back():
    entries = [deflated("a", b"x" * 100), deflated("ü/b", b""), deflated("c", bytes(70_000))]
    assert read_zip(write_zip(entries), Faults("z"), 10) == entries


def test_what_is_written_is_a_zip_for_others():
    data = write_zip([deflated("a", b"x"), deflated("ü", b"y")])
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        assert container.testzip() is None
        assert container.namelist() == ["a", "ü"]


def test_every_file_under_templates_is_read():
    folder = Path(__file__).parents[3] / "templates"
    for path in folder.glob("*/*.docx"):
        assert read_package(path).notices == ()


def test_a_report_with_one_letter_a_million_times_is_read():
    assert read_package(word_file(paragraph("x" * 1_000_000)), "r.docx").main
