"""Resolutions as Arrow tables: one nested table that loses nothing, and flat tables of blocks, references, footnotes.

From an Arrow table pandas, polars and DuckDB follow. Needs the extra ``arrow``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from unres.models import Resolution


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
