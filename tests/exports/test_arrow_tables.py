"""Arrow tables: nothing is lost in the nested one, and the flat ones say the same."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import unres
from unres.exports.columns import TABLES
from unres.models import Block, IbidReference, TreatyReference

pa = pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")
pq = pytest.importorskip("pyarrow.parquet")

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def resolutions() -> list[unres.Resolution]:
    texts = [path.read_text("utf-8") for path in sorted(CORPUS.rglob("*.txt"))]
    return [unres.parse(text) for text in texts if text.strip()]


@pytest.fixture(scope="module")
def made(resolutions):
    return unres.tables(resolutions, [f"{n}.txt" for n in range(len(resolutions))])


def test_the_documents_hold_what_is_hard_to_write(resolutions):
    references = [reference for resolution in resolutions for reference in resolution.references]
    assert any(isinstance(reference, IbidReference) and reference.repeats for reference in references)
    assert any(isinstance(reference, TreatyReference) for reference in references)
    assert any(len(resolution.annexes) > 1 for resolution in resolutions)
    assert any(resolution.vote for resolution in resolutions)


def test_resolutions_come_back_equal(resolutions, made):
    from unres.exports.arrow import from_table

    assert list(from_table(made.resolutions)) == resolutions


def test_they_come_back_equal_from_parquet(resolutions, made, tmp_path):
    from unres.exports.arrow import from_table

    pq.write_table(made.resolutions, tmp_path / "all.parquet")
    assert list(from_table(pq.read_table(tmp_path / "all.parquet"))) == resolutions


def test_the_schema_is_the_same_for_none_as_for_many(made):
    from unres.exports.arrow import SCHEMA

    nothing = unres.tables([])
    assert nothing.resolutions.schema == made.resolutions.schema == SCHEMA
    for name in ("blocks", "references", "footnotes"):
        assert getattr(nothing, name).schema == getattr(made, name).schema
        assert getattr(nothing, name).num_rows == 0


@pytest.mark.parametrize("of", ["blocks", "references", "footnotes"])
def test_flat_tables_are_those_of_data_frames(resolutions, made, of):
    want = [
        {"source": f"{n}.txt", "position": 0, **row}
        for n, resolution in enumerate(resolutions)
        for row in TABLES[of].rows(resolution)
    ]
    found = getattr(made, of)
    assert found.column_names == ["source", "position", *TABLES[of].names]
    assert found.to_pylist() == [{name: row[name] for name in found.column_names} for row in want]


def test_a_slice_is_flattened_as_well_as_the_whole(resolutions, made):
    from unres.exports.arrow import flatten

    half = flatten(made.resolutions.slice(3, 4))
    assert half.blocks.num_rows == sum(len(list(resolution.walk())) for resolution in resolutions[3:7])
    alone = unres.tables(resolutions[3:7], [f"{n}.txt" for n in range(3, 7)])
    assert half.references.equals(alone.references)


def test_as_many_sources_as_resolutions(resolutions):
    with pytest.raises(ValueError, match="1 sources for"):
        unres.tables(resolutions, ["one.txt"])


def test_without_pyarrow_the_extra_is_named():
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import unres\n"
        "try: unres.tables([])\n"
        "except ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert 'pip install "unres[arrow]"' in done.stdout


def test_pandas_polars_and_duckdb_follow(made):
    pandas = pytest.importorskip("pandas")
    assert made.blocks.to_pandas().groupby("zone")["id"].count()["operative"] > 10
    assert isinstance(made.blocks.to_pandas(), pandas.DataFrame)
    polars = pytest.importorskip("polars")
    frame = polars.from_arrow(made.references)
    assert frame.filter(polars.col("kind") == "treaty").height > 0
    duckdb = pytest.importorskip("duckdb")
    blocks = made.blocks  # noqa: F841  DuckDB finds it by its name
    count = duckdb.sql("select count(*) from blocks where zone = 'preamble'").fetchall()[0]
    assert count[0] == made.blocks.to_pandas().query("zone == 'preamble'").shape[0]


def test_read_from_a_pdf_with_pages_and_boxes():
    text = (files("unres.examples") / "general-assembly.en.txt").read_text("utf-8")
    resolution = unres.parse(text)
    paged = resolution.model_copy(
        update={
            "operative": [
                block.model_copy(
                    update={"spans": [unres.models.Span(start=1, end=5, page=2, box=(1.5, 2.0, 3.0, 4.25))]}
                )
                for block in resolution.operative
            ]
        }
    )
    from unres.exports.arrow import from_table

    made = unres.tables([paged])
    assert list(from_table(made.resolutions)) == [paged]
    assert set(made.blocks.to_pandas().query("zone == 'operative' and depth == 0")["page"]) == {2}


def test_every_field_of_a_model_is_a_column():
    from unres.exports.arrow import SCHEMA

    fields = set(unres.Resolution.model_fields) - {"preamble", "operative"}
    assert fields | {"source", "position", "blocks"} == set(SCHEMA.names)
    block = SCHEMA.field("blocks").type.value_type
    assert {field.name for field in block} >= set(Block.model_fields) - {"children"}
    assert SCHEMA.field("issued_on").type == pa.date32()
    assert SCHEMA.field("sponsors").type == pa.list_(pa.string())


def test_a_field_that_no_column_can_hold_is_refused():
    from unres.exports.arrow.schema import _type

    with pytest.raises(KeyError):
        _type(dict[str, int])
