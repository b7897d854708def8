"""Globs as the shell has them, with ``**`` for folders at any depth.

The standard library's own follow links from folder to folder: two links that lead back make it run for ever.
"""

from __future__ import annotations

import fnmatch
import glob
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def fixed_part(pattern: str) -> str:
    """The folders of a glob before its first wildcard."""
    return _divided(pattern)[0]


def matches(pattern: str) -> list[str]:
    """The paths that match, sorted; with those of folders that cannot be opened, for they might hold some.

    ``**`` enters no links to folders; hidden names are matched by a pattern that begins with a dot alone.
    """
    start, parts = _divided(pattern)
    return sorted(set(_match("" if start == "." and not pattern.startswith("./") else start, parts)))


def _divided(pattern: str) -> tuple[str, list[str]]:
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = next(n for n, part in enumerate([*parts, "*"]) if glob.has_magic(part))
    once = [part for n, part in enumerate(parts) if not (part == "**" and n and parts[n - 1] == "**")]
    return "/".join(parts[:fixed]) or ("/" if pattern.startswith("/") else "."), once[fixed:]


def _match(folder: str, parts: list[str]) -> Iterator[str]:
    first, rest = parts[0], parts[1:]
    if first == "**":
        for below in _folders_below(folder):
            yield from _match(below, rest or ["*"])
        return
    for path in _named(folder, first):
        if not rest or path == folder:
            yield path
        elif os.path.isdir(path):
            yield from _match(path, rest)


def _named(folder: str, name: str) -> Iterator[str]:
    """What in a folder is named so, or is matched; the folder where that cannot be told."""
    if not glob.has_magic(name):
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            yield path
        return
    for entry in _entries(folder):
        if entry is None:
            yield folder
        elif fnmatch.fnmatch(entry.name, name) and (name.startswith(".") or not entry.name.startswith(".")):
            yield os.path.join(folder, entry.name)


def _folders_below(folder: str) -> Iterator[str]:
    """It, and all folders in it at any depth."""
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        yield folder
        waiting += [
            os.path.join(folder, entry.name)
            for entry in _entries(folder)
            if entry is not None and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
        ]


def _entries(folder: str) -> Iterator[os.DirEntry[str] | None]:
    """What is in a folder; None where it cannot be opened."""
    try:
        with os.scandir(folder or ".") as found:
            yield from found
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield None
