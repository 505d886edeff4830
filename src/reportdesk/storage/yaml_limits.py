"""How much a YAML file may hold."""

from __future__ import annotations

# An answer lies 5 deep; beyond some thousands the parser's time grows with the square.
MAX_DEPTH = 20
# A draft of 5,000 findings makes 180,000; these take a second, and twice that where careful.
MAX_EVENTS = 400_000
# The parser takes 1,024 characters; a hundred fit whatever the writer must escape.
MAX_KEY = 100
MERGE = "<<"
