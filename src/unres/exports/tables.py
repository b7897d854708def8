"""Resolutions as Arrow tables: one nested table that loses nothing, and flat tables of blocks, references, footnotes.

From an Arrow table pandas, polars and DuckDB follow. Needs the extra ``arrow``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.exports.arrow import Tables
    from unres.models import Resolution


def tables(resolutions: Iterable[Resolution], sources: Iterable[str] | None = None) -> Tables:
    """Arrow tables of resolutions.

    Args:
        resolutions: any number of them.
        sources: the name of the file of each; without it the column ``source`` is null.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValueError: there are not as many sources as resolutions.
    """
    from unres.exports.arrow import flatten, to_batch

    found = list(resolutions)
    named = None if sources is None else list(sources)
    if named is not None and len(named) != len(found):
        raise ValueError(f"{len(named)} sources for {len(found)} resolutions")
    import pyarrow as pa

    return flatten(pa.Table.from_batches([to_batch(found, named)]))
