"""The frame around what a notebook shows: its own style, which reaches nothing outside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import count

from unres.exports.html.inline import language_attributes

_SHOWN = count(1)
_HALF = 0.5


@cache
def _style() -> str:
    """The style sheet, without comments and needless space: it is sent with each output."""
    import re

    text = (files("unres.exports.notebook") / "notebook.css").read_text("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()


def new_anchors() -> str:
    """Put before the ids of one output: two outputs of one page must not share them."""
    import secrets

    return f"unres-{next(_SHOWN)}{secrets.token_hex(2)}-"


def framed(inside: str, language: str = "en") -> str:
    """One output: a box that carries its style with it."""
    return f'<div class="unres-box" {language_attributes(language)}><style>{_style()}</style>{inside}</div>'


def language_of(text: str) -> str:
    """``"ar"`` where most letters are Arabic, or Arabic digits; otherwise ``"en"``."""
    letters = [character for character in text if character.isalpha() or "\u0660" <= character <= "\u0669"]
    arabic = sum("\u0600" <= character <= "\u06ff" for character in letters)
    return "ar" if letters and arabic / len(letters) > _HALF else "en"
