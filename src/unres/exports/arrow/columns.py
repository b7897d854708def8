"""Fields of models as Arrow arrays: for each type of the schema one function that makes it, put together once.

Most of the time goes into waiting for memory, so a model is touched once: all its fields are taken out together, and
the columns are cut from one long list of them. Columns in which nothing stands cost one look along them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, count, repeat
from operator import attrgetter, itemgetter
from typing import Any, get_args

import pyarrow as pa

from unres.exports.arrow.schema import CITED, REFERENCE
from unres.models import Reference

Convert = Callable[[Sequence[Any]], pa.Array]
"""Makes an array of one type: out of plain values, of models, of lists of either, and of None for each."""

fields_of = attrgetter("__dict__")
"""The fields of a frozen model by name, without the cost of asking for each."""


def converter(kind: pa.DataType) -> Convert:
    """What makes an array of this type."""
    if kind in (CITED, REFERENCE):
        return _or_none(kind, _references(kind))
    if pa.types.is_struct(kind):
        return _or_none(kind, _structs(kind))
    if pa.types.is_list(kind) and pa.types.is_struct(kind.value_type):
        return _lists_of_models(kind)
    return _lists_of_values(kind) if pa.types.is_list(kind) else _values(kind)


def columns(rows: Iterable[dict[str, Any]], names: Sequence[str]) -> list[list[Any]]:
    """Rows turned into columns; there are at least two names."""
    flat = list(chain.from_iterable(map(itemgetter(*names), rows)))
    return [flat[place :: len(names)] for place in range(len(names))]


def offsets(lists: Sequence[Sequence[Any]]) -> pa.Array:
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
        return pa.ListArray.from_arrays(offsets(values), none_of_them, type=kind)

    return convert


def _lists_of_models(kind: pa.ListType) -> Convert:
    inner = converter(kind.value_type)

    def convert(values: Sequence[Any]) -> pa.Array:
        return pa.ListArray.from_arrays(offsets(values), inner(list(chain.from_iterable(values))), type=kind)

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
    converters = [converter(field.type) for field in fields]

    def convert(models: Sequence[Any]) -> pa.Array:
        found = columns(map(fields_of, models), names)
        arrays = [make(column) for make, column in zip(converters, found, strict=True)]
        return pa.StructArray.from_arrays(arrays, fields=fields)

    return convert


def _fields_by_kind() -> dict[str, dict[str, str]]:
    """For each kind of reference, the columns that it has and the fields that fill them."""
    found = {}
    for model in get_args(get_args(Reference)[0]):
        kind = model.model_fields["kind"].default
        found[kind] = {name: name for name in model.model_fields}
        if kind == "treaty":  # its number is no integer
            found[kind]["registration"] = found[kind].pop("number")
    return found


_BY_KIND = _fields_by_kind()


def _references(kind: pa.StructType) -> Convert:
    """References of all kinds in one struct: what a kind does not have is null."""
    fields = list(kind)
    converters = [converter(field.type) for field in fields]

    def convert(references: Sequence[Any]) -> pa.Array:
        rows = list(map(fields_of, references))
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
    return dict(zip(own, columns(rows, list(own.values())), strict=True))


def _places(kinds: list[str], sizes: Counter[str]) -> list[int]:
    """Where each stands once they lie kind after kind."""
    following = {one: count(begin) for one, begin in zip(sizes, accumulate(sizes.values(), initial=0), strict=False)}
    return [next(following[one]) for one in kinds]
