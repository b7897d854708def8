"""What all tests share: the folder of real documents, and how long Hypothesis searches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A shared machine makes any single example slow now and then, so that no example has a deadline of its own.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("quick", max_examples=60, **_COMMON)
settings.register_profile("ci", max_examples=200, derandomize=True, print_blob=True, **_COMMON)
settings.register_profile("thorough", max_examples=5_000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """The folder of real documents, which are no part of this project."""
    folder = os.environ.get("UNRES_CORPUS")
    if not folder:
        pytest.skip("UNRES_CORPUS names no folder of real documents")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"UNRES_CORPUS={folder} is no folder")
    return path
