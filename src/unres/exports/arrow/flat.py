"""From the nested rows to the flat tables of :mod:`unres.exports.columns`: Arrow's own operations on whole columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from unres.exports.arrow.schema import INTEGER, SCHEMA, TEXT, TEXTS
from unres.exports.columns import TABLES, Kind

if TYPE_CHECKING:
    from unres.exports.columns import Of

_TYPES: dict[Kind, pa.DataType] = {
    "text": TEXT,
    "integer": INTEGER,
    "number": pa.float64(),
    "date": pa.date32(),
    "texts": TEXTS,
}
_KEYS = ("source", "position")
"""Which resolution a row belongs to; they come first in each table."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Four Arrow tables of the same resolutions.

    A row of a flat table bears ``source``, ``position``, ``symbol`` and ``language`` of its resolution.
    """

    resolutions: pa.Table
    """One row a resolution, everything nested in it (:data:`SCHEMA`)."""
    blocks: pa.Table
    """One row a block; the columns of these three are those of :data:`unres.exports.columns.TABLES`."""
    references: pa.Table
    """One row a reference."""
    footnotes: pa.Table
    """One row a footnote."""


def flat_schema(of: Of) -> pa.Schema:
    """The schema of a flat table: its keys and its columns."""
    keys = [("source", TEXT), ("position", INTEGER)]
    return pa.schema([*keys, *((column.name, _TYPES[column.kind]) for column in TABLES[of].columns)])


def flatten(nested: pa.Table) -> Tables:
    """The flat tables that belong to a nested one."""
    batch = nested.combine_chunks().to_batches()
    row = batch[0] if batch else pa.RecordBatch.from_pylist([], schema=SCHEMA)
    return Tables(nested, _blocks_table(row), _references_table(row), _footnotes_table(row))


def _table(of: Of, columns: dict[str, pa.Array]) -> pa.Table:
    """The keys and the columns of a table in its order; a column that is not given is empty."""
    size = len(columns["source"])
    found = {name: columns[name] for name in _KEYS}
    for column in TABLES[of].columns:
        kind = _TYPES[column.kind]
        values = columns[column.name] if column.name in columns else pa.nulls(size, kind)
        values = values if values.type == kind else values.cast(kind)
        found[column.name] = pc.fill_null(values, []) if column.kind == "texts" and values.null_count else values
    return pa.table(found)


def _parents(lists: pa.ListArray) -> pa.Array:
    return pc.list_parent_indices(lists)


def _taken(row: pa.RecordBatch, of: pa.Array, *names: str) -> dict[str, pa.Array]:
    return {name: row.column(name).take(of) for name in (*_KEYS, *names)}


def _fields(structs: pa.StructArray) -> dict[str, pa.Array]:
    return {field.name: pc.struct_field(structs, field.name) for field in structs.type}


def _blocks_table(row: pa.RecordBatch) -> pa.Table:
    lists = row.column("blocks")
    columns = _taken(row, _parents(lists), "symbol", "language", "organ", "title", "adopted_on")
    columns |= _fields(lists.flatten())
    marks = columns["footnote_marks"]
    columns["footnotes"] = pa.ListArray.from_arrays(_starts(marks), pc.struct_field(marks.flatten(), "label"))
    columns["references"] = _symbols(columns["references"])
    columns["page"] = _first_page(columns["spans"])
    return _table("blocks", columns)


def _footnotes_table(row: pa.RecordBatch) -> pa.Table:
    lists = row.column("footnotes")
    columns = _taken(row, _parents(lists), "symbol", "language") | _fields(lists.flatten())
    columns["references"] = _symbols(columns["references"])
    columns["page"] = _first_page(columns["spans"])
    return _table("footnotes", columns)


def _references_table(row: pa.RecordBatch) -> pa.Table:
    parts = []
    for holders, place, others in (("blocks", "id", ("zone", "action")), ("footnotes", "label", ())):
        lists = row.column(holders)
        held = lists.flatten()
        inner = pc.struct_field(held, "references")
        holder = _parents(inner)
        keys = _taken(row, _parents(lists).take(holder), "symbol", "language")
        columns = keys | {"citing": keys.pop("symbol")} | _cited(inner.flatten())
        columns |= {name: pc.struct_field(held, name).take(holder) for name in others}
        columns["block" if holders == "blocks" else "footnote"] = pc.struct_field(held, place).take(holder)
        parts.append(_table("references", columns))
    together = pa.concat_tables(parts).combine_chunks()
    # in the order of the resolutions, a resolution's blocks before its footnotes
    of = pa.concat_arrays([_row_of_references(row, "blocks"), _row_of_references(row, "footnotes")])
    order = pc.sort_indices(
        pa.table({"row": of, "n": pa.array(range(len(of)), pa.int32())}), [("row", "ascending"), ("n", "ascending")]
    )
    return together.take(order).combine_chunks()


def _cited(found: pa.StructArray) -> dict[str, pa.Array]:
    """The columns of references; "Ibid." bears what it repeats, but its own kind and words."""
    columns = _fields(found)
    repeated = _fields(columns.pop("repeats"))
    repeats = repeated["kind"].is_valid()
    own = {"kind", "text", "offset", "confidence", "alternatives", "because"}
    for name, values in repeated.items():
        if name not in own:
            columns[name] = pc.if_else(repeats, values, columns[name])
    columns["pinpoint"] = _pinpoint(_fields(found)["pinpoint"])
    columns["alternatives"] = _symbols(columns["alternatives"])
    columns["because"] = pc.if_else(pc.equal(columns["because"], ""), None, columns["because"])
    return columns


def _pinpoint(places: pa.StructArray) -> pa.Array:
    """As :func:`unres.references.related.describe_pinpoint` has it."""
    chapter, section, annex, articles, paragraphs = (
        pc.struct_field(places, name) for name in ("chapter", "section", "annex", "article", "paragraphs")
    )
    words = [
        pc.binary_join_element_wise("chap.", chapter, " "),
        pc.binary_join_element_wise("sect.", section, " "),
        pc.if_else(pc.equal(annex, "annex"), annex, pc.binary_join_element_wise("annex", annex, " ")),
        pc.binary_join_element_wise("art.", _joined(articles), " "),
        pc.binary_join_element_wise("para.", _joined(paragraphs), " "),
    ]
    # null_handling="skip" would drop rows in which all are null
    ended = [pc.fill_null(pc.binary_join_element_wise(word, ", ", ""), "") for word in words]
    told = pc.replace_substring_regex(pc.binary_join_element_wise(*ended, ""), ", $", "")
    return pc.if_else(pc.equal(told, ""), None, told)


def _joined(lists: pa.ListArray) -> pa.Array:
    joined = pc.binary_join(lists, ", ")
    return pc.if_else(pc.equal(joined, ""), None, joined)


def _row_of_references(row: pa.RecordBatch, column: str) -> pa.Array:
    lists = row.column(column)
    return _parents(lists).take(_parents(pc.struct_field(lists.flatten(), "references")))


def _starts(lists: pa.ListArray) -> pa.Array:
    """Offsets into ``lists.flatten()``, from 0 whatever slice it is."""
    lengths = pc.fill_null(pc.list_value_length(lists), 0)
    return pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths)])


def _symbols(references: pa.ListArray) -> pa.Array:
    """The symbols of each list of references or alternatives, those without one left out."""
    symbols = pc.struct_field(references.flatten(), "symbol")
    kept = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(symbols.is_valid().cast(pa.int32()))])
    return pa.ListArray.from_arrays(kept.take(_starts(references)), symbols.drop_null())


def _first_page(spans: pa.ListArray) -> pa.Array:
    """The page of the first span; null where there is none."""
    starts = _starts(spans)
    first, after = starts.slice(0, len(spans)), starts.slice(1)
    there = pc.if_else(pc.less(first, after), first, pa.scalar(None, pa.int32()))
    return pc.struct_field(spans.flatten(), "page").take(there)
