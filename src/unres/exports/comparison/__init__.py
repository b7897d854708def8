"""A comparison as a page or as lines for the terminal."""

from __future__ import annotations

from unres.exports.comparison.page import to_html
from unres.exports.comparison.segments import Segment, merged, of_change, of_field
from unres.exports.comparison.summary import to_summary

__all__ = ["Segment", "merged", "of_change", "of_field", "to_html", "to_summary"]
