"""What a report is: fields, templates, drafts, rich text, documents. Standard library only."""
