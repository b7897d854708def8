"""The pairs of a folder: read, paired by symbol, and aligned by several processes under supervision."""

from __future__ import annotations

import pickle
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from unres.cli.console import explain, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.alignment import Alignment
    from unres.cli.console import Means
    from unres.models import Resolution
    from unres.models.vocabulary import Language

_ENDINGS = frozenset({".pdf", ".docx", ".doc", ".rtf", ".odt", ".html", ".htm", ".xml", ".txt"})
"""Of files of a folder that are read."""
Made = TypeVar("Made")


@dataclass
class Folder:
    """What came of a folder."""

    names: list[str] = field(default_factory=list)
    """The name of each pair: its symbol, or what the names of its files share."""
    alone: list[str] = field(default_factory=list)
    """Files without counterpart."""
    unreadable: list[str] = field(default_factory=list)
    """Files that could not be read, and pairs that could not be aligned, with the reason."""
    files: int = 0
    """How many files were looked at."""

    def report(self, *, more: str = "") -> None:
        """Says on standard error what came of it.

        Args:
            more: what else there is to say in the first line.
        """
        pairs = f"{len(self.names)} pair{'s' * (len(self.names) != 1)} of {self.files} files"
        click.echo(f"{pairs}{more}", err=True)
        for reason in self.unreadable:
            click.echo(f"left out: {reason}", err=True)
        for path in self.alone:
            click.echo(f"without counterpart: {path}", err=True)


def each_pair(
    directory: str, jobs: int | None, make: Callable[[Alignment], Made], folder: Folder, means: Means
) -> Iterator[tuple[str, Made]]:
    """What ``make`` gives for each pair of a folder, with the pair's name; the folder's account is filled on the way.

    Args:
        directory: is searched with its subfolders.
        jobs: processes; None for one a processor.
        make: a function at the top of a module: it is carried to other processes.
        folder: gets names, files without counterpart and files that cannot be read.
        means: by which files are read besides.

    Raises:
        ClickException: no two files are versions of one resolution, or a package or program is missing.
    """
    from unres.alignment.folder import key, pair_up
    from unres.batch.engine import PRELOAD
    from unres.pool import in_order, processors

    reading(means)
    paths = sorted(path for path in Path(directory).rglob("*") if path.suffix.lower() in _ENDINGS)
    folder.files, jobs = len(paths), jobs or processors()
    with tempfile.TemporaryDirectory(prefix="unres-") as spool:
        found: list[tuple[str, Language, _Version]] = []
        stored = [Path(spool) / str(n) for n in range(len(paths))]
        read = in_order(_read, means, zip(paths, stored, strict=True), jobs, preload=PRELOAD)
        for path, place, event in zip(paths, stored, read, strict=True):
            if event.kind != "done":
                folder.unreadable.append(f"{path.name}: {event.why()[1]}")
            elif isinstance(event.result, str):
                folder.unreadable.append(event.result)
            else:
                symbol, language = event.result
                found.append((key(symbol, path.stem), language, _Version(str(path), symbol, place)))
        paired = pair_up(found)
        folder.alone += [version.path for _, _, version in paired.alone]
        folder.names += [english.symbol or name for name, _, english in paired.pairs]
        if not folder.names:
            folder.report()
            raise click.ClickException(f"{directory}: no two files are the Arabic and the English of one resolution")
        places = ((arabic.place, english.place) for _, arabic, english in paired.pairs)
        for name, event in zip(folder.names, in_order(_align, make, places, jobs, preload=PRELOAD), strict=True):
            if event.kind == "done":
                yield name, event.result
            else:
                folder.unreadable.append(f"{name}: {event.why()[1]}")


class _Version(NamedTuple):
    """A file that was read."""

    path: str
    symbol: str | None
    place: Path
    """Where the resolution was put by."""


def _read(means: Means, task: tuple[Path, Path]) -> tuple[str | None, Language] | str:
    """Reads a file and puts the resolution by; gives symbol and language, or why it could not be read."""
    import unres

    path, place = task
    try:
        resolution = unres.read(path, **means)
    except unres.UnreadableError as error:
        return explain(error, str(path))
    except OSError as error:
        return str(error)
    place.write_bytes(pickle.dumps(resolution, pickle.HIGHEST_PROTOCOL))
    return resolution.symbol, resolution.language


def _align(make: Callable[[Alignment], Made], task: tuple[Path, Path]) -> Made:
    from unres.alignment import align

    return make(align(*map(_stored, task)))


def _stored(place: Path) -> Resolution:
    """What this run put by itself."""
    resolution: Resolution = pickle.loads(place.read_bytes())  # noqa: S301  written by _read a moment ago
    return resolution
