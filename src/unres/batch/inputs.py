"""What there is to read: files, folders, globs, zips and remote addresses, always in the same order.

Nothing is held in memory: a folder of ten million files is walked folder by folder, sorted by name. Hidden files and
what a run itself writes are left out.
"""

from __future__ import annotations

import fnmatch
import glob
import os
import re
import stat
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import IO, TYPE_CHECKING

from unres.batch import targets
from unres.errors import UnreadableError, needs
from unres.exports.formats import FORMATS
from unres.readers.archive import by_name, is_document
from unres.readers.limits import border

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from fsspec import AbstractFileSystem

Argument = str | os.PathLike[str]

_OF_TABLES = (".parquet", ".pq", ".csv", ".xlsx", ".tmx", ".tbx", ".graphml")
"""Endings of data that :data:`unres.exports.formats.FORMATS` does not list."""
_REPORT = "_report.json"
"""Lies in a folder that an earlier run wrote."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|[A-Za-z0-9]+::")


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or one file of a zip."""

    address: str
    """A path, or an address with a scheme."""
    member: str | None = None
    """The path inside the zip at the address."""
    target: str = ""
    """A relative path made from it, for outputs of one file each; no two inputs of a run share it."""
    size: int | None = None
    """Bytes; None where that is not known without reading."""

    @property
    def source(self) -> str:
        """What reports and tables call it."""
        return self.address if self.member is None else f"{self.address}/{self.member}"


@dataclass(slots=True)
class PassedOver:
    """How many files and folders were not entered, for they hold data and no documents."""

    count: int = 0


def data_endings() -> tuple[str, ...]:
    """Endings of files that no reader reads as a document, such as outputs of earlier runs."""
    return (*_OF_TABLES, *(ending for form in FORMATS.values() if form.data for ending in form.endings))


def expand(
    arguments: Iterable[Argument], leave_out: Iterable[Argument] = (), passed: PassedOver | None = None
) -> Iterator[Input]:
    """All inputs of some arguments, in the order of the arguments, inside each in the order of names.

    Of folders and globs, files of data (:func:`data_endings`) and folders that an earlier run wrote are passed over.

    Args:
        arguments: files, folders, globs (``docs/**/*.pdf``), zips, addresses that fsspec knows (``s3://…``).
        leave_out: files and folders that are not entered, such as where the output goes.
        passed: counts what is passed over.

    Raises:
        MissingExtraError: there is an address with a scheme, and fsspec is not installed.
    """
    named = [os.fspath(argument) for argument in arguments]
    without = frozenset(os.path.realpath(path) for path in leave_out if not is_remote(os.fspath(path)))
    root = _root([name for name in named if not is_remote(name)])
    several = len({_place(name) for name in named}) > 1
    passed = passed or PassedOver()
    for name in named:
        if is_remote(name):
            yield from _remote(name, _place(name) if several else "")
        else:
            yield from _local(name, root, without, passed)


def missing(names: Iterable[str]) -> list[str]:
    """Those of some arguments that are neither there nor match anything."""
    return [
        name
        for name in names
        if not is_remote(name) and not os.path.lexists(name) and not (glob.has_magic(name) and glob_matches(name))
    ]


def is_remote(name: str) -> bool:
    """Whether it is an address with a scheme, "s3://bucket/file.pdf", and not a path."""
    return _SCHEME.match(name) is not None


def _place(name: str) -> str:
    """Where an argument lies: its scheme and host; nothing for this machine."""
    if not is_remote(name):
        return ""
    scheme, _, rest = name.partition("://")
    return f"{scheme}:{rest.partition('/')[0].rpartition('@')[2]}"  # without user and password


def _root(names: list[str]) -> str:
    """The folder to which targets are relative: that of all arguments together."""
    folders = []
    for name in names:
        fixed = _fixed_part(name) if glob.has_magic(name) and not os.path.lexists(name) else name
        path = os.path.abspath(fixed)
        folders.append(path if os.path.isdir(path) else os.path.dirname(path))
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:  # on several drives
        return ""


def _local(name: str, root: str, without: frozenset[str], passed: PassedOver) -> Iterator[Input]:
    if os.path.isdir(name):
        yield from _folder(name, root, without, passed)
    elif not os.path.lexists(name) and glob.has_magic(name):
        found, data = False, data_endings()
        for path in glob_matches(name):
            if os.path.realpath(path) not in without and not (os.path.isdir(path) and os.access(path, os.R_OK)):
                found = True
                if path.lower().endswith(data) and not name.lower().endswith(data):
                    passed.count += 1
                    continue
                yield from _file(path, root)
        if not found:
            yield Input(name, target=targets.of_file(name, root))  # reported as missing when it is read
    else:
        yield from _file(name, root)


