"""Zips from anywhere: members are read one by one, and none may unpack to more than the limits allow."""

from __future__ import annotations

import copy
import io
import itertools
import zipfile
from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.readers.limits import border, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from unres.readers.limits import Limits

_ENCRYPTED = 0x1
_SMALL = 1024 * 1024
"""So much may be packed as well as it likes."""
_NAMELESS = "unnamed"
_DAMAGED = "a damaged zip"


def by_name(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The members of a zip, each under a name of its own.

    Of several of one name, which a zip that was added to can have, the last is the one of that name, as programs that
    unpack it have it; those before it are ``name~1``, ``name~2``: nothing of a zip is lost. One without a name is
    ``unnamed``.
    """
    last = {member.filename or _NAMELESS: member for member in archive.infolist()}
    numbers: dict[str, Iterator[int]] = {}
    for member in archive.infolist():
        own = name = member.filename or _NAMELESS
        if last[own] is not member:
            count = numbers.setdefault(own, itertools.count(1))
            name = next(made for n in count if (made := f"{own}~{n}") not in last)
        yield name, member


def is_document(name: str) -> bool:
    """Whether a member can be a document: it is no folder, and none of what systems hide."""
    last = name.rpartition("/")[2]
    return bool(last) and not name.startswith("__MACOSX/") and not last.startswith(".")


class Budget:
    """How many bytes may still be unpacked; a zip inside a zip draws on the same.

    Args:
        limits: their sum, and how many times the size of the zip it may be: entries of a zip can share packed bytes.
        packed: the size of the zip; None where each file of it counts for itself.
    """

    __slots__ = ("left", "limit")

    def __init__(self, limits: Limits, packed: int | None = None) -> None:
        self.left, self.limit = limits.max_unpacked_bytes, "max_unpacked_bytes"
        if packed is not None and (most := max(_SMALL, limits.max_ratio * packed)) < self.left:
            self.left, self.limit = most, "max_ratio"


class Archive:
    """A zip, of which not more is unpacked than the limits allow.

    Raises:
        UnreadableError: ``"broken"``, or ``"too_large"`` where it has more members than `limits` allow.
    """

    def __init__(self, data: bytes | BinaryIO, name: str, limits: Limits, budget: Budget | None = None) -> None:
        self.name = name
        self.limits = limits
        self.budget = budget or Budget(limits, len(data) if isinstance(data, bytes) else None)
        with border(name, _DAMAGED):
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
            self._members = dict(by_name(self._zip))
        if len(self._zip.infolist()) > limits.max_members:
            too_large(name, "the number of files in the zip", "max_members", limits.max_members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def names(self) -> Iterator[str]:
        """Files, without folders and without those that systems hide."""
        return filter(is_document, self._members)

    def read(self, member: str) -> bytes:
        """One member, unpacked.

        Raises:
            KeyError: there is no such member.
            UnreadableError: ``"broken"``, ``"encrypted"`` or ``"too_large"``.
        """
        info = self._members[member]
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(
                f"{member} is encrypted; remove the password first", source=self.name, code="encrypted"
            )
        if info.file_size > _SMALL and info.file_size > self.limits.max_ratio * max(1, info.compress_size):
            too_large(self.name, f"the ratio of packing of {member}", "max_ratio", self.limits.max_ratio)
        if info.file_size > self.limits.max_bytes:
            too_large(self.name, f"the size of {member}", "max_bytes", self.limits.max_bytes)
        self.budget.left -= info.file_size
        if self.budget.left < 0:
            what = "the ratio of packing" if self.budget.limit == "max_ratio" else "what the zip unpacks to"
            too_large(self.name, what, self.budget.limit, getattr(self.limits, self.budget.limit))
        with border(self.name, _DAMAGED):
            return self._unpacked(info)

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """What a member holds, and never more than was counted.

        `zipfile` ends where the declared size does, whatever follows: so one byte more is asked for.
        """
        asked = copy.copy(info)
        asked.file_size += 1
        with self._zip.open(asked) as stream:
            data = stream.read(asked.file_size)
        if len(data) != info.file_size:
            how = "more" if len(data) > info.file_size else "fewer"
            raise zipfile.BadZipFile(f"{info.filename} holds {how} bytes than the zip declares")
        return data
