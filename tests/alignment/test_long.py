"""Many paragraphs, most of them alike: every block stands in one pair, in a time that grows with their number alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.alignment import pairing
from unres.alignment.facts import facts
from unres.alignment.pairing import best_in_order

ARABIC, ENGLISH = "إن مجلس الموانئ،\n\n", "The Harbour Council,\n\n"


def aligned(arabic: list[str], english: list[str]) -> unres.Alignment:
    made = (
        unres.parse(ARABIC + "".join(f"{text}،\n\n" for text in arabic) + "1 - يقرر.\n", language="ar"),
        unres.parse(ENGLISH + "".join(f"{text},\n\n" for text in english) + "1. Decides.\n", language="en"),
    )
    start = time.process_time()
    found = unres.align(*made)
    found.checks()
    assert time.process_time() - start < 20
    for language, resolution in zip(("ar", "en"), made, strict=True):
        ids = [each for pair in found.pairs for each in (pair.arabic if language == "ar" else pair.english)]
        assert sorted(ids) == sorted(block.id for block in resolution.walk())
    return found


def test_one_paragraph_a_thousand_times():
    found = aligned(["وإذ يشير إلى المصابيح"] * 1000, ["Recalling the lamps"] * 1007)
    assert found.counts()["1-1"] >= 1000


def test_nothing_in_common():
    aligned([f"وإذ يلاحظ {n}" for n in range(1000)], [f"Noting {n}" for n in range(5000, 5900)])


def test_a_paragraph_stands_for_so_many_others_at_most():
    parts = [f"Noting lamp {n} of the harbour" for n in range(100)]
    found = aligned([f"وإذ يلاحظ {' '.join(map(str, range(100)))}"], parts)
    assert max(len(pair.english) for pair in found.pairs) <= 24


def test_numbers_of_any_length():
    """Python does not read numbers of more than some thousand digits."""
    digits = "7" * 5000
    found = aligned([f"وإذ يشير إلى {digits}"], [f"Recalling {digits}"])
    assert found.checks() == []
    assert len(facts(f"{digits} lamps, {digits[:-1]}8 ropes", "en")) == 2


@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_the_best_pairing(rows, columns, data):
    gains = data.draw(st.lists(st.floats(-1, 1), min_size=rows * columns, max_size=rows * columns))
    path = best_in_order(rows, columns, lambda r, c: gains[r * columns + c])
    assert path == sorted(path)
    assert len({r for r, _ in path}) == len({c for _, c in path}) == len(path)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for r in range(rows):
        for c in range(columns):
            both = best[r][c] + max(0.0, gains[r * columns + c])
            best[r + 1][c + 1] = max(best[r][c + 1], best[r + 1][c], both)
    assert sum(gains[r * columns + c] for r, c in path) == pytest.approx(best[rows][columns])


@pytest.mark.parametrize(("rows", "columns"), [(3, 700), (700, 3), (300, 310), (310, 300), (500, 100), (1, 1)])
def test_near_the_diagonal(rows, columns, monkeypatch):
    """What lies on the diagonal is found, whatever the shape."""
    monkeypatch.setattr(pairing, "_MOST_PAIRS", 0)
    wanted = [(r, r * columns // rows) for r in range(rows)][: min(rows, columns)]
    wanted = [(r, c) for (r, c), (_, before) in zip(wanted, [(0, -1), *wanted], strict=False) if c > before]
    path = best_in_order(rows, columns, lambda r, c: 1.0 if (r, c) in set(wanted[:50]) else 0.0)
    assert path == wanted[:50]


def test_one_paragraph_of_many_references():
    count = 12_000
    arabic = "وإذ يشير إلى " + "، ".join(f"القرار 70/{n % 300 + 1}" for n in range(count))
    english = "Recalling " + ", ".join(f"resolution 70/{n % 299 + 1}" for n in range(count))
    made = unres.parse(ARABIC + arabic, language="ar"), unres.parse(ENGLISH + english, language="en")
    found = unres.align(*made)
    start = time.process_time()
    found.checks()
    assert time.process_time() - start < 5
