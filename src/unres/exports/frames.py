"""Resolutions and references as data frames of pandas or polars, and as tables of Arrow.

:mod:`unres.exports.columns` says what their rows and columns are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from unres.errors import needs
from unres.exports.columns import REFERENCE, TABLES, reference_row
from unres.models import Resolution
from unres.models.reference import ReferenceBase, References

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import polars as pl

    from unres.exports.arrow import Tables
    from unres.exports.columns import Column, Of, Row
    from unres.models import Reference

Library = Literal["pandas", "polars"]


@overload
def to_frame(
    what: Resolution | Iterable[Resolution] | Iterable[Reference],
    *,
    of: Of | None = None,
    library: Literal["pandas"] = "pandas",
) -> pd.DataFrame: ...
@overload
def to_frame(
    what: Resolution | Iterable[Resolution] | Iterable[Reference], *, of: Of | None = None, library: Literal["polars"]
) -> pl.DataFrame: ...
def to_frame(
    what: Resolution | Iterable[Resolution] | Iterable[Reference],
    *,
    of: Of | None = None,
    library: Library = "pandas",
) -> pd.DataFrame | pl.DataFrame:
    """A data frame, whose columns and their types are the same whatever is in it.

    Args:
        what: A resolution, several, or references (``resolution.references``, what ``find_references`` returns).
        of: What the rows are: ``"blocks"`` (the default for resolutions), ``"resolutions"``, ``"references"`` (the
            default for references, which have no columns of their place when they come by themselves) or
            ``"footnotes"``. :data:`unres.exports.columns.TABLES` has the columns, and the codebook in the
            documentation what they mean.
        library: ``"pandas"`` (extra ``frames``), or ``"polars"``, which is installed by itself.

    Raises:
        MissingExtraError: pandas is not installed. ImportError: polars is not.
        ValueError: ``of`` or ``library`` is none of these, or blocks are asked of references.
    """
    if library not in {"pandas", "polars"}:
        raise ValueError(f'library is "pandas" or "polars", not {library!r}')
    given = [what] if isinstance(what, Resolution) else list(what)
    references = [item for item in given if isinstance(item, ReferenceBase)]
    if references or isinstance(what, References):
        if of not in {None, "references"} or len(references) != len(given):
            raise ValueError("references have no blocks or footnotes: give the resolution instead")
        return _frame(library, [reference_row(item) for item in references], REFERENCE)
    resolutions = [item for item in given if isinstance(item, Resolution)]
    if len(resolutions) != len(given):
        raise TypeError("to_frame takes resolutions or references")
    table = TABLES.get(of or "blocks")
    if table is None:
        raise ValueError(f"of is {', '.join(map(repr, TABLES))}, not {of!r}")
    return _frame(library, [row for resolution in resolutions for row in table.rows(resolution)], table.columns)


def _frame(library: Library, rows: list[Row], columns: tuple[Column, ...]) -> pd.DataFrame | pl.DataFrame:
    return _in_polars(rows, columns) if library == "polars" else _in_pandas(rows, columns)


def _in_pandas(rows: list[Row], columns: tuple[Column, ...]) -> pd.DataFrame:
    """A row's absent integer stays absent, and does not make the others decimal fractions."""
    try:
        import pandas as pd
    except ImportError as error:
        raise needs("frames", error) from error
    series = {}
    for column in columns:
        values = [row[column.name] for row in rows]
        if column.kind == "date":
            series[column.name] = pd.to_datetime(pd.Series(values, dtype="object"))
        else:
            dtype = {"text": "string", "integer": "Int64", "number": "float64", "texts": "object"}[column.kind]
            series[column.name] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(series)


def _in_polars(rows: list[Row], columns: tuple[Column, ...]) -> pl.DataFrame:
    try:
        import polars as pl
    except ImportError as error:
        raise ImportError("this needs polars: pip install polars", name=error.name) from error
    types: dict[str, Any] = {
        "text": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "date": pl.Date,
        "texts": pl.List(pl.String),
    }
    return pl.DataFrame(
        {column.name: [row[column.name] for row in rows] for column in columns},
        schema={column.name: types[column.kind] for column in columns},
    )


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
