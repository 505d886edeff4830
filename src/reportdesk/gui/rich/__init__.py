"""The rich text editor, and the way between its document and the tree of core."""
