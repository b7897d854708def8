"""How markup is written: every attribute escaped, every run of text with its language and direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from unres.exports.amounts import grouped
from unres.exports.html.inline import language_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

_FROM_THE_RIGHT = frozenset({"AL", "R"})


def attribute(name: str, value: str) -> str:
    """``name="value"``, the value escaped."""
    return f'{name}="{escape(value)}"'


def language_of(text: str, language: str) -> str:
    """The language of a line: in an Arabic document, one in Latin letters alone is English ("Distr.: General")."""
    if language != "ar" or not any(letter.isalpha() for letter in text):
        return language
    return "ar" if any(bidirectional(letter) in _FROM_THE_RIGHT for letter in text) else "en"


def run(text: str, language: str, name: str = "bdi") -> str:
    """A run of text of a document, or of one language inside another: escaped, isolated, with ``lang`` and ``dir``."""
    language = language_of(text, language)
    return f"<{name} {language_attributes(language)}>{escape(grouped(text, language))}</{name}>"


def code(text: str) -> str:
    """An id, a symbol, a code: read from left to right wherever it stands."""
    return f'<bdi dir="ltr" class="code">{escape(text)}</bdi>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names and values; the values are markup already, and rows without a value are left out."""
    inside = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return f'<dl class="facts">{inside}</dl>' if inside else ""
