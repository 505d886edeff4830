"""The door: the window without arguments or with a draft alone, else the shell."""

from __future__ import annotations

import gc
import os
import sys

_DRAFT_ENDINGS = (".yaml", ".yml")
UNHEARD = 141  # as the shell says of a program that a broken pipe has ended


def main() -> int:
    """Return the exit code of what was asked for."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(_DRAFT_ENDINGS)):
        return _window(arguments)
    return _shell(arguments)


# The only late imports of the house: the shell must not wait for Qt, nor the window for the shell.
def _window(arguments: list[str]) -> int:
    # Nothing that is loaded is garbage; the window's housekeeping collects later.
    gc.disable()
    # PySide reads the source of each module that comes after it, to see whether it stands there.
    import reportdesk.services.desk
    import reportdesk.services.home  # noqa: F401  # loaded for the order's sake
    from reportdesk.gui.app import run

    return run(arguments)


def _shell(arguments: list[str]) -> int:
    from reportdesk.cli import main as shell

    try:
        code = shell(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads us, such as head, has seen enough; what is still unsaid goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    return code


if __name__ == "__main__":
    sys.exit(main())
