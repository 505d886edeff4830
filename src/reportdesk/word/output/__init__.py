"""The way out: the parts of a report and the container around them."""
