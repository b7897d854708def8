"""From nested rows back to resolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.models import Resolution

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa


def from_table(nested: pa.Table) -> Iterator[Resolution]:
    """The resolutions again, equal to those from which the nested table was made."""
    for batch in nested.to_batches(max_chunksize=256):
        for row in batch.to_pylist():
            del row["source"], row["position"]
            _plant(row)
            yield Resolution.model_validate(row)


def _plant(row: dict[str, Any]) -> None:
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
        found["number"] = found["registration"]
    del found["registration"]
    repeats = found.get("repeats")
    kept = {name: value for name, value in found.items() if value is not None}
    if repeats is not None:
        kept["repeats"] = _reference(repeats)
    return kept
