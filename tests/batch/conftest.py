"""Folders of documents written for the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import make_documents


@pytest.fixture(scope="session")
def documents(tmp_path_factory) -> Path:
    return make_documents(tmp_path_factory.mktemp("documents") / "docs", 40)


@pytest.fixture(scope="session")
def whole(documents, tmp_path_factory) -> bytes:
    """The documents as JSON lines, from a run in which nothing happened."""
    from unres import batch

    out = tmp_path_factory.mktemp("whole") / "out.jsonl"
    batch.convert(documents, out, jobs=1)
    return out.read_bytes()


@pytest.fixture
def pipe(tmp_path):
    """A folder with one document, then a named pipe (which is read for ever), then another document."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    folder = make_documents(tmp_path / "piped", 2)
    os.mkfifo(folder / "00000.txt.pipe")
    return folder
