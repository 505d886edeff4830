"""Forms made from a template's fields, one editor a kind."""
