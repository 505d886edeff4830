"""Spelling on screen: squiggles, suggestions, and the walk through the report."""
