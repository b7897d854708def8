"""The data set that all machines write to: its folder, here or far away."""

from __future__ import annotations

import json
import os
import uuid
from typing import TYPE_CHECKING

from unres.batch.destination import there_already
from unres.batch.inputs import filesystem, is_remote
from unres.batch.outputs.sinks import DATA_SET
from unres.batch.report import Outcome, whole_record

if TYPE_CHECKING:
    from unres.batch.report import Report

_PARTIAL = "_partial"


class Output:
    """The folder of the data set, here or far away."""

    def __init__(self, to: str) -> None:
        self.to = to
        self.fs, self.root = filesystem(to if is_remote(to) else f"file://{to}")
        self.here = not is_remote(to) or to.startswith("file://")

    def prepare(self, *, resume: bool, overwrite: bool) -> None:
        """Sees that nothing is replaced that nobody asked to replace."""
        if self.fs.exists(self.root) and not resume:
            there = [name for name in self.fs.ls(self.root, detail=False) if not name.endswith(_PARTIAL)]
            if there and not overwrite:
                raise there_already(self.to)
            for name in (*DATA_SET, _PARTIAL):
                if self.fs.exists(f"{self.root}/{name}"):
                    self.fs.rm(f"{self.root}/{name}", recursive=True)
        for name in (*DATA_SET, _PARTIAL):
            self.fs.makedirs(f"{self.root}/{name}", exist_ok=True)

    def done(self, number: int, digest: str) -> list[Outcome] | None:
        """What became of the inputs of a partition in an earlier run, where it is the same."""
        try:
            said = json.loads(self.fs.cat_file(f"{self.root}/{_PARTIAL}/part-{number:05}.json"))
        except FileNotFoundError:
            return None
        return [Outcome.of(one) for one in said["outcomes"]] if said["digest"] == digest else None

    def keep(self, number: int, digest: str, outcomes: list[Outcome]) -> None:
        """Keeps what was said of a partition, for :meth:`done`."""
        said = {"digest": digest, "outcomes": [outcome.record() for outcome in outcomes]}
        self.write(f"{_PARTIAL}/part-{number:05}.json", json.dumps(said).encode())

    def write(self, name: str, data: bytes) -> None:
        """Puts a file into its place, whole or not at all; stores of objects do so by themselves."""
        place = f"{self.root}/{name}"
        if not self.here:
            self.fs.pipe_file(place, data)
            return
        made = f"{self.root}/{_PARTIAL}/{uuid.uuid4().hex}"
        self.fs.pipe_file(made, data)
        os.replace(made, place)

    def finish(self, report: Report, path: str | None) -> None:
        """Writes the report; what was kept for taking the run up again goes when it is whole."""
        made = whole_record(report, {"output": self.to, "format": "parquet"})
        data = (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
        if path is None:
            self.write("_report.json", data)
        else:
            with open(path, "wb") as file:
                file.write(data)
        if report.finished:
            self.fs.rm(f"{self.root}/{_PARTIAL}", recursive=True)
