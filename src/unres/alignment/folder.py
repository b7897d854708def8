"""Which files of a folder are two versions of one resolution: by symbol, otherwise by the name of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from unres.languages import for_all
from unres.models.vocabulary import ARABIC, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres import languages
    from unres.models.vocabulary import Language

Item = TypeVar("Item")


@for_all
def _language_at_end(languages: tuple[languages.Language, ...]) -> re.Pattern[str]:
    names = "|".join(name for each in languages for name in (each.code, *each.names))
    return re.compile(rf"(?:^|[._\- ])(?:{names})$", re.IGNORECASE)


@dataclass
class Paired(Generic[Item]):
    """What was paired, and what was left."""

    pairs: list[tuple[str, Item, Item]] = field(default_factory=list)
    """Name, Arabic and English."""
    alone: list[tuple[str, Language, Item]] = field(default_factory=list)
    """Name, language and what has no counterpart."""


def key(symbol: str | None, stem: str) -> str:
    """The name under which two versions meet: the symbol without blanks, or the file's name without its language."""
    return re.sub(r"\s+", "", symbol).upper() if symbol else _language_at_end().sub("", stem)


def pair_up(items: Iterable[tuple[str, Language, Item]]) -> Paired[Item]:
    """Pairs versions with the same name, in the order of the names.

    Args:
        items: name (see :func:`key`), language, and anything that stands for the version. Of several with the same name
            and language the first Arabic one goes with the first English one.
    """
    versions: dict[str, dict[Language, list[Item]]] = {}
    for name, language, item in items:
        versions.setdefault(name, {ARABIC: [], ENGLISH: []})[language].append(item)
    found: Paired[Item] = Paired()
    for name in sorted(versions):
        arabic, english = versions[name][ARABIC], versions[name][ENGLISH]
        both = min(len(arabic), len(english))
        found.pairs += [(name, a, e) for a, e in zip(arabic[:both], english[:both], strict=True)]
        found.alone += [(name, ARABIC, item) for item in arabic[both:]]
        found.alone += [(name, ENGLISH, item) for item in english[both:]]
    return found
