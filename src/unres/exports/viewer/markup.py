"""How markup is written: every attribute escaped, every run of text with its language and direction."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from unres.exports.html.inline import language_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

_AMOUNT = re.compile(
    r"""(?<!\d)(?<!\d[ ])\d{1,2}  # one or two digits that no group stands before
        (?:[ ]\d{3}){1,6}(?!\d)      # then groups of three""",
    re.VERBOSE,
)
_FROM_THE_RIGHT = frozenset({"AL", "R"})


def attribute(name: str, value: str) -> str:
    """``name="value"``, the value escaped."""
    return f'{name}="{escape(value)}"'


def language_of(text: str, language: str) -> str:
    """The language of a line: in an Arabic document, one in Latin letters alone is English ("Distr.: General")."""
    if language != "ar" or not any(letter.isalpha() for letter in text):
        return language
    return "ar" if any(bidirectional(letter) in _FROM_THE_RIGHT for letter in text) else "en"


def grouped(markup: str, language: str) -> str:
    """Keeps the groups of an amount together: with a plain space, "1 240" would be shown as "240 1" in Arabic.

    An amount that begins with a group of three is left alone, for it may be stored the other way round, so that it is
    shown right with a plain space: "000 600" for 600 000.
    """
    return _AMOUNT.sub(lambda amount: amount[0].replace(" ", "\u00a0"), markup) if language == "ar" else markup


def run(text: str, language: str, name: str = "bdi") -> str:
    """A run of text of a document, or of one language inside another: escaped, isolated, with ``lang`` and ``dir``."""
    language = language_of(text, language)
    return f"<{name} {language_attributes(language)}>{grouped(escape(text), language)}</{name}>"


def code(text: str) -> str:
    """An id, a symbol, a code: read from left to right wherever it stands."""
    return f'<bdi dir="ltr" class="code">{escape(text)}</bdi>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names and values; the values are markup already, and rows without a value are left out."""
    inside = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return f'<dl class="facts">{inside}</dl>' if inside else ""
