"""Drafts: agenda subject, sponsors, title and the note to the asterisk arrive as whole lines, in order."""

from __future__ import annotations

import pytest
from pdf_files import read_pdf

from unres.readers.limits import Limits


def lines_of(pdf) -> list[tuple[str | None, str]]:
    source = read_pdf(pdf.bytes(), "test.pdf", Limits())
    return [(line.role, source.text[line.start : line.end]) for line in source.lines]


def draft(page, subject: list[str], sponsors: list[str], title: list[str], text: list[str]) -> None:
    page.left(397, 720, "A/99/L.7", 10)
    page.bold(72, 600, "Ninety-ninth session", 10)
    page.left(72, 588, "Agenda item 12 (b)", 10)
    y = 576
    for block in (subject, sponsors, title):
        for row in block:
            page.bold(72, y, row, 10)
            y -= 12
        y -= 16
    for row in text:
        page.left(72 + 24, y, row, 10)
        y -= 18
    page.left(72, 100, "* Any changes to the list of sponsors will be reflected in the record.", 8)


TEXT = [
    "The General Assembly,",
    "Recalling its resolution 98/7 on the lamps of all harbours and of all lakes,",
    "1. Demands light.",
]


@pytest.mark.parametrize(
    "sponsors",
    [
        ["Peru:* draft resolution"],
        ["Austria, Chad, Fiji, Gabon, Mali, Oman and Peru:*", "draft resolution"],
        ["Austria, Chad, Fiji, Gabon, Mali, Oman, Peru,", "Qatar and Samoa:* revised draft resolution"],
    ],
)
@pytest.mark.parametrize(
    "subject",
    [
        ["Lamps"],
        ["Lamps of the harbours: lights of the sea,", "including the buoys of the river", "and of the lakes"],
    ],
)
def test_lines_of_a_draft_are_whole(pdf, subject, sponsors):
    draft(pdf.page(), subject, sponsors, ["Safety of the keepers of the lamps of", "the harbours"], TEXT)
    found = lines_of(pdf)
    assert ("heading", " ".join(subject)) in found
    assert ("heading", " ".join(sponsors)) in found
    assert ("heading", "Safety of the keepers of the lamps of the harbours") in found
    assert ("body", "The General Assembly,") in found
    assert found[-1] == ("footnote", "* Any changes to the list of sponsors will be reflected in the record.")


def test_amendment_of_one_line_has_headings_too(pdf):
    """Its masthead and headings have more rows than its text."""
    draft(
        pdf.page(),
        ["Lamps"],
        ["Peru:* amendment to draft resolution A/99/L.5"],
        ["Lamps of the sea"],
        ["Delete paragraph 9."],
    )
    assert [text for role, text in lines_of(pdf) if role == "heading"] == [
        "Ninety-ninth session",
        "Lamps",
        "Peru:* amendment to draft resolution A/99/L.5",
        "Lamps of the sea",
    ]
