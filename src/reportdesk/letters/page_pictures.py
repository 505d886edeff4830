"""Pictures of a PDF's pages, drawn by a limited process; it stands here beside the other PDFs."""

from __future__ import annotations

import json
import subprocess
import threading
import zlib
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from reportdesk.core.errors import ExportError
from reportdesk.core.i18n import _
from reportdesk.core.places import Place
from reportdesk.letters.workers import start

_MEMORY = 1 << 30
_SECONDS = 120  # of the processor
_MOST_BYTES = 50_000_000  # of one page


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is printed: rows of ``stride`` bytes, blue, green and red for each pixel.

    Attributes:
        packed: the rows, packed by zlib; see ``pixels``.
        pages: how many pages there are in all.
    """

    width: int
    height: int
    stride: int
    packed: bytes
    pages: int

    def pixels(self) -> bytes:
        """Return the rows."""
        return zlib.decompressobj().decompress(self.packed, self.stride * self.height)


def draw_pages(
    pdf: bytes, name: str, scale: float, seconds: float
) -> Generator[PagePicture, None, None]:
    """Yield the pages as they are drawn, so many pixels a point; closing it ends the drawing.

    Raises ExportError where they cannot be drawn, or not within the seconds.
    """
    process = start(
        "page_worker.py", str(scale), memory=_MEMORY, seconds=_SECONDS, stdin=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    try:
        with suppress(OSError):  # it ended early; that it gives no pages says so
            process.stdin.write(pdf)
            process.stdin.close()
        yield from _pages(process.stdout, name)
    finally:
        watch.cancel()
        process.kill()
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    process.wait()


def _pages(stream: IO[bytes], name: str) -> Iterator[PagePicture]:
    drawn, pages = 0, 1
    while drawn < pages:
        about = _about(stream.readline(1000))
        size = int(about.get("size", 0))
        packed = stream.read(size) if 0 < size <= _MOST_BYTES else b""
        if not packed or len(packed) != size:
            raise _fault(name)
        drawn, pages = drawn + 1, about["pages"]
        yield PagePicture(about["width"], about["height"], about["stride"], packed, pages)


def _about(line: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        about = json.loads(line)
        if isinstance(about, dict):
            return about
    return {}


def _fault(name: str) -> ExportError:
    return ExportError.of(
        "page-pictures",
        _("the pages could not be drawn"),
        _("save them as PDF, and look at that"),
        Place(file=name),
    )
