"""A resolution as a page of HTML that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unres.exports.interface import word
from unres.exports.marked import texts_of
from unres.exports.pages import render
from unres.exports.wording import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.models import Diagnostic, Resolution

_AROUND = 60
"""So many characters of the source are shown with a remark."""


class Remark(NamedTuple):
    """A diagnostic as it is shown."""

    diagnostic: Diagnostic
    explained: str
    """What its code stands for in the resolution's language; "" in English, in which the message is."""
    place: str
    """The begin of the source that it is about; "" where the message holds it."""


def to_html(resolution: Resolution) -> str:
    """The resolution as one page: nothing is loaded from elsewhere, light and dark, Arabic from right to left.

    Every block has its id as an anchor (``page.html#op4.a``); references are links, footnotes show when the pointer
    rests on a mark, remarks of the parser stand at the end. There is no script in it. Everything that the document
    brings is escaped. Elements whose words are not the document's bear ``data-unres``; :mod:`unres.readers.html` passes
    over them when the page is read again.
    """
    title = " ".join(part for part in (resolution.symbol, resolution.title) if part)
    return render(
        "resolution.html",
        title=title or word("untitled", resolution.language),
        language=resolution.language,
        resolution=resolution,
        texts=texts_of(resolution),
        remarks=remarks(resolution, resolution.diagnostics),
    )


def remarks(resolution: Resolution, diagnostics: Iterable[Diagnostic]) -> Iterator[Remark]:
    """What the parser has to say, worst first, each with the place of the source that it is about."""
    order = ("error", "warning", "info")
    for each in sorted(diagnostics, key=lambda each: order.index(each.severity)):
        yield Remark(each, meaning(each.code, resolution.language), _place(each, resolution))


def _place(remark: Diagnostic, resolution: Resolution) -> str:
    if remark.span is None:
        return ""
    found = " ".join(resolution.source_text[remark.span.start : remark.span.end].split())
    if not found or found in remark.message:
        return ""
    return found if len(found) <= _AROUND else found[: _AROUND - 1] + "…"
