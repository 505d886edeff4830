"""Lets the tests of templating import what they build Word files' skeletons with."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "made"))
