"""What processes are started with: all that a parse of the common formats needs, loaded and warmed up once for all.

Processes are copies of one that has imported this module. What it built on first use (tables, patterns) is theirs too,
and :func:`gc.freeze` keeps the garbage collector from touching, and so copying, the memory that they share.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from importlib.resources import files

import unres

_MODULES = (
    "unres.batch.engine",
    "unres.models",
    "unres.pipeline",
    "unres.parsers.source",
    "unres.readers.akn",
    "unres.readers.docx",
    "unres.readers.html",
    "unres.readers.text",
    "unres.references",
)


def _warm_up() -> None:
    """Parses a document in each language; compiles the templates of pages where the process will write pages."""
    for module in _MODULES:
        import_module(module)
    for path in sorted((files("unres") / "examples").iterdir(), key=str):
        if path.name.startswith("general-assembly.") and path.name.endswith(".txt"):
            unres.parse(path.read_text("utf-8")).model_dump_json()
    if "unres.exports.pages" in sys.modules:
        import_module("unres.exports.pages").load()
    gc.collect()
    gc.freeze()


_warm_up()
