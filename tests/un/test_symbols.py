"""One grammar of symbols: what is built is read back, by the masthead and in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unres
from unres.references import find_references
from unres.un.organs import ORGANS
from unres.un.symbols import Adopted, read_symbol

SYMBOLS = [name for name, organ in ORGANS.items() if organ.head]


@st.composite
def adopted(draw):
    """Anything that an organ with symbols of its own can have adopted."""
    name = draw(st.sampled_from(SYMBOLS))
    organ = ORGANS[name]
    instrument = draw(st.sampled_from(organ.instruments))
    number = draw(st.integers(1, 999))
    part = draw(st.sampled_from([None, None, "A", "B", "M", "A-C"]))
    if organ.dotted:
        return Adopted(name, instrument, number, draw(st.integers(1, 99)))
    if name == "security_council" and instrument == "resolution":
        return Adopted(name, instrument, number, year=draw(st.integers(1946, 2040)))
    if instrument == "presidential_statement":
        part = None
    if organ.in_roman and draw(st.booleans()):
        kind = draw(st.sampled_from(("regular", *organ.special)))
        part = part if part and len(part) == 1 else None
        return Adopted(name, instrument, number, draw(st.integers(1, 89)), kind, part=part, in_roman=True)
    if organ.by_year:
        return Adopted(name, instrument, number, year=draw(st.integers(1946, 2040)), part=part)
    kind = draw(st.sampled_from(("regular", *organ.special)))
    informal = instrument == "presidential_statement" and kind == "regular" and draw(st.booleans())
    return Adopted(name, instrument, number, draw(st.integers(1, 199)), kind, part=part, informal=informal)


@given(adopted())
def test_what_is_built_is_read_back(thing):
    assert thing.symbol is not None
    assert read_symbol(thing.symbol) == thing


@given(adopted())
def test_what_is_built_is_found_in_text(thing):
    (found,) = find_references(f"The lamps are described in {thing.symbol}, with the ferries.")
    assert found.kind == "resolution"
    assert (found.organ, found.instrument, found.number) == (thing.organ, thing.instrument, thing.number)
    assert (found.session, found.year, found.session_kind) == (thing.session, thing.year, thing.session_kind)
    assert found.part == thing.part
    # the parts of a resolution with a session in Roman numerals stand in one document
    assert found.symbol == (thing.symbol.removesuffix(thing.part or "") if thing.in_roman else thing.symbol)


@given(adopted())
def test_what_is_built_is_read_in_the_masthead(thing):
    text = f"United Nations\n\n{thing.symbol}\n\nHarbour lamps\n\n1. Asks the ferries to sail;\n\n2. Thanks the pilots."
    resolution = unres.parse(text, language="en")
    assert resolution.symbol == thing.symbol
    assert resolution.organ == thing.organ
    assert resolution.kind == thing.instrument
    assert (resolution.number.number, resolution.number.part) == (thing.number, thing.part)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("S/RES/2231(2015)", "S/RES/2231 (2015)"),
        ("S/RES/2231", "S/RES/2231 (2015)"),
        ("A/RES/2625 (XXV)", "A/RES/2625(XXV)"),
        ("A/RES/68/247 B", "A/RES/68/247B"),
        ("A/RES/76/247 A to C", "A/RES/76/247A-C"),
        ("T/RES/2183(LIII)", "T/RES/2183(LIII)"),
        ("HSP/HA.1/Res.1", "HSP/HA.1/Res.1"),
        ("UNEP/EA.5/Dec.4", "UNEP/EA.5/Dec.4"),
        ("E/ESCAP/RES/72/1", "E/ESCAP/RES/72/1"),
    ],
)
def test_one_spelling_for_one_resolution(written, symbol):
    assert read_symbol(written).symbol == symbol


@pytest.mark.parametrize(
    "text", ["A/67/458", "S/RES/1325/Add.1", "T/DEC/4/1", "A/RES/67", "S/RES/67/190", "A/PRST/1/2"]
)
def test_other_symbols_are_no_resolutions(text):
    assert read_symbol(text) is None


@pytest.mark.parametrize("joint", ["-", " and ", " to ", " و", " و ", " إلى "])
def test_several_parts_are_joined_by_a_word_of_any_language(joint):
    assert read_symbol(f"A/RES/68/247A{joint}C").part == "A-C"


@pytest.mark.parametrize("text", ["A/RES/68/247A BC", "A/RES/68/247A with C", "A/RES/68/247A 7 C"])
def test_what_is_no_joint_joins_no_parts(text):
    assert read_symbol(text) is None
