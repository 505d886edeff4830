"""The dictionary: the only room that knows spylls."""
