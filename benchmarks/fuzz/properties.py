"""What must hold for any bytes whatever: a result or the one error, within limits, and a result that is sound."""

from __future__ import annotations

import resource
import sys
import time
import traceback
from pathlib import Path

import unres
from unres.models import Resolution
from unres.scripts import western_digits

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from test_invariants import EASTERN, unaccounted  # the same accounts as in the tests

LIMITS = unres.Limits(
    max_bytes=2_000_000,
    max_pages=50,
    max_characters=500_000,
    max_unpacked_bytes=20_000_000,
    max_elements=200_000,
    seconds_per_page=4,
)
_DEFECTS = (LookupError, AttributeError, TypeError, NameError, AssertionError, ArithmeticError, RecursionError)
_MOST_RESOLUTIONS = 40
_LONG = 60_000  # characters from which the accounts are left out: they are slow, not the parser
_SECONDS = 10.0
_GROWTH_MB = 400


class BrokenPropertyError(AssertionError):
    """Something that must hold does not."""


def examine(data: bytes) -> str:
    """Reads the data and asserts all properties; says what came of it: a code of refusal, or "read"."""
    before = _peak_mb()
    start = time.process_time()
    try:
        resolutions = _read(data)
    except unres.UnreadableError as error:
        _require(bool(error.code and error.reason), "a refusal without code or reason")
        if error.code == "broken" and error.__cause__ is not None and _is_ours(error.__cause__):
            raise error.__cause__ from error  # the border has caught it; it is a defect all the same
        resolutions, outcome = [], error.code
    else:
        outcome = "read"
    _require(time.process_time() - start < _SECONDS, "time")
    _require(_peak_mb() - before < _GROWTH_MB, "memory")
    for resolution in resolutions:
        if len(resolution.source_text) < _LONG:
            sound(resolution)
    return outcome


def _is_ours(cause: BaseException) -> bool:
    """Whether an exception that only a defect raises was raised in our own code, and not in a module that it calls."""
    if not isinstance(cause, _DEFECTS):
        return False
    return "/unres/" in traceback.extract_tb(cause.__traceback__)[-1].filename


def _read(data: bytes) -> list[Resolution]:
    found = []
    for resolution in unres.read_all(data, limits=LIMITS):
        found.append(resolution)
        if len(found) == _MOST_RESOLUTIONS:
            break
    return found


def sound(resolution: Resolution) -> None:
    """The first three invariants of the model, and places that are true."""
    lost, twice = unaccounted(resolution)
    _require(not lost, f"characters vanish: {lost[:3]}")
    _require(not twice, f"characters in two parts: {twice[:3]}")
    written = resolution.model_dump_json()
    _require(Resolution.model_validate_json(written) == resolution, "JSON does not round-trip")
    ids = [block.id for block in resolution.walk()]
    _require(len(set(ids)) == len(ids), "ids repeat")
    for block in resolution.walk():
        for verb in block.verbs:
            _require(block.text.startswith(verb.text, verb.offset), "a verb is not where it says")
        for reference in block.references:
            _require(block.text.startswith(reference.text, reference.offset), "a reference is not where it says")
    text = resolution.source_text
    if not text.strip():
        return
    first, second = unres.parse(text), unres.parse(text)
    _require(first.model_dump_json() == second.model_dump_json(), "the same text gives two results")
    if first.language == "ar" and not any(chr(digit) in text for digit in EASTERN.values()):
        eastern = unres.parse(text.translate(EASTERN))
        _require(
            western_digits(eastern.model_dump_json()) == western_digits(first.model_dump_json()),
            "the script of digits changes the result",
        )


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise BrokenPropertyError(what)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
