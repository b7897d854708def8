"""What differs from one language to the next, as data: one folder a language, the same modules in each.

A folder names its language by `CODE` and holds the modules `months`, `ordinals`, `cardinals`, `labels`, `verbs`,
`words`, `drafts` and `citations`. A language is found by being there, and a module is loaded when it is first asked
for.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from types import ModuleType

    from unres.languages.labels import Series
    from unres.languages.phrases import Verbs


class Months(Protocol):
    """The module `months`: names of the months, and dates in their own order of words."""

    DATE: re.Pattern[str]
    """What may be a date: `parts` tells whether it is."""
    NAMES: Mapping[str, int]
    """Every spelling of a month's name → 1 to 12."""

    def parts(self, found: re.Match[str], /) -> tuple[int, int, int, bool]:
        """Year, month, day of a match of `DATE`, and whether it names two different months. Month 0 is no month."""
        ...

    BEHIND: re.Pattern[str]
    """The date that stands right behind what it dates, with the word that joins it."""

    def parts_behind(self, found: re.Match[str], /) -> tuple[int, int, int]:
        """Year, month, day of a match of `BEHIND`. Month 0 is no month."""
        ...


class Ordinals(Protocol):
    """The module `ordinals`: "sixty-seventh", "السابعة والستون"."""

    ORDINAL: re.Pattern[str]
    """The longest ordinal phrase in running text."""

    def read_ordinal(self, words: str, /) -> int | None:
        """The number an ordinal phrase means, or None when it is none."""
        ...

    def write_ordinal(self, n: int, /) -> str:
        """The ordinal of `n` in words, 1 to 999."""
        ...


class Cardinals(Protocol):
    """The module `cardinals`: numbers in words, generously read."""

    def mentioned(self, text: str, /) -> set[int]:
        """Every number that the words of a text may mean."""
        ...


class Labels(Protocol):
    """The module `labels`: the labels of paragraphs, and the letters of parts."""

    def read_label(self, label: str, /) -> dict[Series, int]:
        """Every series in which the label is legal, with its place in it."""
        ...

    def write_label(self, series: Series, n: int, /) -> str:
        """The label at place `n` of a series."""
        ...

    def part_letter(self, name: str, /) -> str | None:
        """The Latin letter of a part's name ("ألف" → "A"), or None when it is none."""
        ...


class Lexicon:
    """The modules of one language."""

    def __init__(self, folder: str, code: str) -> None:
        self._folder = folder
        self.code = code

    def _module(self, name: str) -> ModuleType:
        return importlib.import_module(f"{__name__}.{self._folder}.{name}")

    @cached_property
    def months(self) -> Months:
        """Names of the months, and dates."""
        return cast("Months", self._module("months"))

    @cached_property
    def ordinals(self) -> Ordinals:
        """Ordinal numbers in words."""
        return cast("Ordinals", self._module("ordinals"))

    @cached_property
    def cardinals(self) -> Cardinals:
        """Numbers in words."""
        return cast("Cardinals", self._module("cardinals"))

    @cached_property
    def labels(self) -> Labels:
        """Labels of paragraphs, and letters of parts."""
        return cast("Labels", self._module("labels"))

    @cached_property
    def verbs(self) -> Verbs:
        """The phrases that open clauses."""
        return cast("Verbs", self._module("verbs"))

    @cached_property
    def words(self) -> ModuleType:
        """Fixed words of the layout: mastheads, headings, furniture."""
        return self._module("words")

    @cached_property
    def drafts(self) -> ModuleType:
        """Fixed words of drafts, and of documents that are no resolutions."""
        return self._module("drafts")

    @cached_property
    def citations(self) -> ModuleType:
        """The forms in which sources are cited."""
        return self._module("citations")


@cache
def _folders() -> dict[str, str]:
    """Code → folder, for every language that is there."""
    folders = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {importlib.import_module(f"{__name__}.{folder}").CODE: folder for folder in folders}


@cache
def lexicon(code: str) -> Lexicon:
    """The modules of the language with this code ("ar", "en").

    Raises:
        KeyError: there is no such language.
    """
    return Lexicon(_folders()[code], code)
