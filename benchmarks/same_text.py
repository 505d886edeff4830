"""What a reader sees of a Word file: the texts of its paragraphs, with bold and italic letters."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_RUN = re.compile(r"<w:r[ >].*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_ON = '<w:{}(?: w:val="(?:1|true|on)")?/>'
_LOOKS = tuple(re.compile(_ON.format(look)) for look in "bi")


def shown(path: Path) -> list[str]:
    """Return each paragraph's text, then its bold and its italic letters, without white space."""
    with zipfile.ZipFile(path) as file:
        body = file.read("word/document.xml").decode()
    return [line for found in _PARAGRAPH.finditer(body) for line in _looks(found[0])]


def _looks(paragraph: str) -> Iterator[str]:
    runs = [(run, unescape("".join(_TEXT.findall(run)))) for run in _RUN.findall(paragraph)]
    text = "".join(text for _run, text in runs)
    if text.strip():
        yield " ".join(text.split())
        for look in _LOOKS:
            yield "".join("".join(text for run, text in runs if look.search(run)).split())
