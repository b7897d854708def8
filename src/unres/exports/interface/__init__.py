"""The words of the interface: what pages and other renderings say of their own, one file for each language.

What stands before the first section of ``en.toml`` and ``ar.toml`` is shared; a section adds what one page says alone.
The files also say what else a rendering has to know of a language: its direction, its codes in other formats, and how
labels are printed in it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from unres.models.vocabulary import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.models.vocabulary import Language

MESSAGES: Language = ENGLISH
"""The language in which the library says what it has to say: diagnostics, reasons, checks."""


@cache
def word(key: str, language: str) -> str:
    """A word or sentence by its key, ``"annex"`` or ``"viewer.outline"``.

    Raises:
        KeyError: no such key.
    """
    section, _, name = key.rpartition(".")
    return words(section, language)[name]


@cache
def words(section: str, language: str) -> Mapping[str, str]:
    """All words of a section, with those that are shared; of the section ``""`` those that are shared alone.

    Raises:
        KeyError: no such section.
    """
    return _sections(language)[section]


@cache
def translations(section: str, language: str) -> Mapping[str, str]:
    """The words of a section by themselves, empty where the language has no such section.

    Sections whose keys are what the library says in English exist in the other languages alone.
    """
    own = _file(language).get(section, {})
    return own if isinstance(own, dict) else {}


@cache
def direction(language: str) -> Literal["rtl", "ltr"]:
    """The way in which a language is written."""
    return "rtl" if word("direction", language) == "rtl" else "ltr"


@cache
def codes() -> tuple[str, ...]:
    """The languages that have words of the interface; in any other, pages say theirs in English."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in files(__name__).iterdir() if ".toml" in file.name))


@cache
def _file(language: str) -> Mapping[str, str | dict[str, str]]:
    code = language if language in codes() else MESSAGES
    return tomllib.loads((files(__name__) / f"{code}.toml").read_text("utf-8"))


@cache
def _sections(language: str) -> Mapping[str, Mapping[str, str]]:
    read = _file(language)
    shared = {name: said for name, said in read.items() if isinstance(said, str)}
    sections = {name: shared | own for name, own in read.items() if isinstance(own, dict)}
    return {name: MappingProxyType(each) for name, each in {"": shared, **sections}.items()}
