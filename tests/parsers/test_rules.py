"""How paragraphs become blocks and fields. Each file of `rules` holds pairs for one rule, see :mod:`tests.rules`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules import cases, check


@pytest.mark.parametrize(("text", "answer"), cases(Path(__file__).parent / "rules"))
def test_rule(text: str, answer: list[str]):
    check(text, answer)
