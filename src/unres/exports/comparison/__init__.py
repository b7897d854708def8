"""What changed between two resolutions, for people: in the terminal, and as a page."""

from unres.exports.comparison.html import to_html
from unres.exports.comparison.summary import to_summary

__all__ = ["to_html", "to_summary"]
