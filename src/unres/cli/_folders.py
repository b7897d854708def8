"""A folder of resolutions in two languages, read and aligned by several processes."""

from __future__ import annotations

import os
import pickle
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.alignment import Alignment
    from unres.models import Resolution
    from unres.models.vocabulary import Language

Made = TypeVar("Made")
ENDINGS = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".xml", ".txt"})
_AT_ONCE = 4
"""Files that a process is given at a time."""


@dataclass
class Folder:
    """What came of a folder."""

    names: list[str] = field(default_factory=list)
    """The name of each pair: its symbol, or what the names of its files share."""
    alone: list[str] = field(default_factory=list)
    """Files without counterpart."""
    unreadable: list[str] = field(default_factory=list)
    """Files that could not be read, with the reason."""


@contextmanager
def workers(jobs: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """A ``map`` over so many processes; over none where one is enough."""
    if jobs <= 1:
        yield map
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield lambda work, *items: pool.map(work, *items, chunksize=_AT_ONCE)


def each_pair(
    directory: str, jobs: int | None, make: Callable[[Alignment], Made], folder: Folder
) -> Iterator[tuple[str, Made]]:
    """What ``make`` gives for each pair of a folder, with the pair's name; the folder's account is filled on the way.

    Args:
        directory: is searched with its subfolders.
        jobs: processes; None for one a processor.
        make: a function at the top of a module: it is carried to other processes.
        folder: gets names, files without counterpart and files that cannot be read.
    """
    from unres.alignment.folder import key, pair_up

    paths = sorted(path for path in Path(directory).rglob("*") if path.suffix.lower() in ENDINGS)
    with tempfile.TemporaryDirectory(prefix="unres-") as spool, workers(jobs or os.cpu_count() or 1) as over:
        found: list[tuple[str, Language, tuple[str, str | None, Path]]] = []
        stored = [Path(spool) / str(n) for n in range(len(paths))]
        for path, place, outcome in zip(paths, stored, over(_read, paths, stored), strict=True):
            if isinstance(outcome, str):
                folder.unreadable.append(outcome)
            else:
                symbol, language = outcome
                found.append((key(symbol, path.stem), language, (str(path), symbol, place)))
        paired = pair_up(found)
        folder.alone += [path for _, _, (path, _, _) in paired.alone]
        folder.names += [english[1] or name for name, _, english in paired.pairs]
        made = over(_align, [a[2] for _, a, _ in paired.pairs], [e[2] for _, _, e in paired.pairs], repeat(make))
        yield from zip(folder.names, made, strict=True)


def _read(path: Path, place: Path) -> tuple[str | None, Language] | str:
    """Reads a file and puts the resolution by; gives symbol and language, or why it could not be read."""
    import unres

    try:
        resolution = unres.read(path)
    except unres.UnreadableError as error:
        return f"{error.source}: {error.reason}"
    except OSError as error:
        return str(error)
    place.write_bytes(pickle.dumps(resolution, pickle.HIGHEST_PROTOCOL))
    return resolution.symbol, resolution.language


def _align(arabic: Path, english: Path, make: Callable[[Alignment], Made]) -> Made:
    from unres.alignment import align

    return make(align(_stored(arabic), _stored(english)))


def _stored(place: Path) -> Resolution:
    """What this run put by itself."""
    resolution: Resolution = pickle.loads(place.read_bytes())  # noqa: S301  # written by _read a moment ago
    return resolution
