"""Compresses a report's parts in chunks, and keeps the chunks for the next time.

Compressing costs more than all else of an export; a chunk that did not change costs nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Thread

from reportdesk.word.intake.zip_file import DEFLATED, Entry

_LEVEL = 6
_WORTH_A_THREAD = 200_000
_LAST_BLOCK = b"\x03\x00"


@dataclass(frozen=True, slots=True)
class _Packed:
    content: bytes
    compressed: bytes


class Packer:
    """Compresses the parts of one report after another; belongs to one thread."""

    def __init__(self) -> None:
        self._kept: dict[str, _Packed] = {}

    def pack(self, filled: Mapping[str, Sequence[str]]) -> dict[str, Entry]:
        """Return the parts compressed; the same chunks always give the same bytes."""
        wanted = dict.fromkeys(chunk for chunks in filled.values() for chunk in chunks)
        kept = {chunk: self._kept[chunk] for chunk in wanted if chunk in self._kept}
        self._kept = kept
        _pack_all([chunk for chunk in wanted if chunk not in kept], kept)
        return {name: self._entry(name, chunks) for name, chunks in filled.items()}

    def _entry(self, name: str, chunks: Sequence[str]) -> Entry:
        packed = [self._kept[chunk] for chunk in chunks]
        crc = size = 0
        for one in packed:
            crc = zlib.crc32(one.content, crc)
            size += len(one.content)
        compressed = b"".join([one.compressed for one in packed]) + _LAST_BLOCK
        return Entry(name, DEFLATED, crc, size, compressed)


def _pack_all(chunks: Sequence[str], into: dict[str, _Packed]) -> None:
    """Compress on two threads where there is much: zlib lets go of Python meanwhile."""
    if sum(map(len, chunks)) < _WORTH_A_THREAD or len(chunks) == 1:
        _pack_some(chunks, into)
        return
    other: dict[str, _Packed] = {}
    helper = Thread(target=_pack_some, args=(chunks[1::2], other))
    helper.start()
    _pack_some(chunks[::2], into)
    helper.join()
    into.update(other)


def _pack_some(chunks: Sequence[str], into: dict[str, _Packed]) -> None:
    for chunk in chunks:
        content = chunk.encode()
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        compressed = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
        into[chunk] = _Packed(content, compressed)
