"""Placeholder until the merge."""
from __future__ import annotations
def find_verbs(text: str, zone: str, code: str) -> list[tuple[str, str, int]]:
    return []
