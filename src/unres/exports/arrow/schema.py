"""The nested schema, derived from the models: one row a resolution, nothing of it lost.

A field of a model becomes a field of its name. What differs from the models: the tree of blocks is one list, with the
place of each block in columns of its own, and references of all kinds share one struct.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

from unres.models import Annex, Block, Reference, Resolution

TEXT, INTEGER, TEXTS = pa.string(), pa.int32(), pa.list_(pa.string())
_PLAIN: dict[object, pa.DataType] = {str: TEXT, int: INTEGER, float: pa.float64(), bool: pa.bool_(), date: pa.date32()}
KINDS: tuple[type[BaseModel], ...] = get_args(get_args(Reference)[0])
"""The models of references."""
REGISTRATION = "registration"
"""The column of a treaty's number, which is no integer."""

Fields = dict[str, pa.DataType]


def _type(annotation: object) -> pa.DataType:
    """The type of a column, from the annotation of a field.

    Raises:
        KeyError, ValueError: there is none for such a field.
    """
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation == Reference:
        return REFERENCE
    if origin in (list, tuple):
        return pa.list_(_type(inner[0]))
    if origin is Annotated:
        return _type(inner[0])
    if origin in (Union, UnionType):
        (one,) = (each for each in inner if each is not type(None))
        return _type(one)
    if origin is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return TEXT
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _struct(_fields(annotation))
    return _PLAIN[annotation]


def _fields(model: type[BaseModel], *without: str) -> Fields:
    """The columns of a model, but those of some fields."""
    return {name: _type(field.annotation) for name, field in model.model_fields.items() if name not in without}


def _struct(fields: Fields) -> pa.StructType:
    return pa.struct(list(fields.items()))


def _cited() -> Fields:
    """What references of all kinds have, but what an "ibid." repeats."""
    found: Fields = {"kind": TEXT}
    for model in KINDS:
        own = _fields(model, "repeats")
        if own.get("number") == TEXT:
            own = {REGISTRATION if name == "number" else name: kind for name, kind in own.items()}
        found |= own
    return found


def _with_places(fields: Fields) -> Fields:
    """The columns of a block, with its place in the tree and its first verb each behind the field that it goes with."""
    added = {
        "id": {"parent": TEXT, "depth": INTEGER},
        "zone": {"annex": INTEGER},
        "text": {"action": TEXT, "verb": TEXT},
    }
    found: Fields = {}
    for name, kind in fields.items():
        found |= {name: kind, **added.get(name, {})}
    return found


CITED = _struct(_cited())
"""What an "ibid." repeats; fields that a kind of reference does not have are null."""
REFERENCE = _struct({**_cited(), "repeats": CITED})
"""A reference of any kind."""
BLOCK = _struct(_with_places(_fields(Block, "children")))
"""A block; the tree is in ``parent`` and ``depth``, ``annex`` counts from 1."""


def _of_resolution() -> Fields:
    """The columns of a resolution: one list of blocks in place of the trees, annexes without theirs."""
    found: Fields = {"source": TEXT, "position": INTEGER}
    for name, field in Resolution.model_fields.items():
        if field.annotation == list[Block]:
            found["blocks"] = pa.list_(BLOCK)
        elif field.annotation == list[Annex]:
            found[name] = pa.list_(_struct(_fields(Annex, "blocks")))
        else:
            found[name] = _type(field.annotation)
    return found


SCHEMA = pa.schema(
    _of_resolution(), metadata={"unres.schema_version": Resolution.model_fields["schema_version"].default}
)
"""One row a resolution. ``source`` names the file and ``position`` counts the resolutions in it, from 0."""
