"""Files on disk: drafts, templates and settings in YAML, saved so that none is ever torn."""
