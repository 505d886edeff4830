"""An inspectorate's letter: text in, structure and suggestions out; quotations verified."""

from reportdesk.letters.files import read_letter, read_paragraphs, read_text

__all__ = ["read_letter", "read_paragraphs", "read_text"]
