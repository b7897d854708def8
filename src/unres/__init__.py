"""Reads United Nations resolutions, in Arabic and English, into typed Python objects."""
