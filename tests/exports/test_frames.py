"""Data frames: the same columns and types whatever is in them."""

from __future__ import annotations

import datetime

import pytest

import unres
from unres.exports.columns import TABLES

LIBRARIES = ["pandas", "polars"]
OF = list(TABLES)


@pytest.fixture(params=LIBRARIES)
def library(request):
    pytest.importorskip(request.param, reason=f"{request.param} is not installed")
    return request.param


def both():
    return [unres.examples.load("improving-coordination", language) for language in ("ar", "en")]


def rows(frame, library):
    return frame.to_dicts() if library == "polars" else frame.to_dict("records")


def test_blocks_are_those_of_the_records(library):
    resolutions = both()
    found = rows(unres.to_frame(resolutions, library=library), library)
    wanted = [record for resolution in resolutions for record in resolution.to_records()]
    assert all(row.keys() > record.keys() for row, record in zip(found, wanted, strict=True))
    assert {row["title"] for row in found} == {resolution.title for resolution in resolutions}
    assert [(row["id"], row["text"], row["references"]) for row in found] == [
        (row["id"], row["text"], row["references"]) for row in wanted
    ]


def test_references_say_who_cites_what_where(library):
    found = rows(unres.to_frame(both(), of="references", library=library), library)
    assert len(found) == sum(len(resolution.references) for resolution in both())
    first = found[0]
    assert (first["citing"], first["block"], first["action"]) == ("A/RES/72/148", "pp1", "recall")
    assert (first["symbol"], first["session"], first["number"]) == ("A/RES/46/182", 46, 182)
    assert first["date"] in {datetime.date(1991, 12, 19), datetime.datetime(1991, 12, 19)}  # noqa: DTZ001
    ibid = next(row for row in found if row["kind"] == "ibid")
    assert (ibid["footnote"], ibid["registration"]) == ("2", "23489")


def test_a_row_for_each_resolution(library):
    found = rows(unres.to_frame(both(), of="resolutions", library=library), library)
    assert [(row["symbol"], row["language"], row["organ"]) for row in found] == [
        ("A/RES/72/148", "ar", "general_assembly"),
        ("A/RES/72/148", "en", "general_assembly"),
    ]
    for row, resolution in zip(found, both(), strict=True):
        assert row["references"] == len(resolution.references)
        assert row["footnotes"] == len(resolution.footnotes)
        assert row["operative_paragraphs"] == int(resolution.operative[-1].label)
        assert row["words"] > 100


@pytest.mark.parametrize("of", OF)
def test_rows_are_what_the_table_says(of):
    types = {"text": str, "integer": int, "number": float, "date": datetime.date, "texts": list}
    table = TABLES[of]
    for name in unres.examples.names():
        for language in ("ar", "en"):
            for row in table.rows(unres.examples.load(name, language)):
                assert set(row) == set(table.names)
                for column in table.columns:
                    value = row[column.name]
                    assert isinstance(value, types[column.kind]) or (value is None and column.kind != "texts")


def test_a_list_of_references_needs_no_resolution(library):
    found = unres.find_references("See resolutions 67/190 and 1325 (2000).")
    frame = unres.to_frame(found, library=library)
    assert list(frame["symbol"]) == ["A/RES/67/190", "S/RES/1325 (2000)"]
    assert "citing" not in frame.columns


@pytest.mark.parametrize("of", OF)
def test_columns_and_types_do_not_hang_on_what_is_there(library, of):
    nothing = unres.to_frame([], of=of, library=library)
    bare = unres.to_frame(unres.parse("1. Decides to end."), of=of, library=library)
    full = unres.to_frame(both(), of=of, library=library)
    assert len(nothing) == 0
    assert list(nothing.columns) == list(full.columns)
    assert list(nothing.dtypes) == list(full.dtypes)
    assert list(bare.columns) == list(full.columns)
    assert list(bare.dtypes) == list(full.dtypes)


def test_integers_stay_integers_where_some_are_absent(library):
    frame = unres.to_frame(both(), of="references", library=library)
    assert str(frame["session"].dtype) == "Int64"


def test_what_cannot_be_is_refused():
    found = unres.find_references("See resolution 67/190.")
    with pytest.raises(ValueError, match="have no blocks"):
        unres.to_frame(found, of="blocks")
    with pytest.raises(ValueError, match="library is"):
        unres.to_frame(both(), library="spark")
    with pytest.raises(ValueError, match="of is"):
        unres.to_frame(both(), of="verbs")
    with pytest.raises(TypeError, match="takes resolutions or references"):
        unres.to_frame(["A/RES/67/190"])


def test_without_pandas_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(unres.MissingExtraError, match=r"unres\[frames\]"):
        unres.to_frame(both())
