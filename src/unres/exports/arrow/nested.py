"""Resolutions to nested rows, column by column.

Columns are built across all documents at once: the fields of frozen models are read straight from their ``__dict__``,
field by field, so that the time goes into Arrow's own conversion and not into dictionaries of each row.
"""

from __future__ import annotations

import gc
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, get_args

import pyarrow as pa

from unres.exports.arrow.schema import BLOCK, CITED, INTEGER, REFERENCE, SCHEMA, TEXT
from unres.models import Reference, ReferenceBase

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def _batch(
    resolutions: Sequence[Resolution], sources: Sequence[str | None] | None, positions: Sequence[int] | None
) -> pa.RecordBatch:
    rows = [resolution.__dict__ for resolution in resolutions]
    own: dict[str, pa.Array] = {
        "source": pa.array(sources or [None] * len(rows), TEXT),
        "position": pa.array(positions or [0] * len(rows), INTEGER),
        "blocks": _block_lists(resolutions),
    }
    columns = _columns(rows, [field.name for field in SCHEMA if field.name not in own])
    return pa.RecordBatch.from_arrays(
        [own[field.name] if field.name in own else _array(columns[field.name], field.type) for field in SCHEMA],
        schema=SCHEMA,
    )


def _columns(rows: list[dict[str, Any]], names: list[str]) -> dict[str, Sequence[Any]]:
    """Rows turned into columns. Each row is touched once: it is waiting for memory that takes the time here."""
    if not rows:
        return dict.fromkeys(names, ())
    return dict(zip(names, zip(*map(itemgetter(*names), rows), strict=True), strict=True))


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Values of models, lists of models, or plain ones, as an array of the type that the schema gives them."""
    if pa.types.is_struct(kind):
        return _structs(values, kind)
    if pa.types.is_list(kind) and not pa.types.is_primitive(kind.value_type):
        flat = _array(list(chain.from_iterable(values)), kind.value_type) if None not in values else None
        if flat is not None:
            return pa.ListArray.from_arrays(_offsets(values), flat, type=kind)
    return pa.array(values, kind)


def _offsets(values: Sequence[Any]) -> pa.Array:
    return pa.array(accumulate(map(len, values), initial=0), pa.int32())


def _structs(values: Sequence[Any], kind: pa.StructType) -> pa.Array:
    """Models, or None, as structs."""
    present = [value for value in values if value is not None]
    if len(present) < len(values):
        places = iter(range(len(present)))
        chosen = pa.array([None if value is None else next(places) for value in values], pa.int32())
        return _structs(present, kind).take(chosen)
    if kind in {REFERENCE, CITED}:
        return _references(values, kind)
    columns = _columns([value.__dict__ for value in values], [field.name for field in kind])
    return _of_fields([_array(columns[field.name], field.type) for field in kind], kind)


def _of_fields(arrays: list[pa.Array], kind: pa.StructType) -> pa.Array:
    return pa.StructArray.from_arrays(arrays, fields=list(kind))


def _references(references: Sequence[Reference], kind: pa.StructType) -> pa.Array:
    """References of all kinds in one struct: what a kind does not have is null."""
    rows = [reference.__dict__ for reference in references]
    by_kind: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        by_kind.setdefault(row["kind"], []).append(place)
    columns = _columns(rows, [field.name for field in kind if field.name not in _KINDS_OF])
    for column, (name, kinds) in _KINDS_OF.items():
        values: list[Any] = [None] * len(rows)
        for one in kinds & by_kind.keys():
            for place in by_kind[one]:
                values[place] = rows[place][name]
        columns[column] = values
    return _of_fields([_array(columns[field.name], field.type) for field in kind], kind)


def _kinds_of() -> dict[str, tuple[str, set[str]]]:
    """For each column that not all kinds of reference have: the field's name, and the kinds that have it."""
    found: dict[str, tuple[str, set[str]]] = {}
    for model in get_args(get_args(Reference)[0]):
        kind = model.model_fields["kind"].default
        for name in model.model_fields.keys() - ReferenceBase.model_fields.keys() - {"kind"}:
            column = "registration" if (kind, name) == ("treaty", "number") else name
            found.setdefault(column, (name, set()))[1].add(kind)
    return found


_KINDS_OF = _kinds_of()


def _block_lists(resolutions: Sequence[Resolution]) -> pa.Array:
    """The blocks of each resolution in reading order, with parent, depth and annex."""
    blocks: list[Block] = []
    parents: list[str | None] = []
    depths: list[int] = []
    annexes: list[int | None] = []
    ends = [0]

    def add(block: Block, parent: str | None, depth: int, annex: int | None) -> None:
        blocks.append(block)
        parents.append(parent)
        depths.append(depth)
        annexes.append(annex)
        if block.children:
            for child in block.children:
                add(child, block.id, depth + 1, annex)

    for resolution in resolutions:
        for block in (*resolution.preamble, *resolution.operative):
            add(block, None, 0, None)
        for number, annex in enumerate(resolution.annexes, 1):
            for block in annex.blocks:
                add(block, None, 0, number)
        ends.append(len(blocks))
    rows = [block.__dict__ for block in blocks]
    first = [row["verbs"][0] if row["verbs"] else None for row in rows]
    own: dict[str, list[Any]] = {
        "parent": parents,
        "depth": depths,
        "annex": annexes,
        "action": [verb and verb.action for verb in first],
        "verb": [verb and verb.text for verb in first],
    }
    columns = {**_columns(rows, [field.name for field in BLOCK if field.name not in own]), **own}
    blocks_array = _of_fields([_array(columns[field.name], field.type) for field in BLOCK], BLOCK)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), blocks_array)
