"""A run on a real cluster of processes, one of which is killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import sys
import time

import pytest
from running import HOSTILE_FAILURES, Running, hostile_folder, make_documents

import unres
from unres import batch

distributed = pytest.importorskip("distributed", reason="the extra `dask` is not installed")
pq = pytest.importorskip("pyarrow.parquet")
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX"),
    pytest.mark.filterwarnings("default"),  # Dask's own
]


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


def read(folder) -> dict:
    return {name: pq.read_table(folder / name) for name in ("resolutions", "blocks", "references", "footnotes")}


def test_a_process_of_the_cluster_is_killed_and_nothing_is_lost(cluster, tmp_path):
    folder = make_documents(tmp_path / "docs", 40)
    (folder / "00007.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (folder / "00008.txt").write_text("The General Assembly,\n\n1. Decides;\n\n3. Requests;\n", "utf-8")
    out = tmp_path / "out"
    options = ["--engine", "dask", "--scheduler", cluster.scheduler_address, "--partition", 5]
    running = Running(folder, "--to", out, *options)
    running.wait_for(out / "_partial" / "part-00000.json")
    with distributed.Client(cluster) as client:
        pids = list(client.run(os.getpid).values())
    os.kill(pids[0], signal.SIGKILL)
    said = running.said(300)
    assert running.code == 1, said  # a file cannot be read
    report = json.loads((out / "_report.json").read_text("utf-8"))
    assert (report["inputs"], report["parsed"]) == (40, 39), said
    assert report["unreadable"] == {"image": 1}
    assert report["diagnostics"]["numbering.gap"] == 1, report["diagnostics"]
    reason = "a scan: a picture (PNG) without text"
    assert report["failures"] == [{"source": str(folder / "00007.txt"), "code": "image", "reason": reason}]
    assert report["finished"]
    assert not (out / "_partial").exists()
    made = unres.tables(batch.iter_resolutions(folder, on_error=lambda _: None))
    tables = read(out)
    assert tables["resolutions"]["source_text"].equals(made.resolutions["source_text"])
    for name in ("blocks", "references", "footnotes"):
        columns = [name for name in tables[name].column_names if name != "source"]
        assert tables[name].select(columns).equals(getattr(made, name).select(columns)), name


def test_parts_that_are_there_are_left_out(cluster, tmp_path):
    from unres.batch.dask_engine import convert

    folder, out = make_documents(tmp_path / "docs", 12), tmp_path / "out"
    (folder / "00003.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    with distributed.Client(cluster):
        stopped = convert(folder, out, partition=4, max_failures=0)
        assert not stopped.finished
        first = out / "resolutions" / "part-00000.parquet"
        written = first.stat().st_mtime_ns
        time.sleep(0.02)
        done = convert(folder, f"file://{out}", partition=4, resume=True)
        assert (done.finished, done.inputs, done.parsed) == (True, 12, 11)
        assert first.stat().st_mtime_ns == written
        with pytest.raises(batch.OutputError, match="is there already"):
            convert(folder, out, partition=4)


def test_nothing_that_a_zip_holds_ends_the_run(cluster, tmp_path):
    from unres.batch.dask_engine import convert

    source = hostile_folder(tmp_path / "in")
    with distributed.Client(cluster):
        report = convert(source, tmp_path / "out", partition=3)
    assert report.finished
    assert report.resolutions == 6
    assert [failure.source for failure in report.failures] == [f"{source}/{name}" for name in HOSTILE_FAILURES]


def test_no_scheduler_is_said_in_a_sentence(tmp_path, monkeypatch):
    from unres.batch.dask_engine import convert

    monkeypatch.setattr("distributed.Client", lambda *_, **__: (_ for _ in ()).throw(OSError("timed out")))
    with pytest.raises(batch.OutputError, match="no Dask scheduler answers"):
        convert(tmp_path, tmp_path / "out", scheduler="tcp://127.0.0.1:1")


def test_without_a_scheduler_nothing_is_made(tmp_path, monkeypatch):
    from unres.batch.dask_engine import convert

    def nobody(*_: object, **__: object):
        raise OSError("timed out")

    monkeypatch.setattr(distributed, "Client", nobody)
    folder = make_documents(tmp_path / "docs", 1)
    with pytest.raises(batch.OutputError, match="no Dask scheduler answers"):
        convert(folder, tmp_path / "out", scheduler="tcp://127.0.0.1:9")
    assert not (tmp_path / "out").exists()
