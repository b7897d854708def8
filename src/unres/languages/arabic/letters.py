"""Arabic letters made one, for looking words up: never for text that is shown."""

from __future__ import annotations

import re

MARKS = "\u064b-\u0652\u0670"
"""Vowel marks, shadda and the small alef: written or left out at will. For use inside a character class."""

_FOLDED = {code: None for code in [*range(0x064B, 0x0653), 0x0670, 0x0640]}
_FOLDED |= {ord(letter): "ا" for letter in "أإآٱ"} | {ord("ى"): "ي"}  # type: ignore[dict-item]
_SPACES = re.compile(r"\s+")


def bare(text: str) -> str:
    """The text without vowel marks, its alefs and final yas in one form, each white space one blank."""
    return _SPACES.sub(" ", text.translate(_FOLDED)).strip()
