"""The shell: parse, one call to the desk, print, exit code."""

from reportdesk.cli.shell import main

__all__ = ["main"]
