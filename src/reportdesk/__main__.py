"""The door: the window without arguments, else the shell."""

import sys

from reportdesk import cli


def main() -> int:
    """Return the exit code of what was asked for."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
