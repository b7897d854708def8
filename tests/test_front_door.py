"""What `import unres` costs and gives."""

from __future__ import annotations

import gc
import subprocess
import sys
import time

import pytest

import unres

HEAVY = {"pdfplumber", "pdfminer", "lxml", "pandas", "rich", "bidi", "arabic_reshaper", "click", "regex", "pydantic"}


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


def test_import_loads_nothing_heavy():
    loaded = set(_run("import sys, unres; print(*sys.modules)").split())
    assert not loaded & HEAVY


def test_parsing_text_loads_no_reader_of_other_formats():
    loaded = set(_run("import sys, unres; unres.parse('The General Assembly'); print(*sys.modules)").split())
    assert not loaded & {"pdfplumber", "pdfminer", "lxml", "click", "bidi", "arabic_reshaper"}


@pytest.mark.speed
def test_import_is_quick():
    code = "import time; s = time.process_time(); import unres; print(time.process_time() - s)"
    assert min(float(_run(code)) for _ in range(3)) < 0.15


def test_every_promised_name_is_there():
    code = "import unres; print(*[name for name in unres.__all__ if getattr(unres, name, None) is None])"
    assert _run(code).split() == []


@pytest.mark.speed
def test_a_first_parse_is_quick():
    start = time.perf_counter()
    _run("import unres; unres.parse('The General Assembly,')")
    assert time.perf_counter() - start < 10


def test_no_promised_name_is_hidden_by_a_module():
    """A function that bears the name of a submodule is hidden by it as soon as anything imports the submodule."""
    code = (
        "import pkgutil, importlib, types, unres\n"
        "for found in pkgutil.iter_modules(unres.__path__, 'unres.'): importlib.import_module(found.name)\n"
        "print(*[name for name in unres.__all__ if isinstance(getattr(unres, name), types.ModuleType)])"
    )
    assert _run(code).split() == ["batch", "examples"]  # modules, and meant to be


@pytest.mark.parametrize("on", [True, False])
def test_a_parse_leaves_garbage_collection_as_it_found_it(on):
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        unres.parse("The General Assembly,\n\n1. Decides to go on.")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()
