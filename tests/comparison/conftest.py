"""Two resolutions of a series, in both languages."""

from __future__ import annotations

from importlib.resources import files

import pytest

import unres


@pytest.fixture(scope="session")
def series():
    """Language → the older and the newer one of the examples."""
    folder = files("unres") / "examples"
    return {
        language: tuple(
            unres.parse((folder / f"{name}.{language}.txt").read_text("utf-8"))
            for name in ("general-assembly", "general-assembly-next")
        )
        for language in ("en", "ar")
    }
