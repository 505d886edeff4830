"""The shell: parse, one call to the desk, print, exit code."""


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 fine, 1 problems that stop, 2 cannot be read or written."""
    return 2 if arguments else 0
