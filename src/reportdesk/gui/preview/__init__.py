"""The report beside the form: as it would be written, and as it would be printed."""
