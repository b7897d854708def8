"""Digits by the order of the glyphs: most programs hold the characters of ASCII one after the other, in that order.

A producer that writes wrong digits into a map mostly leaves the glyphs where the font had them. Where the letters and
signs of ASCII say at which glyph their row begins, the digits' places in it say what they are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEAST = 6
"""Characters other than digits that must bear witness."""
_SHARE = 0.8


def texts_by_order(said: Mapping[int, str], glyphs: Mapping[int, int], seen: Iterable[int]) -> dict[int, str]:
    """Digits by cid, where the other characters of ASCII say at which glyph their row begins; else nothing."""
    places: dict[int, int] = {}
    starts: Counter[int] = Counter()
    for cid in seen:
        try:
            places[cid] = glyphs[cid]
        except KeyError:
            continue
        text = said.get(cid, "")
        if len(text) == 1 and "!" <= text <= "~" and not text.isdigit():
            starts[places[cid] - ord(text)] += 1
    if not starts:
        return {}
    start, count = starts.most_common(1)[0]
    if count < _LEAST or count < _SHARE * starts.total():
        return {}
    digits = {cid: glyph - start for cid, glyph in places.items() if said.get(cid, "").isdecimal()}
    return {cid: chr(code) for cid, code in digits.items() if ord("0") <= code <= ord("9")}
