"""From the nested rows to flat tables: Arrow's own operations on whole columns."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from unres.exports.arrow.schema import REFERENCE, SCHEMA, TEXT
from unres.exports.tables import Tables

_KEYS = ("source", "position", "symbol", "language")
_BLOCK_COLUMNS = ("id", "parent", "zone", "annex", "kind", "label", "ordinal", "depth", "text", "action", "verb")


def flatten(nested: pa.Table) -> Tables:
    """The flat tables that belong to a nested one."""
    batch = nested.combine_chunks().to_batches()
    row = batch[0] if batch else pa.RecordBatch.from_pylist([], schema=SCHEMA)
    return Tables(nested, _blocks_table(row), _references_table(row), _footnotes_table(row))


def _parents(lists: pa.ListArray) -> pa.Array:
    return pc.list_parent_indices(lists)


def _key_columns(row: pa.RecordBatch, of: pa.Array) -> dict[str, pa.Array]:
    return {name: row.column(name).take(of) for name in _KEYS}


def _blocks_table(row: pa.RecordBatch) -> pa.Table:
    lists = row.column("blocks")
    blocks = lists.flatten()
    columns = _key_columns(row, _parents(lists))
    columns |= {name: pc.struct_field(blocks, name) for name in _BLOCK_COLUMNS}
    marks = pc.struct_field(blocks, "footnote_marks")
    columns["footnotes"] = pa.ListArray.from_arrays(_starts(marks), pc.struct_field(marks.flatten(), "label"))
    columns["references"] = _symbols(pc.struct_field(blocks, "references"))
    columns["page"] = _first_page(pc.struct_field(blocks, "spans"))
    return pa.table(columns)


def _footnotes_table(row: pa.RecordBatch) -> pa.Table:
    lists = row.column("footnotes")
    notes = lists.flatten()
    columns = _key_columns(row, _parents(lists))
    columns |= {name: pc.struct_field(notes, name) for name in ("label", "text", "block_ids")}
    columns["references"] = _symbols(pc.struct_field(notes, "references"))
    columns["page"] = _first_page(pc.struct_field(notes, "spans"))
    return pa.table(columns)


def _references_table(row: pa.RecordBatch) -> pa.Table:
    parts = []
    for column, place, others in (("blocks", "id", ("zone", "action")), ("footnotes", "label", ())):
        lists = row.column(column)
        holders = lists.flatten()
        inner = pc.struct_field(holders, "references")
        holder = _parents(inner)
        found = inner.flatten()
        keys = _key_columns(row, _parents(lists).take(holder))
        where = pc.struct_field(holders, place).take(holder)
        nothing = pa.nulls(len(found), TEXT)
        columns = {
            "source": keys["source"],
            "position": keys["position"],
            "citing": keys["symbol"],
            "language": keys["language"],
            "block": where if column == "blocks" else nothing,
            "footnote": where if column == "footnotes" else nothing,
            **dict.fromkeys(("zone", "action"), nothing),
            **{name: pc.struct_field(holders, name).take(holder) for name in others},
            **{field.name: pc.struct_field(found, field.name) for field in REFERENCE},
        }
        parts.append(pa.table(columns))
    together = pa.concat_tables(parts).combine_chunks()
    # in the order of the resolutions, a resolution's blocks before its footnotes
    of = pa.concat_arrays([_row_of_references(row, "blocks"), _row_of_references(row, "footnotes")])
    order = pc.sort_indices(
        pa.table({"row": of, "n": pa.array(range(len(of)), pa.int32())}), [("row", "ascending"), ("n", "ascending")]
    )
    return together.take(order).combine_chunks()


def _row_of_references(row: pa.RecordBatch, column: str) -> pa.Array:
    lists = row.column(column)
    return _parents(lists).take(_parents(pc.struct_field(lists.flatten(), "references")))


def _starts(lists: pa.ListArray) -> pa.Array:
    """Offsets into ``lists.flatten()``, from 0 whatever slice it is."""
    lengths = pc.fill_null(pc.list_value_length(lists), 0)
    return pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths)])


def _symbols(references: pa.ListArray) -> pa.Array:
    """The symbols of each list of references, those without one left out."""
    symbols = pc.struct_field(references.flatten(), "symbol")
    kept = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(symbols.is_valid().cast(pa.int32()))])
    return pa.ListArray.from_arrays(kept.take(_starts(references)), symbols.drop_null())


def _first_page(spans: pa.ListArray) -> pa.Array:
    """The page of the first span; null where there is none."""
    starts = _starts(spans)
    first, after = starts.slice(0, len(spans)), starts.slice(1)
    there = pc.if_else(pc.less(first, after), first, pa.scalar(None, pa.int32()))
    return pc.struct_field(spans.flatten(), "page").take(there)
