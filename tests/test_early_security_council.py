"""Resolutions of the Security Council of 1946 to 1994, from a scan: nothing of the text vanishes or stands twice."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest

import unres
from unres.models import Resolution, Span

FOLDER = os.environ.get("UNRES_CORPUS")
EVERY = 5
"""One text in five is read: enough to see a rule go wrong, and quick."""
NAME = re.compile(r"S_RES_(?P<number>[0-9]{4})_(?P<year>[0-9]{4})")
needs_corpus = pytest.mark.skipif(FOLDER is None, reason="UNRES_CORPUS is not set: the folder with cr-unsc-texts.zip")


def texts() -> list[tuple[str, str]]:
    with zipfile.ZipFile(Path(FOLDER or "") / "cr-unsc-texts.zip") as files:
        names = sorted(name for name in files.namelist() if NAME.search(name))[::EVERY]
        return [(name, files.read(name).decode("utf-8", "replace")) for name in names]


def all_spans(resolution: Resolution) -> list[Span]:
    owners = [
        *resolution.walk(),
        *resolution.annexes,
        *resolution.footnotes,
        *resolution.masthead,
        *resolution.furniture,
    ]
    found = [span for owner in owners for span in owner.spans]
    found += [d.span for d in resolution.diagnostics if d.span and d.code in {"text.unplaced", "text.invisible"}]
    return sorted(found, key=lambda span: (span.start, span.end))


@needs_corpus
def test_every_character_lies_in_one_place():
    for name, text in texts():
        resolution = unres.parse(text, language="en")
        source = resolution.source_text
        at = 0
        for span in all_spans(resolution):
            assert not source[span.start : at].strip(), (name, source[span.start : at])
            assert not source[at : span.start].strip(), (name, source[at : span.start])
            at = max(at, span.end)
        assert not source[at:].strip(), name


@needs_corpus
def test_number_and_year_are_those_of_the_file():
    right = 0
    found = texts()
    for name, text in found:
        match = NAME.search(name)
        assert match is not None
        right += unres.parse(text, language="en").symbol == f"S/RES/{int(match['number'])} ({match['year']})"
    assert right >= 0.98 * len(found), f"{right} of {len(found)}"
