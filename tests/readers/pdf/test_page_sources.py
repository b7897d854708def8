"""Both sources of glyphs give the same text: playa-pdf where it is installed, pdfplumber where it is not."""

from __future__ import annotations

import pytest

from unres.readers.limits import Limits
from unres.readers.pdf import opening, read_pdf
from unres.readers.pdf.playa_source import PlayaSource
from unres.readers.pdf.plumber_source import PlumberSource


@pytest.fixture(params=[PlayaSource, PlumberSource])
def source(request, monkeypatch):
    monkeypatch.setattr(opening, "_source", request.param)
    return request.param


@pytest.mark.usefixtures("source")
def test_a_page_reads_the_same(pdf):
    page = pdf.page()
    page.left(60, 700, "Recalling the tides,", 10)
    page.left(60, 660, "1. Decides to measure them;", 10)
    read = read_pdf(pdf.bytes(), "test.pdf", Limits())
    assert [read.text[line.start : line.end] for line in read.lines or ()] == [
        "Recalling the tides,",
        "1. Decides to measure them;",
    ]


def test_without_playa_pdfplumber_reads(monkeypatch, pdf):
    pdf.page().left(60, 700, "One line of text", 10)
    monkeypatch.setattr(opening, "find_spec", lambda _: None)
    assert isinstance(opening._source(pdf.bytes(), 10), PlumberSource)  # noqa: SLF001  the choice is what is tested
