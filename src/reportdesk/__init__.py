"""ReportDesk: council committee and scrutiny reports from a draft and a Word template."""

__version__ = "0.1.0"
