"""The nested schema: one row a resolution, nothing of it lost."""

from __future__ import annotations

import pyarrow as pa

TEXT, INTEGER, TEXTS = pa.string(), pa.int32(), pa.list_(pa.string())


def _struct(**fields: pa.DataType) -> pa.StructType:
    return pa.struct(list(fields.items()))


SPAN = _struct(start=INTEGER, end=INTEGER, page=INTEGER, box=pa.list_(pa.float64()))
VERB = _struct(text=TEXT, action=TEXT, offset=INTEGER)
MARK = _struct(label=TEXT, offset=INTEGER)
PINPOINT = _struct(paragraphs=TEXTS, annex=TEXT, section=TEXT, article=TEXTS, chapter=TEXT)
ALTERNATIVE = _struct(symbol=TEXT, because=TEXT)
_CITED = {
    "kind": TEXT,
    "text": TEXT,
    "offset": INTEGER,
    "symbol": TEXT,
    "url": TEXT,
    "pinpoint": PINPOINT,
    "date": pa.date32(),
    "title": TEXT,
    "confidence": pa.float64(),
    "alternatives": pa.list_(ALTERNATIVE),
    "because": TEXT,
    "instrument": TEXT,
    "organ": TEXT,
    "session": INTEGER,
    "session_kind": TEXT,
    "year": INTEGER,
    "number": INTEGER,
    "part": TEXT,
    "series": TEXT,
    "volumes": TEXTS,
    "registration": TEXT,  # a treaty's `number`, which is no integer
    "supplement": TEXT,
    "sales_number": TEXT,
    "block_ids": TEXTS,
    "articles": TEXTS,
    "chapters": TEXTS,
}
CITED = _struct(**_CITED)
"""What an "ibid." repeats; fields that a kind of reference does not have are null."""
REFERENCE = _struct(**_CITED, repeats=CITED)
"""A reference of any kind."""
BLOCK = _struct(
    id=TEXT,
    parent=TEXT,
    depth=INTEGER,
    zone=TEXT,
    annex=INTEGER,
    kind=TEXT,
    label=TEXT,
    ordinal=INTEGER,
    text=TEXT,
    action=TEXT,
    verb=TEXT,
    verbs=pa.list_(VERB),
    footnote_marks=pa.list_(MARK),
    references=pa.list_(REFERENCE),
    spans=pa.list_(SPAN),
)
"""A block; the tree is in ``parent`` and ``depth``, ``annex`` counts from 1."""
FOOTNOTE = _struct(label=TEXT, text=TEXT, references=pa.list_(REFERENCE), block_ids=TEXTS, spans=pa.list_(SPAN))
_NUMBER = _struct(number=INTEGER, session=INTEGER, session_kind=TEXT, year=INTEGER, part=TEXT, as_written=TEXT)
_BASIS = _struct(kind=TEXT, committee=TEXT, symbols=TEXTS, text=TEXT)
_VOTE = _struct(
    in_favour=INTEGER,
    against=INTEGER,
    abstaining=INTEGER,
    states_in_favour=TEXTS,
    states_against=TEXTS,
    states_abstaining=TEXTS,
)
_SPANNED = {"text": TEXT, "spans": pa.list_(SPAN)}

SCHEMA = pa.schema(
    {
        "source": TEXT,
        "position": INTEGER,
        "schema_version": TEXT,
        "kind": TEXT,
        "status": TEXT,
        "sponsors": TEXTS,
        "language": TEXT,
        "organ": TEXT,
        "symbol": TEXT,
        "number": _NUMBER,
        "session": INTEGER,
        "year": INTEGER,
        "title": TEXT,
        "issued_on": pa.date32(),
        "adopted_on": pa.date32(),
        "meeting_number": INTEGER,
        "agenda_items": pa.list_(_struct(number=TEXT, title=TEXT)),
        "basis": _BASIS,
        "vote": _VOTE,
        "distribution": TEXT,
        "original_language": TEXT,
        "job_number": TEXT,
        "enacting_formula": TEXT,
        "blocks": pa.list_(BLOCK),
        "annexes": pa.list_(_struct(label=TEXT, title=TEXT, spans=pa.list_(SPAN))),
        "footnotes": pa.list_(FOOTNOTE),
        "masthead": pa.list_(_struct(fields=TEXTS, **_SPANNED)),
        "furniture": pa.list_(_struct(kind=TEXT, **_SPANNED)),
        "diagnostics": pa.list_(_struct(code=TEXT, severity=TEXT, message=TEXT, span=SPAN)),
        "source_text": TEXT,
    },
    metadata={"unres.schema_version": "1.0"},
)
"""One row a resolution. ``source`` names the file and ``position`` counts the resolutions in it, from 0."""
