"""Word files: template nodes read, report parts written, reports read back."""
