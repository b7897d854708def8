"""The resolutions of the corpus's Akoma Ntoso archives, and their two versions: what benchmarks of alignment run on."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import unres

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from unres import Resolution


def archives(corpus: Path, sets: Collection[str] = ()) -> list[Path]:
    """The archives ``akn/*.zip``; of these sets alone where any are named."""
    return [path for path in sorted((corpus / "akn").glob("*.zip")) if not sets or path.stem in sets]


def resolutions(archive: Path) -> Iterator[tuple[str, Resolution]]:
    """Every file of an archive that can be read, with its name, in the order of the names."""
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if name.endswith(".xml"):
                try:
                    yield name, unres.read(files.read(name))
                except unres.UnreadableError:
                    continue  # a few of the published files are not well-formed


def versions(archive: Path) -> Iterator[tuple[Resolution, Resolution]]:
    """The Arabic and the English version of each resolution of an archive that has both."""
    found: dict[str, dict[str, Resolution]] = {}
    for name, resolution in resolutions(archive):
        found.setdefault(resolution.symbol or name, {})[resolution.language] = resolution
    for both in found.values():
        if len(both) == 2:
            yield both["ar"], both["en"]


def alike(arabic: Resolution, english: Resolution) -> bool:
    """Whether both have the same blocks, by their ids."""
    return [block.id for block in arabic.walk()] == [block.id for block in english.walk()]
