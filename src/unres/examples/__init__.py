"""Imagined resolutions, written for this project, to try things on without a network and without a file of one's own.

unres.examples.names()                               what there is
unres.examples.load("improving-coordination", "ar")  one of them, parsed
unres.examples.text("improving-coordination", "ar")  its text
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import Language

__all__ = ["load", "names", "text"]

_ENDING = ".txt"


@cache
def _files() -> dict[tuple[str, str], str]:
    """Name and language of each document → the name of its file, ``NAME.LANGUAGE.txt``."""
    found = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(_ENDING))
    pairs = (name.removesuffix(_ENDING).rpartition(".") for name in found)
    return {(name, language): f"{name}.{language}{_ENDING}" for name, _, language in pairs}


def names() -> list[str]:
    """The names of the examples; each is there in Arabic and in English."""
    return sorted({name for name, _ in _files()})


def text(name: str, language: Language = "en") -> str:
    """The text of an example.

    Raises:
        ValueError: there is no such example; the message names those that there are.
    """
    if (name, language) not in _files():
        raise ValueError(
            f'there is no example {name!r} in {language!r}; there are {", ".join(names())} in "ar" and "en"'
        )
    return (files(__name__) / _files()[name, language]).read_text("utf-8")


def load(name: str, language: Language = "en") -> Resolution:
    """An example, parsed.

    Raises:
        ValueError: there is no such example; the message names those that there are.
    """
    import unres

    return unres.parse(text(name, language), language=language)
