"""Zip containers without ``zipfile``, which costs a quarter of a small report's whole time.

Reading trusts nothing: whatever two programs could read differently is refused.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from reportdesk.core.i18n import _
from reportdesk.core.quick_dataclasses import dataclass
from reportdesk.word.intake.faults import Faults

STORED, DEFLATED = 0, 8
_END = struct.Struct("<4s4H2IH")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_DESCRIPTOR = struct.Struct("<3I")
_ENCRYPTED, _DESCRIBED, _UTF8 = 1, 8, 0x800
_VERSION, _NEW_YEAR_1980 = 20, 33


@dataclass(frozen=True, slots=True)
class Entry:
    """A file within a zip, as it lies there: compressed by ``method``, or stored."""

    name: str
    method: int
    crc: int
    size: int
    compressed: bytes


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the list at a zip's end says of a file."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int

    @property
    def figures(self) -> tuple[int, int, int]:
        return self.crc, self.packed, self.size

    @property
    def title(self) -> str:
        return self.name.decode("utf-8" if self.flags & _UTF8 else "cp437", "replace")


def read_zip(data: bytes, faults: Faults, most: int) -> list[Entry]:
    """Return the files within, still compressed; faults holds what forbids to use them."""
    listed = _listed(data, faults, most)
    if faults:
        return []
    entries = [_entry(data, one, faults) for one in listed]
    _refuse_overlaps(data, listed, faults)
    return [entry for entry in entries if entry and not entry.name.endswith("/")]


def inflate(entry: Entry) -> bytes | None:
    """Return the content, or nothing if it is not what the container says of it."""
    if entry.method == STORED:
        content = bytes(entry.compressed)
    else:
        unpacker = zlib.decompressobj(-15)
        try:
            content = unpacker.decompress(entry.compressed, entry.size + 1)
        except zlib.error:
            return None
        if not unpacker.eof and (len(content) != entry.size or unpacker.decompress(b"", 1)):
            return None
    sound = len(content) == entry.size and zlib.crc32(content) == entry.crc
    return content if sound else None


def deflated(name: str, content: bytes, level: int = 6) -> Entry:
    """Return the content compressed, under that name."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Entry(name, DEFLATED, zlib.crc32(content), len(content), packed)


def write_zip(entries: Iterable[Entry]) -> bytes:
    """Return a container of these; the same entries always give the same bytes."""
    pieces: list[bytes] = []
    central: list[bytes] = []
    at = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        packed = len(entry.compressed)
        about = (flags, entry.method, 0, _NEW_YEAR_1980, entry.crc, packed, entry.size, len(name))
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *about, 0)
        pieces += (local, name, entry.compressed)
        listing = (b"PK\1\2", _VERSION, _VERSION, *about, 0, 0, 0, 0, 0, at)
        central += (_CENTRAL.pack(*listing), name)
        at += len(local) + len(name) + packed
    count, size = len(central) // 2, sum(map(len, central))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)
    return b"".join((*pieces, *central, end))


def _listed(data: bytes, faults: Faults, most: int) -> list[_Listed]:
    """Read the list of files at the end of the container."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - _END.size - 0xFFFF))
    if at < 0 or len(data) < at + _END.size:
        faults.damaged(_("the file is cut off: its end is missing"))
        return []
    _sign, disk, first, here, count, size, start, comment = _END.unpack_from(data, at)
    if at + _END.size + comment != len(data) or disk or first or here != count:
        faults.damaged(_("the end of the file is not as it should be"))
        return []
    if count > most:
        message = _("the file holds {count:,} parts; the limit is {most:,}")
        faults.too_large(message.format(count=count, most=most))
        return []
    if start + size != at:
        faults.damaged(_("the list of parts in the file does not match its size"))
        return []
    return _rows(data, start, at, count, faults)


def _rows(data: bytes, start: int, end: int, count: int, faults: Faults) -> list[_Listed]:
    rows: list[_Listed] = []
    at = start
    while at < end and len(rows) < count and at + _CENTRAL.size <= end:
        row = _CENTRAL.unpack_from(data, at)
        if row[0] != b"PK\1\2":
            break
        name_size, extra, comment = row[10:13]
        at += _CENTRAL.size
        name = data[at : at + name_size]
        rows.append(_Listed(name, row[3], row[4], row[7], row[8], row[9], row[16]))
        at += name_size + extra + comment
    if at != end or len(rows) != count:
        faults.damaged(_("the list of parts in the file is damaged"))
    return rows


def _entry(data: bytes, listed: _Listed, faults: Faults) -> Entry | None:
    """Return the file that the list speaks of, if the file's own head says the same of it."""
    if listed.flags & _ENCRYPTED:
        message = _("the file is protected by a password")
        fix = _("open it in Word, take the password off and save it again")
        faults.add("package-password", message, fix)
        return None
    fault = _mismatch(data, listed)
    if fault:
        faults.damaged(fault, listed.title)
        return None
    at = _content_start(data, listed)
    packed = data[at : at + listed.packed]
    return Entry(listed.title, listed.method, listed.crc, listed.size, packed)


def _mismatch(data: bytes, listed: _Listed) -> str:
    """Say what forbids to read one file, or nothing."""
    if listed.method not in (STORED, DEFLATED):
        return _("the part is compressed in a way that Word does not use")
    if 0xFFFFFFFF in (listed.packed, listed.size, listed.offset):
        return _("the part claims to be larger than any report can be")
    if listed.offset + _LOCAL.size > len(data):
        return _("the part lies beyond the end of the file")
    if _content_start(data, listed) + listed.packed > len(data):
        return _("the part lies beyond the end of the file")
    if not _head_agrees(data, listed):
        return _("two places in the file say different things of the part")
    return ""


def _head_agrees(data: bytes, listed: _Listed) -> bool:
    """Whether the part's own head says what the list says."""
    sign, _need, flags, method, _time, _date, crc, packed, size, name_size, _extra = (
        _LOCAL.unpack_from(data, listed.offset)
    )
    name_at = listed.offset + _LOCAL.size
    if sign != b"PK\3\4" or method != listed.method or flags & _ENCRYPTED:
        return False
    if data[name_at : name_at + name_size] != listed.name:
        return False
    if listed.method == STORED and listed.packed != listed.size:
        return False
    told = (crc, packed, size)
    if flags & _DESCRIBED:
        return (not any(told) or told == listed.figures) and _descriptor_agrees(data, listed)
    return told == listed.figures


def _content_start(data: bytes, listed: _Listed) -> int:
    name_size, extra = struct.unpack_from("<2H", data, listed.offset + 26)
    return listed.offset + _LOCAL.size + int(name_size) + int(extra)


def _descriptor_agrees(data: bytes, listed: _Listed) -> bool:
    """Whether the figures after the content, if any, are those of the list."""
    at = _content_start(data, listed) + listed.packed
    if data[at : at + 4] == b"PK\7\10":
        at += 4
    if at + _DESCRIPTOR.size > len(data):
        return False
    crc, packed = struct.unpack_from("<2I", data, at)
    return bool(crc == listed.crc and packed == listed.packed)


def _refuse_overlaps(data: bytes, listed: list[_Listed], faults: Faults) -> None:
    """Refuse parts that share bytes: the trick of bombs that are small on disk."""
    if faults:
        return
    reached = 0
    for one in sorted(listed, key=lambda one: one.offset):
        if one.offset < reached:
            faults.damaged(_("two parts of the file share the same bytes"), one.title)
            return
        reached = _content_start(data, one) + one.packed
