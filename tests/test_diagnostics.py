"""Every code that is emitted is listed, with its meaning."""

from __future__ import annotations

import ast
from pathlib import Path

import unres
from unres.diagnostics import CODES

PACKAGE = Path(unres.__file__).parent
FAMILIES = {code.partition(".")[0] for code in CODES}


def _codes_in(path: Path) -> set[str]:
    """Strings of a module that have the form of a code: "footnote.no_mark"."""
    strings = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    return {
        string
        for string in strings
        if isinstance(string, str)
        and string.count(".") == 1
        and string.replace(".", "").replace("_", "").isalpha()
        and string.partition(".")[0] in FAMILIES
    }


def test_what_is_emitted_is_listed_and_what_is_listed_is_emitted():
    emitted = set().union(*(_codes_in(path) for path in PACKAGE.rglob("*.py") if path.name != "diagnostics.py"))
    assert emitted == set(CODES)
