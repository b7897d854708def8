"""No pattern of the package can backtrack without bound: a repeat without bound never stands in another."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType

import pytest
import regex

import unres

BOUND = 1_000
"""Repeats of at most so many count as bounded."""
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}
_KEPT = {codes.POSSESSIVE_REPEAT, codes.ATOMIC_GROUP}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(unres.__path__, "unres."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def compiled(value: object, depth: int = 0) -> Iterator[str]:
    """The patterns in a value: itself, or in the lists, tuples and tables that it is made of."""
    if isinstance(value, re.Pattern | regex.Pattern):
        pattern = value.pattern.decode("latin-1") if isinstance(value.pattern, bytes) else value.pattern
        pattern = re.sub(r"\\[pP]\{\w+\}", r"\\w", pattern)  # which re does not know; any class of characters will do
        yield f"(?x){pattern}" if value.flags & re.VERBOSE else pattern
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from compiled(item, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for item in value.values():
            yield from compiled(item, depth + 1)


def patterns() -> list[tuple[str, str]]:
    found = []
    for module in modules():
        for name, value in vars(module).items():
            found += [(f"{module.__name__}.{name}", pattern) for pattern in compiled(value)]
    return sorted(set(found))


def nested(tree: object, inside: bool = False) -> bool:
    """Whether a repeat without bound stands in another one, with nothing fixed to part one round from the next."""
    for code, argument in tree:
        if code in _REPEATS:
            _, most, body = argument
            unbounded = most > BOUND
            if unbounded and inside:
                return True
            if nested(body, inside or (unbounded and not parted(body))):
                return True
        elif code in _KEPT:
            continue
        elif (
            (code is codes.SUBPATTERN and nested(argument[-1], inside))
            or (code is codes.BRANCH and any(nested(branch, inside) for branch in argument[1]))
            or (code in {codes.ASSERT, codes.ASSERT_NOT} and nested(argument[1]))
        ):
            return True
    return False


def parted(body: object) -> bool:
    """Whether each round of a repeat begins with a fixed character, so that it can be read in one way only."""
    items = list(body)
    while items and items[0][0] is codes.SUBPATTERN:
        items = list(items[0][1][-1]) + items[1:]
    return bool(items) and items[0][0] is codes.LITERAL


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (r"(?:a+)+", True),
        (r"(\w+\s*)*", True),
        (r"(?:\d+|x)*", True),
        (r"(?:, \w+)*", False),
        (r"\w+\s+\w*", False),
        (r"(?:a{1,3})*", False),
    ],
)
def test_the_check_itself(pattern, bad):
    assert nested(parser.parse(pattern)) is bad


def test_there_are_patterns():
    assert len(patterns()) > 20


@pytest.mark.parametrize(
    ("name", "pattern"), patterns(), ids=lambda value: value if value.startswith("unres.") else "_"
)
def test_no_repeat_without_bound_stands_in_another(name, pattern):
    try:
        tree = parser.parse(pattern)
    except re.error as error:
        pytest.fail(f"{name}: not readable as a pattern of re ({error})")
    assert not nested(tree), f"{name}: {pattern}"
