"""The words of the interface: what pages and other renderings say of their own, one file for each language.

What stands before the first section of ``en.toml`` and ``ar.toml`` is shared; a section adds what one page says alone.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from unres.models.vocabulary import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping


def word(key: str, language: str) -> str:
    """A word or sentence by its key, ``"annex"`` or ``"viewer.outline"``.

    Raises:
        KeyError: no such key.
    """
    section, _, name = key.rpartition(".")
    return words(section, language)[name]


def words(section: str, language: str) -> Mapping[str, str]:
    """All words of a section, with those that are shared; of the section ``""`` those that are shared alone.

    Raises:
        KeyError: no such section.
    """
    return _sections(language)[section]


@cache
def _sections(language: str) -> Mapping[str, Mapping[str, str]]:
    own = files(__name__) / f"{language}.toml"
    file = own if own.is_file() else files(__name__) / f"{ENGLISH}.toml"  # a language that was registered has none
    read = tomllib.loads(file.read_text("utf-8"))
    shared = {name: said for name, said in read.items() if isinstance(said, str)}
    sections = {name: shared | own for name, own in read.items() if isinstance(own, dict)}
    return {name: MappingProxyType(each) for name, each in {"": shared, **sections}.items()}
