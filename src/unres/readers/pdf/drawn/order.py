"""Texts that follow from the order of the glyphs: most programs hold the characters of ASCII one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def texts_by_order(said: Mapping[int, str], glyphs: Mapping[int, int], seen: Iterable[int]) -> dict[int, str]:
    """Digits by cid, where the other characters of ASCII say at which glyph theirs begin."""
    return {}