def _folder(path: str, root: str, without: frozenset[str], passed: PassedOver) -> Iterator[Input]:
    """What is in a folder at any depth. Links to folders are not entered: they may lead back."""
    left_out, data = frozenset(map(os.path.basename, without)), data_endings()
    open_folders = [_entries(path)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, str):
            yield Input(entry, target=targets.of_file(entry, root))  # reported with its reason when it is read
        elif entry.name.startswith(".") or (
            (entry.name in left_out or entry.is_symlink()) and os.path.realpath(entry.path) in without
        ):
            continue
        elif entry.is_dir(follow_symlinks=False):
            if os.path.exists(os.path.join(entry.path, _REPORT)):
                passed.count += 1
            else:
                open_folders.append(_entries(entry.path))
        elif entry.name.lower().endswith(data):
            passed.count += 1
        elif not os.path.isdir(entry.path):
            yield from _file(entry.path, root)


def _entries(path: str) -> Iterator[os.DirEntry[str] | str]:
    """What is in a folder, in the order of names; its own path where it cannot be opened."""
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield path
        return
    yield from entries


def _file(path: str, root: str) -> Iterator[Input]:
    size, plain = None, False
    with suppress(OSError):
        found = os.stat(path)
        size, plain = found.st_size, stat.S_ISREG(found.st_mode)
    target = targets.of_file(path, root)
    if plain and path.lower().endswith(".zip"):  # a pipe of that name would be waited for
        yield from _zip(Input(path, target=target, size=size), lambda: open(path, "rb"))
    else:
        yield Input(path, target=target, size=size)


def _zip(whole: Input, opened: Callable[[], IO[bytes]]) -> Iterator[Input]:
    """The files of a zip; the zip itself where it is broken, or is a document (Word files are zips)."""
    try:
        with border(whole.source), opened() as stream, zipfile.ZipFile(stream) as archive:
            members = {name: info.file_size for name, info in by_name(archive) if is_document(name)}
            office = "[Content_Types].xml" in archive.NameToInfo
            found = [
                Input(whole.address, member, targets.of_member(whole.target, member, place), size)
                for place, (member, size) in enumerate(members.items())
            ]
    except UnreadableError:  # said with its reason when it is read
        yield whole
        return
    if office or not members:
        yield whole
        return
    yield from found


# Remote addresses, through fsspec.


def require_remote() -> None:
    """Sees that addresses can be read at all.

    Raises:
        MissingExtraError: fsspec is not installed.
    """
    try:
        import_module("fsspec")
    except ImportError as error:
        raise needs("remote", error) from error


def filesystem(address: str) -> tuple[AbstractFileSystem, str]:
    """The file system of an address and the path in it.

    Raises:
        MissingExtraError: fsspec, or the package for this scheme, is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise needs("remote", error) from error
    fs, path = url_to_fs(address)
    return fs, path


def _remote(address: str, apart: str) -> Iterator[Input]:
    try:
        fs, path = filesystem(address)
        if glob.has_magic(path):
            matched = fs.glob(path, detail=True).items()
            found = {name: info for name, info in matched if info["type"] == "file"} or {
                path: {}
            }  # reported as missing
        elif fs.isdir(path):
            found = fs.find(path, detail=True)
        else:
            found = {path: {}}
    except OSError:  # the network, a password: reported with its reason when it is read
        yield Input(address, target=targets.of_remote(address, apart))
        return
    for name in sorted(found):
        if any(part.startswith(".") for part in name.split("/")[-1:]):
            continue
        one = Input(
            _with_scheme(fs, name, address), target=targets.of_remote(name, apart), size=found[name].get("size")
        )
        if name.lower().endswith(".zip"):
            yield from _zip(one, partial(fs.open, name, "rb"))
        else:
            yield one


def _with_scheme(fs: AbstractFileSystem, name: str, address: str) -> str:
    if "::" in address:  # a chain: the file's own part comes first, the way to it follows
        first, _, rest = address.partition("::")
        return f"{first.partition('://')[0]}://{name}::{rest}" if "://" in first else f"{first}::{rest}"
    return str(fs.unstrip_protocol(name))


# Globs as the shell has them, with ** for folders at any depth. The standard library's own follow links from folder to
# folder: two links that lead back make it run for ever.


def _fixed_part(pattern: str) -> str:
    """The folders of a glob before its first wildcard."""
    return _divided(pattern)[0]


def glob_matches(pattern: str) -> list[str]:
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
    for entry in _scanned(folder):
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
            for entry in _scanned(folder)
            if entry is not None and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
        ]


def _scanned(folder: str) -> Iterator[os.DirEntry[str] | None]:
    """What is in a folder; None where it cannot be opened."""
    try:
        with os.scandir(folder or ".") as found:
            yield from found
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield None
