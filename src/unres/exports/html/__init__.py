"""HTML: the pieces that every page is made of."""
