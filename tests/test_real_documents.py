"""Real documents, which are no part of the project: nothing of them vanishes, and their structure is whole."""

from __future__ import annotations

import zipfile

import pytest

import unres
from tests.test_invariants import assert_nothing_vanishes
from unres.models import Resolution


@pytest.fixture(scope="session")
def early_texts(real_documents):
    """Resolutions of the Security Council, 1946 to 1994, as plain text."""
    with zipfile.ZipFile(real_documents / "cr-unsc-texts.zip") as archive:
        return {name: archive.read(name).decode("utf-8") for name in sorted(archive.namelist())}


@pytest.fixture(scope="session")
def seeds(real_documents):
    """Two Arabic resolutions read off the page."""
    return {path.name: path.read_text("utf-8") for path in sorted((real_documents / "seeds").glob("*.txt"))}


def test_nothing_of_the_seeds_vanishes(seeds):
    assert len(seeds) >= 2
    for text in seeds.values():
        assert_nothing_vanishes(text)


@pytest.mark.parametrize(
    ("name", "symbol", "paragraphs", "footnotes"),
    [("A_RES_67_190.ar.txt", "A/RES/67/190", 15, 19), ("A_RES_76_7.ar.txt", "A/RES/76/7", 29, 12)],
)
def test_the_seeds_are_whole(seeds, name, symbol, paragraphs, footnotes):
    resolution = unres.parse(seeds[name])
    assert resolution.symbol == symbol
    numbered = [block.ordinal for block in resolution.walk() if block.kind == "paragraph" and block.ordinal]
    assert numbered == list(range(1, paragraphs + 1))
    assert len(resolution.footnotes) == footnotes


def test_nothing_of_the_early_texts_vanishes(early_texts):
    assert len(early_texts) > 400
    for name, text in list(early_texts.items())[::3]:
        try:
            assert_nothing_vanishes(text)
        except AssertionError as error:
            pytest.fail(f"{name}: {error}")


def test_the_early_texts_say_what_they_are(early_texts):
    """The file's name gives number and year. A few texts carry a slip of the press in their own number."""
    wrong, said = [], 0
    for name, text in early_texts.items():
        number, year = int(name.split("_")[2]), int(name.split("_")[3])
        if f"{number} ({year})" not in text[:200]:
            continue
        said += 1
        found = unres.parse(text).symbol
        if found != f"S/RES/{number} ({year})":
            wrong.append((name, found))
    assert said > 400
    assert not wrong


def test_json_of_the_early_texts_round_trips(early_texts):
    for text in list(early_texts.values())[::10]:
        resolution = unres.parse(text)
        assert Resolution.model_validate_json(resolution.model_dump_json()) == resolution
