"""In Arabic: the reasons of references, the meanings of diagnostics and of what two versions disagree on.

The library says them in English, each from a closed set. What is not in the set is free text, and stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.exports.interface import words

if TYPE_CHECKING:
    from unres.alignment import Check


def reasons(because: str, language: str) -> list[tuple[str, str]]:
    """The reasons of a reference, one by one, each with the language that it is given in."""
    if language != "ar":
        return [(because, "en")] if because else []
    arabic = words("reasons", "ar")
    return [(arabic[each], "ar") if each in arabic else (each, "en") for each in because.split("; ") if each]


def meaning(code: str, language: str) -> str:
    """What a code of diagnostic stands for, in Arabic; "" in English, where each message says it, and more."""
    return words("meanings", "ar").get(code, "") if language == "ar" else ""


def check_said(check: Check, language: str) -> str:
    """What two versions disagree on, and what each of them says, in Arabic; "" in English, as with :func:`meaning`."""
    if language != "ar":
        return ""
    arabic, english = (_isolated(", ".join(says)) for says in (check.arabic_says, check.english_says))
    which = "both" if arabic and english else "arabic" if arabic else "english" if english else "neither"
    what = words("checks", "ar")[check.kind]
    return words("versions", "ar")[which].format(what=what, arabic=arabic, english=english)


def _isolated(text: str) -> str:
    """A date, a symbol, a list of numbers within a line of Arabic: from left to right, whatever stands beside it."""
    return f"\u2066{text}\u2069" if text else ""
