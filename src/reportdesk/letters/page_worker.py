"""Draws the pages of a PDF from standard input in a process of its own.

Standard output has, for each page, a line of JSON (``width``, ``height``, ``stride``, ``size``,
``pages``) and then that many bytes: the page in blue, green and red, packed by zlib. A line
``{"fault": code}`` ends it where something is wrong.
"""

from __future__ import annotations

import json
import sys
import zlib

import pypdfium2  # type: ignore[import-untyped]

MAX_PAGES = 500
MAX_SIDE = 6000  # pixels


def main(scale: str) -> None:
    """Print the pages of the PDF, so many pixels for each point."""
    try:
        _draw(sys.stdin.buffer.read(), float(scale))
    except (pypdfium2.PdfiumError, ValueError):
        _say({"fault": "broken"})
    except MemoryError:
        _say({"fault": "memory"})


def _draw(pdf: bytes, scale: float) -> None:
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    if not 0 < count <= MAX_PAGES:
        _say({"fault": "pages"})
        return
    for number in range(count):
        page = document[number]
        if max(page.get_size()) * scale > MAX_SIDE:
            _say({"fault": "pages"})
            return
        picture = page.render(scale=scale)
        data = zlib.compress(bytes(picture.buffer), 1)
        about = {"width": picture.width, "height": picture.height, "stride": picture.stride}
        _say({**about, "size": len(data), "pages": count})
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        picture.close()
        page.close()


def _say(about: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(about).encode("ascii") + b"\n")


if __name__ == "__main__":
    main(sys.argv[1])
