"""What there is to read: files, folders, globs, zips and remote addresses, always in the same order.

Nothing is held in memory: a folder of ten million files is walked folder by folder, sorted by name. Hidden files and
what a run itself writes are left out.
"""

from __future__ import annotations

import glob
import os
import re
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from unres.errors import needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Argument = str | os.PathLike[str]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|[A-Za-z0-9]+::")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*\\]|^\.+$|[. ]$')
_LONGEST_NAME = 200


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


def expand(arguments: Iterable[Argument], leave_out: Iterable[Argument] = ()) -> Iterator[Input]:
    """All inputs of some arguments, in the order of the arguments, inside each in the order of names.

    Args:
        arguments: files, folders, globs (``docs/**/*.pdf``), zips, addresses that fsspec knows (``s3://…``).
        leave_out: files and folders that are not entered, such as where the output goes.

    Raises:
        MissingExtraError: there is an address with a scheme, and fsspec is not installed.
    """
    named = [os.fspath(argument) for argument in arguments]
    without = frozenset(os.path.realpath(path) for path in leave_out if not is_remote(os.fspath(path)))
    root = _root([name for name in named if not is_remote(name)])
    for name in named:
        if is_remote(name):
            yield from _remote(name)
        else:
            yield from _local(name, root, without)


def is_remote(name: str) -> bool:
    """Whether it is an address with a scheme, "s3://bucket/file.pdf", and not a path."""
    return _SCHEME.match(name) is not None


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


def _fixed_part(pattern: str) -> str:
    """The folders of a glob before its first wildcard."""
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = [part for n, part in enumerate(parts) if not any(map(glob.has_magic, parts[: n + 1]))]
    return "/".join(fixed) or ("/" if pattern.startswith("/") else ".")


def _local(name: str, root: str, without: frozenset[str]) -> Iterator[Input]:
    if os.path.isdir(name):
        yield from _folder(name, root, without)
    elif not os.path.lexists(name) and glob.has_magic(name):
        found = False
        for path in sorted(glob.iglob(name, recursive=True)):
            if os.path.isfile(path) and os.path.realpath(path) not in without:
                found = True
                yield from _file(path, root)
        if not found:
            yield Input(name, target=_target(name, root))  # reported as missing when it is read
    else:
        yield from _file(name, root)


def _folder(path: str, root: str, without: frozenset[str]) -> Iterator[Input]:
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield Input(path, target=_target(path, root))  # reported with its reason when it is read
        return
    for entry in entries:
        if entry.name.startswith(".") or (without and os.path.realpath(entry.path) in without):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(entry.path, root, without)
        elif not entry.is_dir():
            yield from _file(entry.path, root)


def _file(path: str, root: str) -> Iterator[Input]:
    try:
        size = os.stat(path).st_size
    except OSError:
        size = None
    target = _target(path, root)
    if path.lower().endswith(".zip"):
        yield from _zip(Input(path, target=target, size=size), partial(open, path, "rb"))
    else:
        yield Input(path, target=target, size=size)


def _zip(whole: Input, opened: Any) -> Iterator[Input]:  # noqa: ANN401  what opens it: a path's or fsspec's
    """The files of a zip; the zip itself where it is broken, or is a document (Word files are zips)."""
    try:
        with opened() as stream, zipfile.ZipFile(stream) as archive:
            members = {info.filename: info.file_size for info in archive.infolist() if _is_document(info)}
            office = "[Content_Types].xml" in archive.NameToInfo
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        yield whole
        return
    if office or not members:
        yield whole
        return
    for place, (member, size) in enumerate(members.items()):
        yield Input(whole.address, member, f"{whole.target}/{_safe(member, place)}", size)


def _is_document(info: zipfile.ZipInfo) -> bool:
    last = info.filename.rpartition("/")[2]
    return not info.is_dir() and not info.filename.startswith("__MACOSX/") and not last.startswith(".")


def _target(path: str, root: str) -> str:
    absolute = os.path.abspath(path)
    if root and absolute.startswith(root.rstrip(os.sep) + os.sep):
        return _escaped(os.path.relpath(absolute, root).replace(os.sep, "/"))
    return _escaped(absolute.replace(os.sep, "/").replace(":", "").lstrip("/"))


def _escaped(target: str) -> str:
    """A "#" is kept for the second and further resolutions of a file."""
    return target.replace("%", "%25").replace("#", "%23") if "#" in target else target


def _safe(member: str, place: int) -> str:
    """The name of a zip's file as a path that stays inside its folder; changed ones bear their place in the zip."""
    parts = [part for part in PurePosixPath(member.replace("\\", "/")).parts if part not in {"/", ".", ".."}]
    safe = "/".join(_UNSAFE.sub("_", part)[:_LONGEST_NAME] for part in parts)
    return _escaped(safe) if safe == member else f"{_escaped(safe) or 'file'}~{place}"


# Remote addresses, through fsspec.


def filesystem(address: str) -> tuple[Any, str]:
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


def _remote(address: str) -> Iterator[Input]:
    fs, path = filesystem(address)
    if glob.has_magic(path):
        found = {name: info for name, info in fs.glob(path, detail=True).items() if info["type"] == "file"}
    elif fs.isdir(path):
        found = fs.find(path, detail=True)
    else:
        found = {path: {}}
    for name in sorted(found):
        if any(part.startswith(".") for part in name.split("/")[-1:]):
            continue
        one = Input(_with_scheme(fs, name, address), target=_remote_target(name), size=found[name].get("size"))
        if name.lower().endswith(".zip"):
            yield from _zip(one, partial(fs.open, name, "rb"))
        else:
            yield one


def _with_scheme(fs: Any, name: str, address: str) -> str:  # noqa: ANN401  fsspec has no types
    if "::" in address:  # a chain: the file's own part comes first, the way to it follows
        first, _, rest = address.partition("::")
        return f"{first.partition('://')[0]}://{name}::{rest}" if "://" in first else f"{first}::{rest}"
    return str(fs.unstrip_protocol(name))


def _remote_target(name: str) -> str:
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    return _escaped("/".join(_UNSAFE.sub("_", part)[:_LONGEST_NAME] for part in parts))
