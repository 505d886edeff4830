"""The texts of letters, kept beside the draft that they are sources of."""

from __future__ import annotations

from pathlib import Path

from reportdesk.core.errors import LetterError
from reportdesk.core.i18n import _
from reportdesk.core.letter import SourceText
from reportdesk.core.places import Place
from reportdesk.core.reading import Raw
from reportdesk.storage.atomic import save
from reportdesk.storage.files import read_file, shown
from reportdesk.storage.kept_sources import MARK, sources_folder
from reportdesk.storage.names import safe_name
from reportdesk.storage.refusals import explain
from reportdesk.storage.sheets import sheets_as_rows, sheets_from
from reportdesk.storage.yaml_bytes import MAX_BYTES
from reportdesk.storage.yaml_events import read_yaml
from reportdesk.storage.yaml_writer import dump

_HEADER = f"{MARK}, and how a PDF's lines are set.\n# Kept to verify quotations.\n"


def save_source(source: SourceText, draft: Path) -> str:
    """Write the source into the draft's own folder and return its path from there, with ``/``.

    Raises SaveError where it cannot be written.
    """
    folder = sources_folder(draft)
    name = safe_name(Path(source.name).stem, ".yaml")
    _make(folder)
    _write(source, folder / name)
    return f"{folder.name}/{name}"


def load_source(draft: Path, path: str) -> SourceText:
    """Return a source by its path from the draft's folder.

    Raises LetterError where it is not there, not a kept source, or outside that folder.
    """
    file = (draft.parent / path).resolve()
    if not file.is_relative_to(draft.parent.resolve()):
        raise _error(path, _("the source lies outside the draft’s folder"))
    root = read_yaml(read_file(file, MAX_BYTES, LetterError), shown(file), LetterError).root
    pages, name, digest = root.get("pages"), root.get("name"), root.get("sha256")
    if not (isinstance(pages, list) and isinstance(name, str) and isinstance(digest, str)):
        raise _error(path, _("this is not a letter kept by ReportDesk"))
    texts = tuple(str(page or "") for page in pages)
    try:
        return SourceText(name, texts, digest, sheets_from(root.get("sheets"), texts))
    except (ValueError, AttributeError):
        raise _error(path, _("the letter was changed since it was kept")) from None


def carry_source(source: SourceText, draft: Path, path: str) -> None:
    """Write the source to its path from a draft's folder, where it is not there yet.

    For a draft that was saved in another folder. Raises SaveError where it cannot be written.
    """
    file = draft.parent / path
    if not file.exists() and file.resolve().is_relative_to(draft.parent.resolve()):
        _make(file.parent)
        _write(source, file)


def _write(source: SourceText, file: Path) -> None:
    body: dict[str, Raw] = {
        "name": source.name,
        "sha256": source.digest,
        "pages": list(source.pages),
    }
    if source.sheets:
        body["sheets"] = sheets_as_rows(source.sheets)
    save(file, (_HEADER + dump(body)).encode("utf-8"), None)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise explain(folder, error) from None


def _error(path: str, message: str) -> LetterError:
    return LetterError.of("source", message, _("import the letter again"), Place(file=path))
