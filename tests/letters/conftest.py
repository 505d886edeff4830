"""Lets the tests of letters reach their own generators."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "made"))
