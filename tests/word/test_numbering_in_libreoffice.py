"""Lists as we say they are shown are shown so by LibreOffice."""

import re
import shutil
import subprocess

import pytest

from reportdesk.core.document import paragraphs_of
from reportdesk.core.places import Place
from reportdesk.core.richtext import Block, BlockKind, Run, rich
from reportdesk.core.skeleton import Paragraph
from reportdesk.word.document_reader import read_document
from reportdesk.word.rich_writer import RichWriter

SOFFICE = shutil.which("soffice")
TAG = Paragraph('<w:p><w:pPr><w:pStyle w:val="Numbered2"/></w:pPr>', (), Place(), "Numbered2", 1)


def heading(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def block(kind: BlockKind, level: int = 1, restart: bool = False) -> Block:
    return Block((Run(f"{kind.value} {level}"),), kind, level, restart)


PARAGRAPH, HEADING = block(BlockKind.PARAGRAPH), block(BlockKind.HEADING)
NUMBER, BELOW, DEEPEST = (block(BlockKind.NUMBER, level) for level in (1, 2, 3))
ANEW = block(BlockKind.NUMBER, restart=True)
CASES = [
    [PARAGRAPH, PARAGRAPH, HEADING, PARAGRAPH, PARAGRAPH, HEADING, PARAGRAPH],
    [NUMBER, NUMBER, PARAGRAPH, NUMBER, ANEW, NUMBER],
    [NUMBER, BELOW, BELOW, NUMBER, BELOW, DEEPEST, DEEPEST, NUMBER],
    [NUMBER, block(BlockKind.BULLET, 2), NUMBER, block(BlockKind.BULLET), NUMBER],
]


def shown_by_us(path) -> list[str]:
    paragraphs = paragraphs_of(read_document(path).blocks)
    return [f"{one.label.text if one.label else ''} {one.text}".strip() for one in paragraphs]


def shown_by_libreoffice(path, folder) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_text = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    command = [str(SOFFICE), profile, *to_text, str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = path.with_suffix(".txt").read_text("utf-8-sig").splitlines()
    return [" ".join(line.split()) for line in lines]


def one_bullet(lines: list[str]) -> list[str]:
    """LibreOffice has bullets of its own in plain text."""
    return [re.sub("^[–◦▪] ", "• ", line) for line in lines]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("own", [False, True], ids=["template's lists", "our own lists"])
def test_numbers_are_shown_alike(house_of, word_file, tmp_path, own):
    names = ("Normal", "heading 1", "heading 2", "Numbered 2", "Numbered 3")
    writer = RichWriter(house_of(names) if own else house_of())
    body = "".join(
        heading(f"Part {at}") + writer.blocks(rich(blocks), TAG, "")
        for at, blocks in enumerate(CASES, 1)
    )
    path = tmp_path / "lists.docx"
    path.write_bytes(word_file(body, numbering=writer.finished()["word/numbering.xml"]))
    ours, theirs = shown_by_us(path), shown_by_libreoffice(path, tmp_path)
    assert one_bullet(ours) == one_bullet(theirs)
