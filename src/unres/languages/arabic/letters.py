"""Arabic letters made one, for looking words up: never for text that is shown."""

from __future__ import annotations

import re

MARKS = "\u064b-\u0652\u0670"
"""Vowel marks, shadda and the small alef: written or left out at will. For use inside a character class."""

_FOLDED = str.maketrans("أإآٱى", "ااااي", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640")
_SPACES = re.compile(r"\s+")


def bare(text: str) -> str:
    """The text without vowel marks, its alefs and final yas in one form, each white space one blank."""
    return _SPACES.sub(" ", text.translate(_FOLDED)).strip()
