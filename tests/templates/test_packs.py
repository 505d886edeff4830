"""Every shipped template folder: what it asks, what it prints, and its sample."""

from __future__ import annotations

import re
from zipfile import ZipFile

from lxml import etree

NAMES = re.compile(r"[a-z_][a-z0-9_]*")
TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}")
LOOP = re.compile(r"for ([a-z_]+) in")
WORDS = set(NAMES.findall("for in if elif else endif endfor and or not loop is defined none"))


def named(text: str) -> set[str]:
    """Return the names that a Word file's tags take from the answers."""
    sources = ["".join(found) for found in TAG.findall(text)]
    own = {name for source in sources for name in LOOP.findall(source)}
    names: set[str] = set()
    for source in sources:
        bare = re.sub(r"'[^']*'|\|\s*\w+|\.\w+", " ", source)
        names.update(NAMES.findall(bare))
    return names - own - WORDS


def text_of(pack, house) -> str:
    parts = []
    for document in house.read(pack / "template.yaml")["documents"]:
        with ZipFile(pack / document["file"]) as package:
            for name in package.namelist():
                if name.endswith(".xml"):
                    tree = etree.fromstring(package.read(name))
                    paragraphs = list(tree.iter(f"{house.W}p"))
                    parts += [house.words_of(par) for par in paragraphs]
                    parts += [] if paragraphs else ["".join(tree.itertext())]
    return "\n".join(parts)


def test_its_id_is_its_folder(pack, house):
    assert house.read(pack / "template.yaml")["id"] == pack.name


def test_its_documents_are_there(pack, house):
    for document in house.read(pack / "template.yaml")["documents"]:
        assert (pack / document["file"]).is_file()


def test_its_own_fields_say_what_they_are(pack, house):
    for id, field in house.asked(pack).items():
        assert field.get("label"), id
        assert field.get("kind"), id


def test_a_well_known_field_keeps_its_kind_choices_and_fields(pack, house):
    known = house.read(house.templates / "vocabulary.yaml")["fields"]
    for id, field in house.asked(pack).items():
        for attribute in ("kind", "choices", "fields"):
            assert id not in known or field.get(attribute) == known[id].get(attribute), id


def test_it_prints_only_what_it_asks(pack, house):
    assert named(text_of(pack, house)) - house.asked(pack).keys() == set()


def test_it_asks_only_what_it_prints(pack, house):
    assert house.asked(pack).keys() - named(text_of(pack, house)) == set()


def test_no_field_is_asked_twice(pack, house):
    sections = house.read(pack / "template.yaml")["sections"]
    fields = [f if isinstance(f, str) else f["id"] for s in sections for f in s["fields"]]
    assert len(fields) == len(set(fields))


def test_its_sample_answers_every_required_field(pack, house):
    answers = house.read(pack / "sample.yaml")["answers"]
    required = {id for id, f in house.asked(pack).items() if f.get("required") == "yes"}
    assert required - answers.keys() == set()


def test_its_sample_answers_only_what_is_asked(pack, house):
    answers = house.read(pack / "sample.yaml")["answers"]
    assert answers.keys() - house.asked(pack).keys() == set()


def test_its_sample_is_of_the_made_up_council(pack):
    sample = (pack / "sample.yaml").read_text(encoding="utf-8")
    assert "Marlowdale" in sample
    assert all(host.endswith("marlowdale.example") for host in re.findall(r"@([\w.]+\w)", sample))
    assert all(
        host == "www.marlowdale.example" for host in re.findall(r"https?://([^/)\s]+)", sample)
    )
    assert all(number.startswith("01632 960") for number in re.findall(r"\b0\d{4} \d{6}\b", sample))


def test_the_walsall_sample_answers_all_twelve_recommendations(house):
    answers = house.read(house.templates / "walsall-scrutiny" / "sample.yaml")["answers"]
    numbers = {area["number"] for area in answers["areas_for_improvement"]}
    rows = answers["response_rows"]
    answered = [
        number
        for row in rows
        for number in re.findall(r"\d+", row.get("recommendation_numbers", ""))
    ]
    assert (len(numbers), len(rows)) == (12, 11)
    assert set(answered) == numbers
