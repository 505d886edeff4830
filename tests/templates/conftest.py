"""The shipped house styles as the tests read them: folders, Word files, YAML."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from lxml import etree

TEMPLATES = Path(__file__).parents[2] / "templates"
PACKS = sorted(path.parent for path in TEMPLATES.glob("*/template.yaml"))
WORD_FILES = sorted(TEMPLATES.glob("*/*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class WordFile:
    """A Word file of a template with the few questions that the tests ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def tree(self, name: str) -> etree._Element:
        """Return the XML of a part."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> etree._Element:
        """Return the main part."""
        return self.tree("word/document.xml")

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """Return the styles by id."""
        styles = self.tree("word/styles.xml").iter(f"{W}style")
        return {style.get(f"{W}styleId"): style for style in styles}

    def story(self) -> Iterator[etree._Element]:
        """Yield the body, headers and footers."""
        for name in self.parts:
            if name.startswith(("word/document", "word/header", "word/footer")):
                yield self.tree(name)

    def text(self) -> str:
        """Return all words and tags, the title property included."""
        words = "\n".join(words_of(par) for part in self.story() for par in part.iter(f"{W}p"))
        return words + "\n" + "".join(self.tree("docProps/core.xml").itertext())


def words_of(element: etree._Element) -> str:
    """Return the text of a paragraph."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def style_of(paragraph: etree._Element) -> str:
    """Return the paragraph's style id, empty for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


@cache
def read(path: Path) -> dict:
    """Return a YAML file with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def asked(folder: Path) -> dict[str, dict]:
    """Return the fields that a template asks for, the well-known ones filled in."""
    well_known = read(TEMPLATES / "vocabulary.yaml")["fields"]
    fields = {}
    for section in read(folder / "template.yaml")["sections"]:
        for item in section["fields"]:
            own = {"id": item} if isinstance(item, str) else item
            fields[own["id"]] = {**well_known.get(own["id"], {}), **own}
    return fields


@pytest.fixture(params=PACKS, ids=lambda path: path.name)
def pack(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(params=WORD_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def word_file(request: pytest.FixtureRequest) -> WordFile:
    return WordFile(request.param)


@pytest.fixture(scope="session")
def house():
    """Return this module: the tests' way to its functions."""
    return SimpleNamespace(
        asked=asked, read=read, style_of=style_of, words_of=words_of, templates=TEMPLATES, W=W
    )
