"""The JSON Schema of a resolution, draft 2020-12."""

from __future__ import annotations

import json
from typing import Any

from unres.models.resolution import Resolution

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:unres:schema:resolution:1.0"
"""A name, not an address: nothing has to be fetched to use the schema."""


def schema() -> dict[str, Any]:
    """The schema as a dict, with ``$schema`` and ``$id``; it describes the JSON that is written."""
    return {"$schema": DIALECT, "$id": ID, **Resolution.model_json_schema(mode="serialization")}


def to_json() -> str:
    """The schema as text, as it is committed beside the documentation."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
