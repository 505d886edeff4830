"""An inspectorate's letter: text in, structure and suggestions out; quotations verified."""

from reportdesk.letters.files import read_kept, read_letter, read_paragraphs, read_text
from reportdesk.letters.index import Index, index_of
from reportdesk.letters.quotations import verify, word_changes
from reportdesk.letters.quotes import find_quotes

__all__ = [
    "Index",
    "find_quotes",
    "index_of",
    "read_kept",
    "read_letter",
    "read_paragraphs",
    "read_text",
    "verify",
    "word_changes",
]
