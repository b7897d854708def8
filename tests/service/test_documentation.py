"""The page on the service names every route, every limit with its default, every problem and every number."""

from __future__ import annotations

import re
from pathlib import Path

from unres.service.app import build
from unres.service.metrics import Metrics
from unres.service.problems import KINDS
from unres.service.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "service.md").read_text("utf-8")
_MB = 1024 * 1024


def _shown(name: str, value: float) -> str:
    if name in {"workers", "slow_workers"}:
        return "the cores"
    if name == "large_body":
        return f"{int(value) // 1024} KB"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value // _MB} MB" if value >= _MB and value % _MB == 0 else f"{value:,}"
    return f"{value:g}"


def test_every_route_is_listed_and_no_other():
    described = {
        f"{method.upper()} {path}" for path, ways in build(Settings()).openapi()["paths"].items() for method in ways
    }
    table = re.search(r"^\| route .*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
    assert table
    listed = set()
    for cell in re.findall(r"^\| (`[^|]*) \|", table[0], re.MULTILINE):
        method = cell[1:].partition(" ")[0]
        listed |= {f"{method} {path}" for path in re.findall(r"/[^`, ]*", cell)}
    assert listed - {"GET /openapi.json", "GET /docs", "GET /redoc"} == described


def test_every_limit_has_its_default():
    described = Settings.model_json_schema()["properties"]
    for name, value in Settings().model_dump().items():
        assert f"| `{name}` | {_shown(name, value)} | {described[name]['description']} |" in PAGE


def test_every_problem_is_listed():
    for code, kind in KINDS.items():
        assert f"| {kind.status} | `{code}` | {kind.title}. {kind.advice} |" in PAGE


def test_every_number_is_listed():
    for family in Metrics().registry.collect():
        if family.name.startswith("unres") and not family.name.endswith("_created"):
            assert f"| `{family.name}" in PAGE
