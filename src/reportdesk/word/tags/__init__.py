"""From a Word file's XML to nodes around its tags."""
