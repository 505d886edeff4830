"""What a template's Word file brings to every report, and the way to save one.

Kept as plain data between starts, so that a file which was checked before is not read again.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.word.house_style import HouseStyle
from reportdesk.word.intake.zip_file import Entry, deflated, inflate, write_zip
from reportdesk.word.numbering import read_numbering
from reportdesk.word.output.notes_again import notes_again
from reportdesk.word.output.numbering_again import number_again
from reportdesk.word.output.packing import Packer
from reportdesk.word.output.properties import Properties, app_part, core_part
from reportdesk.word.rich_writer import RichWriter
from reportdesk.word.styles import Styles, read_styles, styles_from_data, styles_to_data

# Texts, numbers and lists, as JSON can hold them: a file's edge.
Data = Any


@dataclass(frozen=True, slots=True)
class Lasting:
    """The parts that are the same in every report, and the names of those that are not.

    Attributes:
        entries: all parts in the order of the file, the list of parts first.
        repeating: parts in which something with a number of its own stands in a loop or may go.
        notes: parts with the footnotes, endnotes and comments that the main part refers to.
        main, styles, numbering, core, app: names of parts; empty where there is none.
    """

    entries: Mapping[str, Entry]
    repeating: tuple[str, ...]
    notes: tuple[str, ...]
    main: str
    styles: str
    numbering: str
    core: str
    app: str


class ReportFile:
    """A template's Word file, ready to be filled again and again; belongs to one thread."""

    def __init__(self, lasting: Lasting, styles: Styles | None = None) -> None:
        """``styles`` are those of the file, where they were read before."""
        self._lasting = lasting
        styles = styles or read_styles(self._part(lasting.styles))
        numbering = read_numbering(self._part(lasting.numbering))
        self._house = HouseStyle(styles, numbering, self._part, lasting.main, lasting.numbering)

    def writer(self) -> RichWriter:
        """Return a writer for one filling."""
        return RichWriter(self._house)

    def save(
        self,
        filled: Mapping[str, Sequence[str]],
        writer: RichWriter,
        properties: Properties,
        packer: Packer | None = None,
    ) -> bytes:
        """Return the report as the bytes of a Word file; the same input gives the same bytes.

        ``filled`` has the XML of each part of the skeleton in chunks; a chunk that is equal to
        one of the packer's last saving costs next to nothing.
        """
        entries = dict(self._lasting.entries)
        entries |= (packer or Packer()).pack(self._texts(filled))
        for name, content in self._properties(filled, properties).items():
            entries[name] = deflated(name, content)
        for name, content in writer.finished().items():
            entries[name] = deflated(name, content)
        return write_zip(entries.values())

    def to_data(self) -> Data:
        """Return what ``from_data`` makes the same file of."""
        lasting = self._lasting
        names = (lasting.main, lasting.styles, lasting.numbering, lasting.core, lasting.app)
        entries = [_entry_to_data(entry) for entry in lasting.entries.values()]
        many = list(lasting.repeating), list(lasting.notes)
        return [entries, styles_to_data(self._house.styles), *many, *names]

    @staticmethod
    def from_data(data: Data) -> ReportFile:
        """Return the file that was made into that data; ValueError where none was."""
        try:
            listed, styles, repeating, notes, *names = data
            entries = [_entry_from_data(one) for one in listed]
            by_name = {entry.name: entry for entry in entries}
            lasting = Lasting(by_name, tuple(repeating), tuple(notes), *names)
            return ReportFile(lasting, styles_from_data(styles))
        except (TypeError, KeyError) as error:
            raise ValueError("not a report file") from error

    def _part(self, name: str) -> bytes:
        """Return the content of a part, empty where there is no such part."""
        entry = self._lasting.entries.get(name)
        return inflate(entry) or b"" if entry else b""

    def _texts(self, filled: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
        lasting = self._lasting
        texts = {
            name: chunks
            for name, chunks in filled.items()
            if name not in (lasting.core, lasting.app)
        }
        for name in lasting.repeating:
            numbered = number_again("".join(texts[name]))
            texts[name] = [numbered.xml]
            for notes in lasting.notes if name == lasting.main else ():
                xml = "".join(texts[notes]) if notes in texts else self._part(notes).decode()
                texts[notes] = [notes_again(xml, numbered.uses)]
        return texts

    def _properties(
        self, filled: Mapping[str, Sequence[str]], properties: Properties
    ) -> dict[str, bytes]:
        core, app = self._lasting.core, self._lasting.app
        parts = {core: core_part(properties, "".join(filled.get(core, ())))}
        if app:
            parts[app] = app_part("".join(filled.get(app, ())))
        return parts


def _entry_to_data(entry: Entry) -> Data:
    packed = b64encode(entry.compressed).decode("ascii")
    return [entry.name, entry.method, entry.crc, entry.size, packed]


def _entry_from_data(data: Data) -> Entry:
    name, method, crc, size, packed = data
    return Entry(name, method, crc, size, b64decode(packed, validate=True))
