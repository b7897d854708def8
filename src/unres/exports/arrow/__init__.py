"""Resolutions as Arrow columns, and back. Needs the extra ``arrow``."""

from __future__ import annotations

from unres.errors import needs

try:
    import pyarrow as pa  # noqa: F401  asked for once, here
except ImportError as error:
    raise needs("arrow", error) from error

from unres.exports.arrow.flat import Tables, flat_schema, flatten
from unres.exports.arrow.nested import from_table, to_batch
from unres.exports.arrow.schema import SCHEMA

__all__ = ["SCHEMA", "Tables", "flat_schema", "flatten", "from_table", "to_batch"]
