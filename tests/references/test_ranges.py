"""Ranges of resolutions give one reference each."""

from __future__ import annotations

import pytest

import unres


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("resolutions 55/67 to 55/70", ["A/RES/55/67", "A/RES/55/68", "A/RES/55/69", "A/RES/55/70"]),
        ("resolutions 55/67–55/69 of 4 December 2000", ["A/RES/55/67", "A/RES/55/68", "A/RES/55/69"]),
        ("القرارات 55/67 إلى 55/69", ["A/RES/55/67", "A/RES/55/68", "A/RES/55/69"]),
        ("القرارات ٦٧/٥٥ إلى ٦٩/٥٥", ["A/RES/55/67", "A/RES/55/68", "A/RES/55/69"]),
        ("resolutions 1325 (2000) to 1327 (2000)", ["S/RES/1325 (2000)", "S/RES/1326 (2000)", "S/RES/1327 (2000)"]),
        ("resolutions 60/1 to 61/4", ["A/RES/60/1", "A/RES/61/4"]),
    ],
)
def test_the_numbers_inside_a_range_are_cited_too(text, symbols):
    found = unres.find_references(text)
    assert [reference.symbol for reference in found] == symbols
    assert all(text[r.offset : r.offset + len(r.text)] == r.text for r in found)


def test_a_range_longer_than_any_list_is_only_its_ends():
    found = unres.find_references("resolutions 55/1 to 55/250")
    assert [reference.symbol for reference in found] == ["A/RES/55/1", "A/RES/55/250"]
