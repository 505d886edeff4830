"""Make the pictures of the gallery: the first page of each template's sample, by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 340


def main() -> None:
    """Write resources/gallery/TEMPLATE.png for each template."""
    target = ROOT / "resources" / "gallery"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for sample in sorted((ROOT / "templates").glob("*/sample.yaml")):
            picture(sample, target, Path(scratch))


def picture(sample: Path, target: Path, scratch: Path) -> None:
    """Make the picture of one sample."""
    name = sample.parent.name
    word = scratch / f"{name}.docx"
    run([sys.executable, "-m", "reportdesk", "export", sample, "-o", word, "--pdf"])
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    pdf = word.with_suffix(".pdf")
    run(["pdftoppm", "-png", "-f", "1", "-l", "1", "-singlefile", *size, pdf, scratch / name])
    # Fewer colours, smaller file: a page of text needs no more.
    if shutil.which("pngquant"):
        run(["pngquant", "--force", "--ext", ".png", "24", scratch / f"{name}.png"])
    shutil.copy(scratch / f"{name}.png", target / f"{name}.png")


def run(command: list[object]) -> None:
    """Run the command; raises CalledProcessError where it fails."""
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
