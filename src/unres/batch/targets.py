"""Where the output of an input goes, when each has a file of its own: a relative path that no other input shares.

A name is kept as it is where it can be. Where a file system would not take it, or where it would meet another one's, it
is changed: characters are written as ``%23``, what is too long is cut and bears a digest of the whole.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import PurePosixPath

from unres.exports.formats import FORMATS

_UNSAFE = re.compile(r'[\x00-\x1f<>:"|?*\\]|^\.+$|[. ]$')
_LONGEST_FOLDER = 255
"""Bytes of a folder's name, as most file systems have it."""
_LONGEST_NAME = 240
"""The same of a file's, to which an ending and a number are added."""
_LONGEST = 2_000
"""Bytes of a whole target; systems take some 4,000, with the folder of the output."""
_ENDINGS = tuple(form.ending for form in FORMATS.values() if form.holds != "lines")
_ESCAPED = re.compile("#|%[0-9A-F]{2}")
"""Where one of these stands in a name, the name is escaped: so no name looks like another one's escape."""
_PLACE_IN_ZIP = re.compile(r"~[0-9]+$")


def of_file(path: str, root: str) -> str:
    """The target of a local file, relative to the folder of all."""
    absolute = os.path.abspath(path)
    if root and absolute.startswith(root.rstrip(os.sep) + os.sep):
        return _fitted(_escaped(os.path.relpath(absolute, root).replace(os.sep, "/")))
    return _fitted(_escaped(absolute.replace(os.sep, "/").replace(":", "").lstrip("/")))


def of_member(archive: str, member: str, place: int) -> str:
    """The target of a zip's file: a path that stays inside the zip's folder. Changed names bear their place."""
    parts = [part for part in PurePosixPath(member.replace("\\", "/")).parts if part not in {"/", ".", ".."}]
    safe = "/".join(_UNSAFE.sub("_", part) for part in parts)
    if safe != member or _PLACE_IN_ZIP.search(safe):
        safe = f"{safe or 'file'}~{place}"
    return _fitted(f"{archive}/{_escaped(safe, below=True)}")


def of_remote(name: str, apart: str = "") -> str:
    """The target of a remote file. ``apart`` is a folder for all of its kind, where a run reads from several places."""
    path = name.partition("://")[2] or name
    target = "/".join(part for part in path.split("/") if part not in {"", ".", ".."})
    escaped = _escaped(target, below=bool(apart), foreign=True)
    return _fitted(f"{apart.replace(':', '%3A')}/{escaped}" if apart else escaped)


def _escaped(target: str, *, below: bool = False, foreign: bool = False) -> str:
    """Without what has a meaning in an output folder, unless it lies ``below`` a folder of its own.

    A "#" numbers the resolutions of a file; ``_partial`` and ``_report`` are the run's own; and a folder ``a.json``
    would be where the output of a file ``a`` goes. A ``foreign`` name may hold what names of files here may not.
    """
    *folders, name = target.split("/")
    reserved = not below and target.startswith(("_partial", "_report"))
    named = any(folder.lower().endswith(_ENDINGS) for folder in folders)
    odd = foreign and any(map(_UNSAFE.search, [*folders, name]))
    if not (reserved or named or odd or _ESCAPED.search(target)):
        return target
    parts = [part.replace("%", "%25").replace("#", "%23") for part in [*folders, name]]
    if foreign:
        parts = [_UNSAFE.sub(_quoted, part) for part in parts]
    escaped = "/".join([*map(_undotted, parts[:-1]), parts[-1]])
    return f"%5F{escaped[1:]}" if reserved else escaped


def _quoted(found: re.Match[str]) -> str:
    return "".join(f"%{ord(sign):02X}" for sign in found[0])


def _undotted(folder: str) -> str:
    if not folder.lower().endswith(_ENDINGS):
        return folder
    stem, _, ending = folder.rpartition(".")
    return f"{stem}%2E{ending}"


def _fitted(target: str) -> str:
    """No name and no path longer than file systems take."""
    *folders, name = target.split("/")
    parts = [*(_cut(folder, _LONGEST_FOLDER) for folder in folders), _cut(name, _LONGEST_NAME)]
    fitted = "/".join(parts)
    return fitted if len(os.fsencode(fitted)) <= _LONGEST else f"{parts[0]}/~{_digest(target)}"


def _cut(part: str, longest: int) -> str:
    if len(os.fsencode(part)) <= longest:
        return part
    digest = _digest(part)
    cut = part[:longest]
    while len(os.fsencode(cut)) > longest - len(digest) - 1:
        cut = cut[:-1]
    return f"{cut}~{digest}"


def _digest(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
