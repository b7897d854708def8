"""One text as HTML: its verbs, its references and its footnote marks where they stand, everything else escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.amounts import grouped
from unres.exports.explained import reasons
from unres.exports.interface import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from unres.models import Block, Footnote, Reference

    Address = Callable[[Reference], str | None]

_RIGHT_TO_LEFT = frozenset({"ar"})
_SAFE = ("https://", "http://")
"""What an address begins with: a resolution loaded from someone's JSON may bring others, which would run a script."""


class _Range(NamedTuple):
    """A stretch of text that gets a tag around it."""

    start: int
    end: int
    opening: str
    closing: str


def direction(language: str) -> str:
    """``"rtl"`` or ``"ltr"``: the way in which a language is written."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def language_attributes(language: str) -> str:
    """``lang="ar" dir="rtl"``: what an element in that language carries."""
    return f'lang="{language}" dir="{direction(language)}"'


def text_html(  # noqa: PLR0913  a text, its notes, two languages, and where links lead
    item: Block | Footnote,
    notes: Mapping[str, str] | None = None,
    *,
    language: str,
    interface: str | None = None,
    anchors: str = "",
    address: Address | None = None,
) -> str:
    """The text of a block or a footnote as HTML.

    Args:
        item: A block, or a footnote (which has references, and neither verbs nor marks).
        notes: Footnote texts by label: shown when the pointer rests on a mark.
        language: Of the text: amounts in Arabic are kept together.
        interface: The language of what is said about a reference; by default the text's.
        anchors: Put before the ids that links within the page lead to (``#{anchors}op4``, ``#{anchors}fn-3``), so that
            several resolutions can stand on one page.
        address: Gives the address for a reference, or None for no link. By default the address at docs.un.org, and the
            block's anchor for a reference within the resolution.

    Returns:
        HTML that shows the text as it is. Verbs are ``<em class="verb">`` with their action, references
        ``<a class="ref">`` (``<span class="ref">`` where they lead nowhere) with what was understood, footnote marks
        ``<sup class="mark">``. Everything that the document brings is escaped.
    """
    content = _content(item, notes, language, _Saying(interface or language, anchors, address))
    return _written(content, 0, len(content.text))


def cells_html(  # noqa: PLR0913  as above
    row: Block,
    notes: Mapping[str, str],
    *,
    language: str,
    interface: str | None = None,
    anchors: str = "",
    address: Address | None = None,
) -> list[str]:
    """The cells of a row of a table, which are parted by tabs, each as :func:`text_html` writes a text.

    A verb or a reference that goes across two cells is not marked: a tag cannot.
    """
    content = _content(row, notes, language, _Saying(interface or language, anchors, address))
    out, start = [], 0
    for cell in content.text.split("\t"):
        out.append(_written(content, start, start + len(cell)))
        start += len(cell) + 1
    return out


class _Content(NamedTuple):
    """A text with what is to be marked in it, in order."""

    text: str
    ranges: list[_Range]
    marks: list[tuple[int, str]]


class _Saying(NamedTuple):
    """What is said about a reference, and where it leads."""

    language: str
    anchors: str
    address: Address | None


def _content(item: Block | Footnote, notes: Mapping[str, str] | None, language: str, saying: _Saying) -> _Content:
    known = notes or {}
    marks = [
        (mark.offset, _mark(mark.label, grouped(known.get(mark.label, ""), language), saying.anchors))
        for mark in _marks(item)
    ]
    ranges = sorted(_ranges(item, saying), key=lambda each: (each.start, -each.end))
    return _Content(grouped(item.text, language), ranges, marks)


def _written(content: _Content, start: int, end: int) -> str:
    """The text from ``start`` to ``end``, with the marks that stand at its end, and the ranges that are within it."""
    marks = [mark for mark in content.marks if start <= mark[0] <= end]
    out: list[str] = []
    at = start
    for each in content.ranges:
        if each.start < at or each.end > end:
            continue  # it stands within the one before, or goes beyond
        out += _plain(content.text, at, each.start, marks)
        out += (each.opening, *_plain(content.text, each.start, each.end, marks), each.closing)
        at = each.end
    out += _plain(content.text, at, end, marks)
    out += [mark for _, mark in marks]
    return "".join(out)


def _plain(text: str, start: int, end: int, marks: list[tuple[int, str]]) -> Iterator[str]:
    """The text from ``start`` to ``end`` with the marks that stand before its end, which are taken from the list."""
    while marks and marks[0][0] < end:
        offset, mark = marks.pop(0)
        yield escape(text[start:offset])
        yield mark
        start = max(start, offset)
    yield escape(text[start:end])


def _marks(item: Block | Footnote) -> list:  # type: ignore[type-arg]  # a footnote has none
    return sorted(getattr(item, "footnote_marks", ()), key=lambda mark: mark.offset)


def _ranges(item: Block | Footnote, saying: _Saying) -> Iterator[_Range]:
    for reference in item.references:
        target = saying.address(reference) if saying.address else _address(reference, saying.anchors)
        opening, closing = _reference(reference, target, saying.language)
        yield _Range(reference.offset, reference.offset + len(reference.text), opening, closing)
    for verb in getattr(item, "verbs", ()):
        opening = f'<em class="verb" data-action="{escape(verb.action)}">'
        yield _Range(verb.offset, verb.offset + len(verb.text), opening, "</em>")


def _address(reference: Reference, anchors: str) -> str | None:
    if reference.kind == "internal":
        return f"#{anchors}{reference.block_ids[0]}" if reference.block_ids else None
    return reference.url if (reference.url or "").startswith(_SAFE) else None


def _reference(reference: Reference, target: str | None, language: str) -> tuple[str, str]:
    """The tags around a reference: a link where it leads somewhere, and what was understood when the pointer rests."""
    understood = [reference.symbol or word(reference.kind, language)]
    understood += (reason for reason, _ in reasons(reference.because, language))
    if reference.confidence < 1:
        understood.append(f"{word('confidence', language).lower()} {reference.confidence:.2f}")
    attributes = f' class="ref" data-kind="{reference.kind}" title="{escape(" · ".join(understood))}"'
    if reference.symbol:
        attributes += f' data-symbol="{escape(reference.symbol)}"'
    if target is None:
        return f"<span{attributes}>", "</span>"
    return f'<a href="{escape(target)}"{attributes}>', "</a>"


def _mark(label: str, note: str, anchors: str) -> str:
    shown = escape(label)
    title = f' title="{escape(note)}"' if note else ""
    return f'<sup class="mark"><a href="#{escape(anchors)}fn-{shown}"{title}>{shown}</a></sup>'
