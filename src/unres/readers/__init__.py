"""One module a format: bytes in, lines out."""
