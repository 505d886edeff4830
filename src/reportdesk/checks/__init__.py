"""What may be wrong with a draft, one idea a function."""
