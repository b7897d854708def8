"""What `import unres` costs and gives."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

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


def test_the_package_runs_as_the_command_does():
    done = subprocess.run([sys.executable, "-m", "unres", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"unres, version {unres.__version__}\n"


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


def test_a_release_gives_links_that_lead_out_of_a_package_index(tmp_path):
    script = Path(__file__).parents[1] / ".github/addresses.py"
    if not script.exists():
        pytest.skip("the distribution of the source leaves out .github")
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(script.parents[1] / name, tmp_path / name)
    (tmp_path / ".github").mkdir()
    shutil.copy(script, tmp_path / ".github")
    command = [sys.executable, str(tmp_path / ".github/addresses.py"), "https://lamps.example/harbour/unres", "v0.1.0"]
    subprocess.run(command, check=True)
    readme = (tmp_path / "README.md").read_text("utf-8")
    targets = re.findall(r"\]\(([^)]+)\)", readme)
    assert len(targets) > 25
    assert all(target.startswith("https://") for target in targets)
    assert "https://lamps.example/harbour/unres/raw/v0.1.0/docs/pictures/viewer-both.webp" in targets
    assert "https://lamps.example/harbour/unres/blob/v0.1.0/docs/batch.md" in targets
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["urls"]["Issues"] == "https://lamps.example/harbour/unres/issues"
    assert project["optional-dependencies"]["frames"]


@pytest.mark.parametrize(
    ("reason", "asked", "code"),
    [
        ("Chromium is not installed", {"UNRES_RUN_ALL": "1"}, 1),
        ("Chromium is not installed", {}, 0),
        ("UNRES_CORPUS names no folder of real documents", {"UNRES_RUN_ALL": "1"}, 0),
        ("UNRES_CORPUS has no lamps", {"UNRES_RUN_ALL": "1", "UNRES_CORPUS": "."}, 1),
        ("not here: Windows opens no folders", {"UNRES_RUN_ALL": "1"}, 0),
    ],
)
def test_what_is_skipped_is_said_and_a_failure_where_all_was_to_run(reason, asked, code, tmp_path):
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    lamp = f"import pytest\n\ndef test_lamp():\n    pytest.skip({reason!r})\n"
    (tmp_path / "test_lamp.py").write_text(lamp, "utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("UNRES_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_lamp.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env=clean | asked, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == code, done.stdout
    assert ("apt install chromium" in done.stdout) == ("Chromium" in reason)
