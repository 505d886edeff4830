"""Templates kept between starts, so that their YAML files are checked only once.

What is kept is named after the bytes that it was made of, and the program itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportdesk.core.errors import TemplateError
from reportdesk.services.engine_stamp import engine_stamp
from reportdesk.storage.files import read_file
from reportdesk.storage.kept_files import KeptFiles, key_of
from reportdesk.storage.template_data import template_from_data, template_to_data
from reportdesk.storage.templates import TemplatePack, find_template, template_files
from reportdesk.storage.yaml_bytes import MAX_BYTES


class KeptTemplates:
    """Finds templates by their ids, in kept data where there is some."""

    def __init__(self, files: KeptFiles) -> None:
        self._files = files

    def find(self, folders: Sequence[Path], id: str) -> TemplatePack | None:
        """Return the template of that id, or None; as ``find_template`` does."""
        files = template_files(folders, id)
        if not files:
            return None
        try:
            contents = [read_file(path, MAX_BYTES, TemplateError) for path in files]
        except TemplateError:
            return find_template(folders, id)
        key = key_of(engine_stamp(), *map(os.fsencode, files), *contents)
        folder = files[0].parent
        return _pack(self._files.read(key), folder) or self._new(key, folder, folders, id)

    def _new(self, key: str, folder: Path, folders: Sequence[Path], id: str) -> TemplatePack | None:
        pack = find_template(folders, id)
        if pack is not None and pack.folder == folder:
            self._files.write(key, template_to_data(pack.template))
        return pack


def _pack(data: Any, folder: Path) -> TemplatePack | None:
    """Return the template that the data was made of, or None where it would not be found anew."""
    try:
        template = template_from_data(data)
    except (TypeError, ValueError):
        return None
    whole = all((folder / document.file).is_file() for document in template.documents)
    return TemplatePack(template, folder) if whole else None
