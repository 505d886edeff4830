"""An inspectorate's letter: text in, structure, suggestions and quotations out."""
