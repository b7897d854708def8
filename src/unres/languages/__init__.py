"""What differs from one language to the next, as data: one folder a language, found by being there.

Each folder has one `LANGUAGE`, a :class:`Language` of sections; each section is loaded when it is first asked for.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from unres.languages.citing import one_of
from unres.languages.language import Language
from unres.printed import PagePatterns, joined

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Language",
    "all_languages",
    "check_language",
    "codes",
    "for_all",
    "get_language",
    "page_words",
    "register",
    "repeating_words",
]

T = TypeVar("T")
_made_of_all: list[Callable[[], None]] = []
"""Each forgets one thing that was made of all languages."""


@cache
def _languages() -> dict[str, Language]:
    """Code → language, for every folder that is there, and what is registered."""
    folders = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__) if module.ispkg)
    found: list[Language] = [folder.LANGUAGE for folder in folders]
    return {language.code: language for language in found}


def get_language(code: str) -> Language:
    """The language with this code ("ar", "en").

    Raises:
        KeyError: there is no such language.
    """
    return _languages()[code]


def codes() -> tuple[str, ...]:
    """The codes of all languages."""
    return tuple(_languages())


def check_language(code: object) -> None:
    """Raises a ValueError for a language that is not read; None means that it is to be detected."""
    if code is not None and code not in codes():
        known = ", ".join(map(repr, codes()))
        raise ValueError(f"language={code!r} is not read; give {known}, or None to detect it")


def register(language: Language) -> None:
    """Adds a language, in place of one of the same code."""
    _languages()[language.code] = language
    all_languages.cache_clear()
    for forget in _made_of_all:
        forget()


@cache
def all_languages() -> tuple[Language, ...]:
    """All languages."""
    return tuple(_languages().values())


def for_all(make: Callable[[tuple[Language, ...]], T]) -> Callable[[], T]:
    """What is made of all languages together: made when first asked for, and again when one is registered."""

    @cache
    def made() -> T:
        return make(all_languages())

    _made_of_all.append(made.cache_clear)
    return made


@for_all
def repeating_words(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """The words of all languages that repeat what was cited last: "Ibid."."""
    return re.compile(one_of(rule.pattern for each in languages for rule in each.citations.sources.ibid))


@for_all
def page_words(languages: tuple[Language, ...]) -> PagePatterns:
    """The words of all languages by which the parts of a printed page are told, before its language is known."""
    return joined(tuple(language.page_words for language in languages))
