"""Every sentence shown to an officer passes through here, so that it can be translated."""

from __future__ import annotations

import gettext
from pathlib import Path

_DOMAIN = "reportdesk"
_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str, folder: Path) -> None:
    """Speak the language of that code from now on; English where no translation is found."""
    global _current
    _current = gettext.translation(_DOMAIN, folder, [code], fallback=True)


def _(message: str) -> str:
    """Return the message in the officer's language."""
    return _current.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form that suits the count; ``{count}`` in it is still to be filled."""
    return _current.ngettext(one, many, count)
