"""The command says what is wrong in one line."""

from __future__ import annotations

import importlib
import socket
import sys

import pytest
from click.testing import CliRunner


def serve(*words: str):
    return CliRunner().invoke(importlib.import_module("unres.cli").main, ["serve", *words])


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = serve("--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "cannot listen on 127.0.0.1" in result.output
    assert "--port" in result.output


@pytest.mark.parametrize(
    "words", [("--set", "nothing=1"), ("--set", "seconds"), ("--set", "seconds=-1"), ("--port", "x")]
)
def test_a_limit_that_is_none(words):
    result = serve(*words)
    assert result.exit_code == 2
    assert "Error" in result.output


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "unres.service.server", None)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = serve("--port", "0")
    assert result.exit_code == 1
    assert 'pip install "unres[http]"' in result.output


def test_the_help_loads_no_server():
    result = serve("--help")
    assert result.exit_code == 0
    assert "curl -F file=@resolution.pdf" in result.output
