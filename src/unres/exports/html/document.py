"""The parts of a resolution as HTML: what the standalone page and the notebook share. Styles are theirs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.amounts import grouped, rows_grouped
from unres.exports.explained import meaning
from unres.exports.html.inline import cells_html, language_attributes, text_html
from unres.exports.html.table import Table
from unres.exports.interface import word
from unres.exports.labels import heading_number, printed_label
from unres.exports.walk import with_tables
from unres.exports.words import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from unres.models import Annex, Block, Diagnostic, Footnote, Resolution

_HEADING_LEVEL = 3
ADDED = 'data-unres="added"'
"""On an element whose words are not the document's; `unres.readers.html` passes over it when the page is read again."""
LINE = 'data-unres="line"'
"""On an element within a heading that is a line of the document by itself."""
_BULLET = "•"
_AROUND = 60
"""So many characters of the source are shown with a remark."""


def title_html(resolution: Resolution, *, level: int = 1) -> str:
    """Symbol and title as a heading, and what the masthead says as a list of words and values."""
    language = resolution.language
    symbol = f'<bdi dir="ltr" class="symbol" {LINE}>{escape(resolution.symbol)}</bdi>' if resolution.symbol else ""
    title = f'<span class="title">{shown(resolution.title, language)}</span>' if resolution.title else ""
    untitled = f"<span {ADDED}>{escape(word('untitled', language))}</span>"
    heading = " ".join(part for part in (symbol, title) if part) or untitled
    rows = "".join(
        f"<div><dt>{escape(name)}</dt> <dd>{_value(value, language)}</dd></div>" for name, value in facts(resolution)
    )
    return f'<h{level} class="head">{heading}</h{level}><dl class="facts" {ADDED}>{rows}</dl>'


def shown(text: str, language: str) -> str:
    """A text that has nothing to mark in it, escaped."""
    return escape(grouped(text, language))


def _value(value: str, language: str) -> str:
    """A value of the masthead; a date or a number keeps its own order within Arabic."""
    return f'<bdi dir="auto">{shown(value, language)}</bdi>'


def notes_by_label(resolution: Resolution) -> dict[str, str]:
    """Footnote texts by label, as they are shown when the pointer rests on a mark."""
    return {note.label: note.text for note in resolution.footnotes}


def blocks_html(blocks: Iterable[Block], language: str, notes: Mapping[str, str], anchors: str) -> str:
    """Blocks with what is under them; rows of a table that follow one another become a table."""
    out = []
    for part in with_tables(blocks):
        if isinstance(part, list):
            out.append(_table(part, language, notes, anchors))
        else:
            out.append(block_html(part, language, notes, anchors))
    return "".join(out)


def block_html(block: Block, language: str, notes: Mapping[str, str], anchors: str) -> str:
    """One block: its id, its label, its text, and what is under it, set in."""
    text = text_html(block, notes, language=language, anchors=anchors)
    under = blocks_html(block.children, language, notes, anchors)
    under = f'<div class="under">{under}</div>' if under else ""
    if block.kind == "heading":
        return (
            f'<h{_HEADING_LEVEL} class="block heading" id="{_anchor(block, anchors)}">'
            f"{escape(heading_number(block))}{text}</h{_HEADING_LEVEL}>{under}"
        )
    label = printed_label(block, language) or (_BULLET if block.kind == "subparagraph" else "")
    label = f'<span class="label">{escape(label)}</span> ' if label else ""
    return (
        f'<div class="block {block.kind}" id="{_anchor(block, anchors)}">'
        f'<bdi dir="ltr" class="id" {ADDED}>{escape(block.id)}</bdi>'
        f'<p>{label}<span class="text">{text}</span></p></div>{under}'
    )


def _anchor(block: Block, anchors: str) -> str:
    return escape(f"{anchors}{block.id}")


def _table(rows: Sequence[Block], language: str, notes: Mapping[str, str], anchors: str) -> str:
    """Rows as a table."""
    rows = rows_grouped(rows, language)
    table = Table(rows)
    out = []
    for n, row in enumerate(rows):
        cells = table.cells(n, cells_html(row, notes, language=language, anchors=anchors))
        out.append(f'<tr id="{_anchor(row, anchors)}">{cells}</tr>')
    return f'<div class="rows"><table>{table.parted(out)}</table></div>'


def annex_title(annex: Annex, language: str) -> str:
    """Label and title of an annex, escaped."""
    parts = [f"<span {LINE}>{shown(part, language)}</span>" for part in (annex.label, annex.title) if part]
    return ": ".join(parts) or escape(word("annex", language))


def footnotes_html(notes: Sequence[Footnote], language: str, anchors: str) -> str:
    """The footnotes, each with links to the blocks in which its mark stands."""
    out = []
    for note in notes:
        back = " ".join(
            f'<a class="back" href="#{escape(anchors + block)}" {ADDED}><bdi dir="ltr">{escape(block)}</bdi></a>'
            for block in note.block_ids
        )
        place = escape(f"{anchors}fn-{note.label}")
        out.append(
            f'<div class="note" id="{place}" data-unres-note="{escape(note.label)}">'
            f'<span class="label" {ADDED}>{escape(note.label)}</span>'
            f'<p><span class="text">{text_html(note, language=language, anchors=anchors)}</span> {back}</p></div>'
        )
    return "".join(out)


def diagnostics_html(diagnostics: Sequence[Diagnostic], resolution: Resolution) -> str:
    """What the parser has to say, worst first, each with the place of the source that it is about."""
    order, language = ("error", "warning", "info"), resolution.language
    out = []
    for remark in sorted(diagnostics, key=lambda each: order.index(each.severity)):
        place = _place(remark, resolution)
        out.append(
            f'<li class="{remark.severity}"><strong>{escape(word(remark.severity, language))}</strong> '
            f'<code dir="ltr">{escape(remark.code)}</code> {_said(remark, language)}{place}</li>'
        )
    return f'<ul class="remarks" {ADDED} {language_attributes(language)}>{"".join(out)}</ul>'


def _said(remark: Diagnostic, language: str) -> str:
    """The message, which is English; in Arabic what its code stands for, before it."""
    message, explained = escape(remark.message), escape(meaning(remark.code, language))
    if not explained:
        return f"<span>{message}</span>"
    return f"<span>{explained} <bdi {language_attributes('en')}>{message}</bdi></span>"


def _place(remark: Diagnostic, resolution: Resolution) -> str:
    if remark.span is None:
        return ""
    found = " ".join(resolution.source_text[remark.span.start : remark.span.end].split())
    if not found or found in remark.message:
        return ""
    found = found if len(found) <= _AROUND else found[: _AROUND - 1] + "…"
    return f" <q {language_attributes(resolution.language)}>{shown(found, resolution.language)}</q>"
