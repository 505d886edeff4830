"""Lets these tests import the makers of Word files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "made"))
