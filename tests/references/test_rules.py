"""The rules of each module, as pairs in the files of `rules/`: a text, and below it what is found in it.

A file is named after the module of `unres.references` whose rules it holds. A line with ``##`` names a rule; a text
follows, ``¶`` in it parts passages; each line with ``→`` is a reference: its kind, its symbol or ``-``, and values that
are asserted, each as ``name: value``. A text without such a line holds no reference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import unres.references
from unres.references import find_references

RULES = Path(__file__).parent / "rules"
MODULES = Path(unres.references.__file__).parent


def pairs():
    for path in sorted(RULES.glob("*.txt")):
        rule = ""
        blocks = path.read_text("utf-8").strip().split("\n\n")
        for block in blocks:
            text, *wanted = block.splitlines()
            if text.startswith("## "):
                rule = text.removeprefix("## ")
                text, *wanted = wanted
            expected = [line.strip().removeprefix("→ ") for line in wanted]
            yield pytest.param(text.replace("¶", "\n\n"), expected, id=f"{path.stem}: {rule}: {text[:40]}")


def shown(value):
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(getattr(value, "value", value))


def as_line(reference, wanted):
    """The reference in the words of the file, with the values that the wanted line asks for."""
    names = [part.split(": ")[0] for part in wanted.split(" | ")[2:]]
    parts = [reference.kind, reference.symbol or "-"]
    for name in names:
        value = reference
        for step in name.split("."):
            value = getattr(value, step)
        parts.append(f"{name}: {shown(value)}")
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "expected"), list(pairs()))
def test_each_rule(text, expected):
    found = find_references(text)
    assert len(found) == len(expected), [reference.text for reference in found]
    assert [as_line(reference, wanted) for reference, wanted in zip(found, expected, strict=True)] == expected
    assert all(text[each.offset : each.offset + len(each.text)] == each.text for each in found)


def test_each_file_is_named_after_a_module():
    assert {path.stem for path in RULES.glob("*.txt")} <= {path.stem for path in MODULES.glob("*.py")}
