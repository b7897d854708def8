"""The side that proves: the pages themselves, the references, the remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unres.exports.viewer.cards import references
from unres.exports.viewer.pages import pages
from unres.exports.viewer.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.exports.viewer.rows import Page


class Panel(NamedTuple):
    """What stands behind one tab."""

    name: str
    title: str
    inside: str


def panels(page: Page) -> Iterator[Panel]:
    """Pages (of a PDF), references, remarks."""
    words = page.words
    if any(edition.pictures for edition in page.editions):
        yield Panel("pages", words["pages"], "".join(pages(page, edition) for edition in page.editions))
    count = sum(len(edition.cited) for edition in page.editions)
    yield Panel("references", f"{words['references']} ({count})", references(page, count))
    count = sum(len(edition.remarks) for edition in page.editions) + len(page.disagreements)
    yield Panel("remarks", f"{words['remarks']} ({count})", remarks(page, count))
