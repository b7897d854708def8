"""What is given out: inputs, so many to a task."""

from __future__ import annotations

import hashlib
import os
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from unres.batch.inputs import Argument, Input, expand, is_remote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.batch.settings import Settings


class Partition(NamedTuple):
    """The inputs of a task, which make a part of the output."""

    number: int
    digest: str
    """Of the names of its inputs and of what was asked for."""
    inputs: tuple[Input, ...]


def partitions(
    inputs: Iterable[Argument] | Argument, to: Argument, size: int, settings: Settings
) -> Iterator[Partition]:
    """All inputs in their order, in partitions of so many; what lies at the output is none of them."""
    named = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    own = [] if is_remote(os.fspath(to)) else [to]
    following = (_everywhere(one) for one in expand(named, own))
    number = 0
    while partition := tuple(islice(following, size)):
        yield Partition(number, _digest(partition, settings), partition)
        number += 1


def absolute(name: str) -> str:
    """A path as it is on every machine that shares the folder, whatever folder its processes work in."""
    return name if is_remote(name) else os.path.abspath(name)


def _everywhere(one: Input) -> Input:
    return Input(absolute(one.address), one.member, one.target, one.size)


def _digest(inputs: tuple[Input, ...], settings: Settings) -> str:
    means = [name for name in ("ocr", "office") if getattr(settings, name)]
    names = "\0".join([repr(settings.language), *means, *(one.source for one in inputs)])
    return hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()
