"""Every sentence shown to an officer passes through here, so that it can be translated."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_DOMAIN = "reportdesk"
CATALOGUES = Path(__file__).resolve().parents[1] / "languages"
_OURS = ("en", "C", "POSIX")
_TOLD_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def asked_languages(environment: Mapping[str, str]) -> list[str]:
    """Return the codes of the languages asked for, the best first, up to the first English."""
    told = next(filter(None, map(environment.get, _TOLD_BY)), "")
    codes = [code.partition(".")[0] for code in told.split(":") if code]
    english = (at for at, code in enumerate(codes) if code.partition("_")[0] in _OURS)
    return codes[: next(english, len(codes))]


def _speaker(codes: list[str], folder: Path) -> gettext.NullTranslations:
    """English where nobody asks for more, there is no translation or it is damaged."""
    with suppress(OSError, ValueError):
        if codes:
            return gettext.translation(_DOMAIN, folder, codes, fallback=True)
    return gettext.NullTranslations()


# Chosen before any other module is loaded: menus and labels are said when theirs are.
_current = _speaker(asked_languages(os.environ), CATALOGUES)


def _(message: str) -> str:
    """Return the message in the officer's language."""
    return _current.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form that suits the count; ``{count}`` in it is still to be filled."""
    return _current.ngettext(one, many, count)
