"""How fast resolutions become Arrow tables and Parquet, and where the time goes.

    python benchmarks/tables.py CORPUS [--count 1000] [--profile]

CORPUS is a folder of real documents with Akoma Ntoso files in ``akn/*.zip``; so many of them are parsed first, which is
not measured. Each step is measured alone, the best of five rounds in processor time: the floor of the whole is Arrow's
own conversion of Python values plus Parquet's encoding, neither of which is ours.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import io
import pstats
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

import unres
from unres.batch.outputs.parquet import GROUP_ROWS, write_parquet
from unres.exports.arrow import flatten, to_batch

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
TOGETHER = 64
"""Resolutions in a batch; the workers of a run make batches of up to 16."""


def parsed(corpus: Path, count: int) -> list[unres.Resolution]:
    """So many resolutions, spread over all archives."""
    files: list[tuple[Path, str]] = []
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            files += [(archive, name) for name in sorted(opened.namelist()) if name.endswith(".xml")]
    found: list[unres.Resolution] = []
    for archive, name in files[:: max(1, len(files) // count)]:
        with zipfile.ZipFile(archive) as opened:
            data = opened.read(name)
        try:
            found += unres.read_all(data)
        except unres.UnreadableError as error:
            print(f"left out: {name}: {error}")
    return found


def rate(job: Callable[[], object], count: int) -> float:
    """Resolutions a second of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        job()
        best = min(best, time.process_time() - began)
    return count / best


def main() -> None:
    """Measures each step and the whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    resolutions = parsed(asked.corpus, asked.count)
    gc.collect()
    gc.freeze()
    count = len(resolutions)
    groups = [resolutions[start : start + TOGETHER] for start in range(0, count, TOGETHER)]
    nested = pa.Table.from_batches([to_batch(group) for group in groups])
    blocks = sum(1 for resolution in resolutions for _ in resolution.walk())
    references = sum(len(resolution.references) for resolution in resolutions)
    print(f"{count:,} resolutions, {blocks / count:.0f} blocks and {references / count:.0f} references each,", end=" ")
    print(f"{nested.nbytes / count / 1e3:.0f} kB of Arrow each")

    def convert() -> None:
        for group in groups:
            to_batch(group)

    def values() -> None:
        """Arrow's own conversion alone: columns of the same values, already taken out of the models."""
        for column, kind in plain:
            pa.array(column, kind)

    flat = flatten(nested)
    plain = [(column.to_pylist(), column.type) for table in (flat.blocks, flat.references) for column in table.columns]

    def whole() -> None:
        made = pa.Table.from_batches([to_batch(group) for group in groups])
        write_parquet(made, io.BytesIO(), GROUP_ROWS)

    def with_flat() -> None:
        made = pa.Table.from_batches([to_batch(group) for group in groups])
        write_parquet(made, io.BytesIO(), GROUP_ROWS)
        tables = flatten(made)
        for table in (tables.blocks, tables.references, tables.footnotes):
            pq.write_table(table, io.BytesIO(), compression="zstd")

    steps: list[tuple[str, Callable[[], object]]] = [
        ("models to Arrow", convert),
        ("  of which Arrow's own conversion, about", values),
        ("Arrow to Parquet (zstd)", lambda: write_parquet(nested, io.BytesIO(), GROUP_ROWS)),
        ("nested to flat tables", lambda: flatten(nested)),
        ("models to Parquet", whole),
        ("models to Parquet, flat tables too", with_flat),
        ("beside: model_dump_json", lambda: [resolution.model_dump_json() for resolution in resolutions]),
        ("beside: model_dump", lambda: [resolution.model_dump() for resolution in resolutions]),
    ]
    for name, job in steps:
        print(f"{name:42} {rate(job, count):10,.0f} resolutions a second", flush=True)
    if asked.profile:
        profile = cProfile.Profile(time.process_time)
        profile.runcall(convert)
        pstats.Stats(profile).sort_stats("tottime").print_stats(15)


if __name__ == "__main__":
    main()
