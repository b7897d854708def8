"""Resolutions and references as data frames of pandas or polars: a row for each block, reference or footnote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from unres.errors import needs
from unres.models import Resolution
from unres.models.reference import ReferenceBase, References
from unres.references.names import describe_pinpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd
    import polars as pl

    from unres.models import Block, Reference

Of = Literal["blocks", "references", "footnotes"]
Library = Literal["pandas", "polars"]
Row = dict[str, Any]

_BLOCKS = {
    "symbol": "text",
    "language": "text",
    "id": "text",
    "parent": "text",
    "zone": "text",
    "kind": "text",
    "label": "text",
    "ordinal": "integer",
    "depth": "integer",
    "text": "text",
    "action": "text",
    "verb": "text",
    "footnotes": "list",
    "references": "list",
    "page": "integer",
}
_REFERENCES = {
    "kind": "text",
    "text": "text",
    "symbol": "text",
    "organ": "text",
    "session": "integer",
    "year": "integer",
    "number": "text",
    "part": "text",
    "pinpoint": "text",
    "date": "date",
    "title": "text",
    "confidence": "number",
    "alternatives": "list",
    "because": "text",
    "url": "text",
    "offset": "integer",
}
_PLACES = {
    "citing": "text",
    "language": "text",
    "block": "text",
    "footnote": "text",
    "zone": "text",
    "action": "text",
}
_FOOTNOTES = {
    "symbol": "text",
    "language": "text",
    "label": "text",
    "text": "text",
    "blocks": "list",
    "references": "list",
}


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
        of: What the rows are. ``"blocks"``, the default for resolutions: the columns of
            :meth:`Resolution.to_records`. ``"references"``, the default for references: ``citing`` (the symbol of the
            resolution that cites), ``language``, ``block`` or ``footnote`` in which the reference stands, with the
            block's ``zone`` and ``action``; then the reference, ``symbol`` being what is cited. For references by
            themselves these places are left out. ``"footnotes"``: label, text, the blocks that bear the mark, and
            the symbols that are cited.
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
        return _frame(library, [reference_row(item) for item in references], _REFERENCES)
    resolutions = [item for item in given if isinstance(item, Resolution)]
    if len(resolutions) != len(given):
        raise TypeError("to_frame takes resolutions or references")
    match of or "blocks":
        case "blocks":
            rows = [row for resolution in resolutions for row in resolution.to_records()]
            return _frame(library, rows, _BLOCKS)
        case "references":
            rows = [row for resolution in resolutions for row in _citations(resolution)]
            return _frame(library, rows, {**_PLACES, **_REFERENCES})
        case "footnotes":
            rows = [row for resolution in resolutions for row in _footnotes(resolution)]
            return _frame(library, rows, _FOOTNOTES)
        case other:
            raise ValueError(f'of is "blocks", "references" or "footnotes", not {other!r}')


def reference_row(reference: Reference) -> Row:
    """A reference as a flat row; "Ibid." is what it repeats, and keeps its kind."""
    cited = reference.repeats if reference.kind == "ibid" and reference.repeats else reference
    number = getattr(cited, "number", None)
    return {
        "kind": reference.kind,
        "text": reference.text,
        "symbol": cited.symbol,
        "organ": _plain(getattr(cited, "organ", None)),
        "session": getattr(cited, "session", None),
        "year": getattr(cited, "year", None),
        "number": None if number is None else str(number),
        "part": getattr(cited, "part", None),
        "pinpoint": describe_pinpoint(reference) or None,
        "date": cited.date,
        "title": cited.title,
        "confidence": reference.confidence,
        "alternatives": [other.symbol for other in reference.alternatives],
        "because": reference.because or None,
        "url": cited.url,
        "offset": reference.offset,
    }


def _plain(value: Any) -> str | None:  # noqa: ANN401  an organ, or nothing
    return None if value is None else str(value)


def _citations(resolution: Resolution) -> Iterator[Row]:
    own: Row = {"citing": resolution.symbol, "language": resolution.language}
    for block in resolution.walk():
        for reference in block.references:
            yield {**own, **_of_block(block), "footnote": None, **reference_row(reference)}
    nowhere = {"block": None, "zone": None, "action": None}
    for note in resolution.footnotes:
        for reference in note.references:
            yield {**own, **nowhere, "footnote": note.label, **reference_row(reference)}


def _of_block(block: Block) -> Row:
    return {"block": block.id, "zone": block.zone, "action": _plain(block.verbs[0].action) if block.verbs else None}


def _footnotes(resolution: Resolution) -> Iterator[Row]:
    for note in resolution.footnotes:
        yield {
            "symbol": resolution.symbol,
            "language": resolution.language,
            "label": note.label,
            "text": note.text,
            "blocks": list(note.block_ids),
            "references": [reference.symbol for reference in note.references if reference.symbol],
        }


def _frame(library: Library, rows: list[Row], columns: dict[str, str]) -> pd.DataFrame | pl.DataFrame:
    return _in_polars(rows, columns) if library == "polars" else _in_pandas(rows, columns)


def _in_pandas(rows: list[Row], columns: dict[str, str]) -> pd.DataFrame:
    """A row's absent integer stays absent, and does not make the others decimal fractions."""
    try:
        import pandas as pd
    except ImportError as error:
        raise needs("frames", error) from error
    series = {}
    for name, kind in columns.items():
        values = [row[name] for row in rows]
        if kind == "date":
            series[name] = pd.to_datetime(pd.Series(values, dtype="object"))
        else:
            dtype = {"text": "string", "integer": "Int64", "number": "float64", "list": "object"}[kind]
            series[name] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(series)


def _in_polars(rows: list[Row], columns: dict[str, str]) -> pl.DataFrame:
    try:
        import polars as pl
    except ImportError as error:
        raise ImportError("this needs polars: pip install polars", name=error.name) from error
    types: dict[str, Any] = {
        "text": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "date": pl.Date,
        "list": pl.List(pl.String),
    }
    return pl.DataFrame(
        {name: [row[name] for row in rows] for name in columns},
        schema={name: types[kind] for name, kind in columns.items()},
    )
