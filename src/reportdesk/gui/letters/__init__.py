"""The letter in the window: read it, take what it offers, quote it truly."""
