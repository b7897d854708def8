"""How markup is written: every attribute escaped, every run of text with its language and direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.inline import language_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(name: str, attributes: str, *children: str) -> str:
    """An element; attributes and children are markup already."""
    opening = f"<{name} {attributes}>" if attributes else f"<{name}>"
    return f"{opening}{''.join(children)}</{name}>"


def attribute(name: str, value: str) -> str:
    """``name="value"``, the value escaped."""
    return f'{name}="{escape(value)}"'


def run(text: str, language: str, name: str = "bdi") -> str:
    """A run of text of a document, or of one language inside another: escaped, isolated, with ``lang`` and ``dir``."""
    return f"<{name} {language_attributes(language)}>{escape(text)}</{name}>"


def code(text: str) -> str:
    """An id, a symbol, a code: read from left to right wherever it stands."""
    return f'<bdi dir="ltr" class="code">{escape(text)}</bdi>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of names and values; the values are markup already, and rows without a value are left out."""
    inside = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return f'<dl class="facts">{inside}</dl>' if inside else ""
