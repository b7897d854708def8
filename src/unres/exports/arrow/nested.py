"""Resolutions to nested rows: columns are made across all documents at once."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from unres.exports.arrow.columns import columns, converter, fields_of
from unres.exports.arrow.schema import BLOCK, INTEGER, SCHEMA, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unres.models import Block, Resolution


def to_batch(
    resolutions: Sequence[Resolution],
    sources: Sequence[str | None] | None = None,
    positions: Sequence[int] | None = None,
) -> pa.RecordBatch:
    """The nested rows of some resolutions, as one batch of :data:`SCHEMA`."""
    was_on = gc.isenabled()
    gc.disable()  # what is made here holds no cycles, and looking for them among all that the caller holds takes long
    try:
        return _batch(resolutions, sources, positions)
    finally:
        if was_on:
            gc.enable()


_FIELDS = {field.name: converter(field.type) for field in SCHEMA if field.name not in ("source", "position", "blocks")}


def _batch(
    resolutions: Sequence[Resolution], sources: Sequence[str | None] | None, positions: Sequence[int] | None
) -> pa.RecordBatch:
    found = zip(_FIELDS, columns(map(fields_of, resolutions), list(_FIELDS)), strict=True)
    made = {name: _FIELDS[name](column) for name, column in found}
    made["source"] = pa.array(sources or [None] * len(resolutions), TEXT)
    made["position"] = pa.array(positions or [0] * len(resolutions), INTEGER)
    made["blocks"] = _block_lists(resolutions)
    return pa.RecordBatch.from_arrays([made[name] for name in SCHEMA.names], schema=SCHEMA)


_BLOCK_FIELDS = list(BLOCK)
_BLOCK_CONVERTERS = {field.name: converter(field.type) for field in _BLOCK_FIELDS}
_OF_PLACE = ("parent", "depth", "annex")
_OF_VERB = ("action", "verb")
_NO_VERB = {"action": None, "text": None}
_OWN = [field.name for field in _BLOCK_FIELDS if field.name not in {*_OF_PLACE, *_OF_VERB}]


def _block_lists(resolutions: Sequence[Resolution]) -> pa.Array:
    """The blocks of each resolution in reading order, with parent, depth and annex."""
    rows: list[dict[str, Any]] = []
    places: list[tuple[str | None, int, int | None]] = []
    ends = [0]

    def add(siblings: Iterable[Block], parent: str | None, depth: int, annex: int | None) -> None:
        place = (parent, depth, annex)
        for block in siblings:
            row = block.__dict__
            rows.append(row)
            places.append(place)
            if row["children"]:
                add(row["children"], row["id"], depth + 1, annex)

    for resolution in resolutions:
        row = resolution.__dict__
        add(row["preamble"], None, 0, None)
        add(row["operative"], None, 0, None)
        for number, annex in enumerate(row["annexes"], 1):
            add(annex.blocks, None, 0, number)
        ends.append(len(rows))
    found = dict(zip(_OWN, columns(rows, _OWN), strict=True))
    found.update(zip(_OF_PLACE, zip(*places, strict=True) if places else ((), (), ()), strict=True))
    first = [verbs[0].__dict__ if verbs else _NO_VERB for verbs in found["verbs"]]
    found["action"], found["verb"] = columns(first, ("action", "text"))
    arrays = [make(found[name]) for name, make in _BLOCK_CONVERTERS.items()]
    blocks = pa.StructArray.from_arrays(arrays, fields=_BLOCK_FIELDS)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), blocks)
