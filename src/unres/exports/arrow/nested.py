"""Resolutions to nested rows, and back. Columns are made across all documents at once.

For each type of the schema one function makes its arrays, put together once. Most of the time goes into waiting for
memory, so a model is touched once: all its fields are taken out together, and the columns are cut from one long list
of them. Columns in which nothing stands cost one look along them.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, count, repeat
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from unres.exports.arrow.schema import BLOCK, CITED, INTEGER, KINDS, REFERENCE, REGISTRATION, SCHEMA, TEXT
from unres.models import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.models import Block

Convert = Callable[[Sequence[Any]], pa.Array]
"""Makes an array of one type: out of plain values, of models, of lists of either, and of None for each."""

_fields_of = attrgetter("__dict__")
"""The fields of a frozen model by name, without the cost of asking for each."""


def _converter(kind: pa.DataType) -> Convert:
    """What makes an array of this type."""
    if kind in (CITED, REFERENCE):
        return _or_none(kind, _references(kind))
    if pa.types.is_struct(kind):
        return _or_none(kind, _structs(kind))
    if pa.types.is_list(kind) and pa.types.is_struct(kind.value_type):
        return _lists_of_models(kind)
    return _lists_of_values(kind) if pa.types.is_list(kind) else _values(kind)


def _columns(rows: Iterable[dict[str, Any]], names: Sequence[str]) -> list[list[Any]]:
    """Rows turned into columns; there are at least two names."""
    flat = list(chain.from_iterable(map(itemgetter(*names), rows)))
    return [flat[place :: len(names)] for place in range(len(names))]


def _offsets(lists: Sequence[Sequence[Any]]) -> pa.Array:
    """Where each of these begins when they are strung together, and where the last ends."""
    return pa.array(list(accumulate(map(len, lists), initial=0)), pa.int32())


def _nothing_in(values: Sequence[Any]) -> bool:
    return not values or (values[0] is None and values.count(None) == len(values))


def _values(kind: pa.DataType) -> Convert:
    def convert(values: Sequence[Any]) -> pa.Array:
        return pa.nulls(len(values), kind) if _nothing_in(values) else pa.array(values, kind)

    return convert


def _lists_of_values(kind: pa.ListType) -> Convert:
    none_of_them = pa.nulls(0, kind.value_type)

    def convert(values: Sequence[Any]) -> pa.Array:
        if _nothing_in(values):
            return pa.nulls(len(values), kind)
        if any(values) or None in values:
            return pa.array(values, kind)
        return pa.ListArray.from_arrays(_offsets(values), none_of_them, type=kind)

    return convert


def _lists_of_models(kind: pa.ListType) -> Convert:
    inner = _converter(kind.value_type)

    def convert(values: Sequence[Any]) -> pa.Array:
        return pa.ListArray.from_arrays(_offsets(values), inner(list(chain.from_iterable(values))), type=kind)

    return convert


def _or_none(kind: pa.StructType, convert: Convert) -> Convert:
    """The same for models of which some may be None."""

    def convert_some(values: Sequence[Any]) -> pa.Array:
        present = [value for value in values if value is not None]
        if not present:
            return pa.nulls(len(values), kind)
        if len(present) == len(values):
            return convert(present)
        places = count()
        chosen = [None if value is None else next(places) for value in values]
        return convert(present).take(pa.array(chosen, pa.int32()))

    return convert_some


def _structs(kind: pa.StructType) -> Convert:
    fields = list(kind)
    names = [field.name for field in fields]
    converters = [_converter(field.type) for field in fields]

    def convert(models: Sequence[Any]) -> pa.Array:
        found = _columns(map(_fields_of, models), names)
        arrays = [make(column) for make, column in zip(converters, found, strict=True)]
        return pa.StructArray.from_arrays(arrays, fields=fields)

    return convert


def _fields_by_kind() -> dict[str, dict[str, str]]:
    """For each kind of reference, the columns that it has and the fields that fill them."""
    found = {}
    for model in KINDS:
        kind = model.model_fields["kind"].default
        found[kind] = {name: name for name in model.model_fields}
        if kind == "treaty":
            found[kind][REGISTRATION] = found[kind].pop("number")
    return found


_BY_KIND = _fields_by_kind()


def _references(kind: pa.StructType) -> Convert:
    """References of all kinds in one struct: what a kind does not have is null."""
    fields = list(kind)
    converters = [_converter(field.type) for field in fields]

    def convert(references: Sequence[Any]) -> pa.Array:
        rows = list(map(_fields_of, references))
        kinds = [row["kind"] for row in rows]
        sizes = Counter(kinds)
        parts = {one: _of_one_kind(one, [row for row in rows if row["kind"] == one]) for one in sizes}
        in_order = itemgetter(*_places(kinds, sizes)) if len(sizes) > 1 else list
        arrays = []
        for field, make in zip(fields, converters, strict=True):
            if any(field.name in part for part in parts.values()):
                found = (part.get(field.name) or repeat(None, sizes[one]) for one, part in parts.items())
                arrays.append(make(in_order(list(chain.from_iterable(found)))))
            else:
                arrays.append(pa.nulls(len(rows), field.type))
        return pa.StructArray.from_arrays(arrays, fields=fields)

    return convert


def _of_one_kind(kind: str, rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    own = _BY_KIND[kind]
    return dict(zip(own, _columns(rows, list(own.values())), strict=True))


def _places(kinds: list[str], sizes: Counter[str]) -> list[int]:
    """Where each stands once they lie kind after kind."""
    following = {one: count(begin) for one, begin in zip(sizes, accumulate(sizes.values(), initial=0), strict=False)}
    return [next(following[one]) for one in kinds]


# ---- resolutions to rows


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


_FIELDS = {field.name: _converter(field.type) for field in SCHEMA if field.name not in ("source", "position", "blocks")}


def _batch(
    resolutions: Sequence[Resolution], sources: Sequence[str | None] | None, positions: Sequence[int] | None
) -> pa.RecordBatch:
    found = zip(_FIELDS, _columns(map(_fields_of, resolutions), list(_FIELDS)), strict=True)
    made = {name: _FIELDS[name](column) for name, column in found}
    made["source"] = pa.array(sources or [None] * len(resolutions), TEXT)
    made["position"] = pa.array(positions or [0] * len(resolutions), INTEGER)
    made["blocks"] = _block_lists(resolutions)
    return pa.RecordBatch.from_arrays([made[name] for name in SCHEMA.names], schema=SCHEMA)


_BLOCK_FIELDS = list(BLOCK)
_BLOCK_CONVERTERS = {field.name: _converter(field.type) for field in _BLOCK_FIELDS}
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
    found = dict(zip(_OWN, _columns(rows, _OWN), strict=True))
    found.update(zip(_OF_PLACE, zip(*places, strict=True) if places else ((), (), ()), strict=True))
    first = [verbs[0].__dict__ if verbs else _NO_VERB for verbs in found["verbs"]]
    found["action"], found["verb"] = _columns(first, ("action", "text"))
    arrays = [make(found[name]) for name, make in _BLOCK_CONVERTERS.items()]
    blocks = pa.StructArray.from_arrays(arrays, fields=_BLOCK_FIELDS)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), blocks)


# ---- and back


def from_table(nested: pa.Table) -> Iterator[Resolution]:
    """The resolutions again, equal to those from which the nested table was made."""
    for batch in nested.to_batches(max_chunksize=256):
        for row in batch.to_pylist():
            del row["source"], row["position"]
            _nest(row)
            yield Resolution.model_validate(row)


def _nest(row: dict[str, Any]) -> None:
    """The tree of blocks again from parent and depth; references with the fields of their kind alone."""
    zones: dict[str, list[Any]] = {"preamble": [], "operative": []}
    for annex in row["annexes"]:
        annex["blocks"] = []
    above: list[dict[str, Any]] = []
    for block in row.pop("blocks"):
        depth, annex = block.pop("depth"), block.pop("annex")
        for name in ("parent", "action", "verb"):
            del block[name]
        block["children"] = []
        _clean_references(block)
        del above[depth:]
        if above:
            above[-1]["children"].append(block)
        elif annex is None:
            zones[block["zone"]].append(block)
        else:
            row["annexes"][annex - 1]["blocks"].append(block)
        above.append(block)
    for note in row["footnotes"]:
        _clean_references(note)
    row.update(zones)


def _clean_references(holder: dict[str, Any]) -> None:
    holder["references"] = [_reference(found) for found in holder["references"]]


def _reference(found: dict[str, Any]) -> dict[str, Any]:
    if found["kind"] == "treaty":
        found["number"] = found[REGISTRATION]
    del found[REGISTRATION]
    repeats = found.get("repeats")
    kept = {name: value for name, value in found.items() if value is not None}
    if repeats is not None:
        kept["repeats"] = _reference(repeats)
    return kept
