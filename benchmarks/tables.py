"""How fast resolutions become Arrow tables and Parquet, and where the time goes.

    python benchmarks/tables.py CORPUS [--count 1000] [--profile]

CORPUS is a folder of real documents with Akoma Ntoso files in ``akn/*.zip``; so many of them are parsed first, which is
not measured. Each step is measured alone, the best of so many rounds in processor time. What is not ours is measured
beside: reading all fields of all models, which lie scattered over far more memory than the processor's caches hold;
Arrow's own conversion of Python values, for blocks and references alone; Parquet's encoding without compression and
statistics, and with zstd. The sum of the first two and of the encoding with zstd is printed as the floor.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import io
import pstats
import time
import zipfile
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

import unres
from unres.batch.outputs.parquet import GROUP_ROWS, write_parquet
from unres.exports.arrow import flatten, to_batch
from unres.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


def best_of(rounds: int, jobs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of processor time of each job, the best of so many rounds, in each of which every job has its turn."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(rounds):
        for name, job in jobs.items():
            began = time.process_time()
            job()
            best[name] = min(best[name], time.process_time() - began)
    return best


def all_fields(models: Iterable[Model]) -> Iterator[dict[str, Any]]:
    """The fields of these models and of all in them."""
    for model in models:
        yield model.__dict__
        for value in model.__dict__.values():
            inner = value if isinstance(value, list) else [value]
            yield from all_fields(one for one in inner if isinstance(one, Model))


def plain_columns(nested: pa.Table) -> list[tuple[list[object], pa.DataType]]:
    """The values of blocks and references, already taken out of the models, and the types that they become."""
    flat = flatten(nested)
    return [(column.to_pylist(), column.type) for table in (flat.blocks, flat.references) for column in table.columns]


def jobs(resolutions: list[unres.Resolution], nested: pa.Table) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    groups = [resolutions[start : start + TOGETHER] for start in range(0, len(resolutions), TOGETHER)]
    plain = plain_columns(nested)
    fields = list(all_fields(resolutions))

    def converted() -> pa.Table:
        return pa.Table.from_batches([to_batch(group) for group in groups])

    def with_flat() -> None:
        made = converted()
        write_parquet(made.to_batches(), io.BytesIO())
        tables = flatten(made)
        for table in (tables.blocks, tables.references, tables.footnotes):
            pq.write_table(table, io.BytesIO(), compression="zstd")

    def not_compressed() -> None:
        pq.write_table(
            nested, io.BytesIO(), GROUP_ROWS, compression="none", use_dictionary=False, write_statistics=False
        )

    return {
        "models to Arrow": converted,
        "Arrow to Parquet (zstd)": lambda: write_parquet(nested.to_batches(), io.BytesIO()),
        "models to Parquet": lambda: write_parquet(converted().to_batches(), io.BytesIO()),
        "models to Parquet, flat tables too": with_flat,
        "nested to flat tables": lambda: flatten(nested),
        FIELDS: lambda: deque(map(tuple, map(dict.values, fields)), 0),
        CONVERSION: lambda: [pa.array(column, kind) for column, kind in plain],
        "not ours: Parquet, not compressed": not_compressed,
        "beside: model_dump_json": lambda: [resolution.model_dump_json() for resolution in resolutions],
        "beside: model_dump": lambda: [resolution.model_dump() for resolution in resolutions],
    }


FIELDS = "not ours: reading all fields of all models"
CONVERSION = "not ours: Arrow's own conversion, about"


def main() -> None:
    """Measures each step and the whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    resolutions = parsed(asked.corpus, asked.count)
    gc.collect()
    gc.freeze()
    count = len(resolutions)
    nested = pa.Table.from_batches([to_batch(resolutions[n : n + TOGETHER]) for n in range(0, count, TOGETHER)])
    blocks = sum(1 for resolution in resolutions for _ in resolution.walk())
    references = sum(len(resolution.references) for resolution in resolutions)
    written = io.BytesIO()
    write_parquet(nested.to_batches(), written)
    print(f"{count:,} resolutions, {blocks / count:.0f} blocks and {references / count:.0f} references each,", end=" ")
    print(f"{nested.nbytes / count / 1e3:.0f} kB of Arrow, {written.tell() / count / 1e3:.1f} kB of Parquet each")
    measured = jobs(resolutions, nested)
    best = best_of(asked.rounds, measured)
    for name, seconds in best.items():
        print(f"{name:42} {count / seconds:10,.0f} resolutions a second, {seconds / count * 1e6:6,.0f} µs each")
    floor = best[FIELDS] + best[CONVERSION] + best["Arrow to Parquet (zstd)"]
    print(f"{'floor: fields read, converted, encoded':42} {count / floor:10,.0f} resolutions a second")
    if asked.profile:
        profile = cProfile.Profile(time.process_time)
        profile.runcall(measured["models to Arrow"])
        pstats.Stats(profile).sort_stats("tottime").print_stats(15)


if __name__ == "__main__":
    main()
