"""A resolution as a page of HTML that stands by itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import (
    ADDED,
    annex_title,
    blocks_html,
    diagnostics_html,
    footnotes_html,
    notes_by_label,
    title_html,
)
from unres.exports.html.inline import language_attributes
from unres.exports.html.page import page
from unres.exports.interface import word
from unres.exports.labels import printed_formula

if TYPE_CHECKING:
    from unres.models import Resolution

__all__ = ["to_html"]

_STYLE = """
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
.head { font-size: 1.5em; line-height: 1.35; margin: 0 0 1rem; text-wrap: balance; }
.head .symbol { display: block; font-size: 0.65em; font-weight: 400; color: var(--quiet); }
[dir="rtl"] .head .symbol { text-align: right; }
h2 { font-size: 1.15em; margin: 2.2rem 0 0.6rem; border-block-end: 1px solid var(--line); padding-block-end: 0.2rem; }
h3.heading { display: block; font-size: 1em; margin: 1.4rem 0 0.5rem; }
.facts { margin: 0; display: grid; gap: 0.1rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.facts div { display: flex; gap: 0.5rem; }
.facts dt { color: var(--quiet); flex: none; }
.facts dd { margin: 0; }
.formula { margin: 2rem 0 0; }
.block {
  display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); column-gap: 0.7rem; margin-inline-start: -6.2rem;
}
.block p { margin: 0 0 0.7rem; }
.block .id {
  color: var(--quiet); font: 0.75rem/2.2 ui-monospace, "Cascadia Mono", Consolas, monospace; justify-self: start;
}
.under .block p { padding-inline-start: 2rem; }
.under .under .block p { padding-inline-start: 4rem; }
.under .under .under .block p { padding-inline-start: 6rem; }
main { overflow-wrap: break-word; }
@media (max-width: 64rem) { .block { display: block; margin: 0; } .block .id { display: none; } }
.block:target p, .note:target p { background: var(--shade); outline: 0.3rem solid var(--shade); }
.note { display: flex; gap: 0.6rem; font-size: 0.9em; }
.note p { margin: 0 0 0.3rem; }
.note .label { color: var(--quiet); min-width: 1.5em; }
.back { font-size: 0.85em; color: var(--quiet); }
.under .rows { padding-inline-start: 2rem; }
.rows { overflow-x: auto; margin: 0 0 0.9rem; }
table { border-collapse: collapse; }
td, th { border: 1px solid var(--line); padding: 0.2rem 0.6rem; vertical-align: top; text-align: start; }
th { font-weight: 600; background: var(--shade); }
tbody th { font-weight: inherit; background: none; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.remarks { font-size: 0.85em; padding-inline-start: 1.2rem; }
.remarks .warning strong { color: var(--warn); }
.remarks .error strong { color: var(--error); }
@media print {
  main { max-width: none; padding: 0; }
  .block { display: block; margin: 0; }
  .block .id, .back, section.diagnostics { display: none; }
  .block, .note { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""


def to_html(resolution: Resolution) -> str:
    """The resolution as one page: nothing is loaded from elsewhere, light and dark, Arabic from right to left.

    Every block has its id as an anchor (``page.html#op4.a``); references are links, footnotes show when the pointer
    rests on a mark, remarks of the parser stand at the end. There is no script in it. Everything that the document
    brings is escaped.
    """
    language = resolution.language
    notes = notes_by_label(resolution)
    body = [f"<header>{title_html(resolution)}</header>"]
    if resolution.enacting_formula:
        body.append(f'<p class="formula">{escape(printed_formula(resolution))}</p>')
    for name, blocks in (("preamble", resolution.preamble), ("operative", resolution.operative)):
        if blocks:
            body.append(_section(name, word(name, language), blocks_html(blocks, language, notes, "")))
    body += (
        _section("annex", annex_title(annex, language), blocks_html(annex.blocks, language, notes, ""), "")
        for annex in resolution.annexes
    )
    if resolution.footnotes:
        body.append(
            _section("footnotes", word("footnotes", language), footnotes_html(resolution.footnotes, language, ""))
        )
    if resolution.diagnostics:
        remarks = diagnostics_html(resolution.diagnostics, resolution)
        body.append(_section("diagnostics", word("diagnostics", language), remarks))
    title = " ".join(part for part in (resolution.symbol, resolution.title) if part) or word("untitled", language)
    main = f"<main {language_attributes(language)}>{''.join(body)}</main>"
    return page(title, main, language=language, style=_STYLE)


def _section(name: str, title: str, inside: str, given: str = ADDED) -> str:
    return f'<section class="{name}"><h2 {given}>{title}</h2>{inside}</section>'
