"""One module a format: a resolution in, text out."""
