"""Two versions as a page: English on the left, Arabic on the right, what disagrees marked; to read and to print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import shown
from unres.exports.html.inline import language_attributes, text_html
from unres.exports.html.page import page
from unres.exports.interface import word
from unres.exports.labels import heading_number, printed_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from unres.alignment import Alignment, BlockPair, Check, NotePair
    from unres.models import Block, Footnote, Resolution
    from unres.models.vocabulary import Language

_UNSURE = 0.5
"""Below this score a pair is shown as unsure."""
_LONG = 900
"""Characters of a row that a page may break."""
_STYLE = """
main { max-width: 84rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
header h1 { font-size: 1.5rem; line-height: 1.35; margin: 0; text-wrap: balance; }
header p { margin: 0.2rem 0 1rem; color: var(--quiet); }
.row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 2.5rem;
  border-block-start: 1px solid var(--line); padding: 0.55rem 0; }
.row > div { overflow-wrap: break-word; }
.row p { margin: 0 0 0.35rem; }
.row .place { font: 0.72rem/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; color: var(--quiet); }
.row .label { color: var(--quiet); }
.none { color: var(--quiet); font-style: italic; }
.joined { margin: 0; padding: 0; }
.unsure > div { border-inline-start: 3px dotted var(--warn); padding-inline-start: 0.6rem; }
.alone > div { background: var(--shade); padding: 0.3rem 0.6rem; }
.heading p { font-weight: 700; }
.depth-1 p { padding-inline-start: 1.6rem; }
.depth-2 p, .depth-3 p { padding-inline-start: 3.2rem; }
.says { grid-column: 1 / -1; margin: 0.1rem 0 0; color: var(--warn); font-size: 0.85rem; }
.says::before { content: "\\2691\\00a0"; }
.looks { margin: 0 0 1.5rem; padding: 0.7rem 1rem 0.7rem 2rem; background: var(--shade); font-size: 0.9rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 0.4rem; }
.row:target { background: var(--shade); }
.notes .row { font-size: 0.88em; }
@media (max-width: 46rem) { .row { grid-template-columns: minmax(0, 1fr); row-gap: 0.5rem; } }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .row { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 8mm; break-inside: avoid; }
  .row.long { break-inside: auto; }
  .row .place { font-size: 6.5pt; }
  .looks { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def to_parallel_html(alignment: Alignment) -> str:
    """The two versions in two columns, as one page that stands by itself.

    A row for each pair; blocks without counterpart face an empty column; under a row stands what its two sides disagree
    in. Every block has an anchor: ``#en-op4``, ``#ar-op4``.
    """
    english, arabic = alignment.english, alignment.arabic
    checks = alignment.checks()
    by_place = _by_place(checks)
    body = [_header(english, arabic), _looks(checks)]
    zone = ""
    for pair in alignment.pairs:
        first = _first(alignment, pair)
        if first.zone != zone:
            zone = first.zone
            body.append(_heading(zone))
        body.append(_row(alignment, pair, by_place))
    if alignment.notes:
        rows = "".join(_note_row(alignment, pair, by_place) for pair in alignment.notes)
        body.append(f'<section class="notes">{_heading("footnotes")}{rows}</section>')
    title = english.symbol or arabic.symbol or "Two versions"
    return page(f"{title}: English and Arabic", f"<main>{''.join(body)}</main>", style=_STYLE)


def _first(alignment: Alignment, pair: BlockPair) -> Block:
    return alignment.block("ar", pair.arabic[0]) if pair.arabic else alignment.block("en", pair.english[0])


def _by_place(checks: Iterable[Check]) -> dict[tuple[str, str], list[Check]]:
    """The checks at each block and note."""
    found: dict[tuple[str, str], list[Check]] = {}
    for check in checks:
        place = ("ar", check.arabic[0]) if check.arabic else ("en", check.english[0]) if check.english else None
        if place:
            found.setdefault(place, []).append(check)
    return found


def _header(english: Resolution, arabic: Resolution) -> str:
    symbol = f"<p>{escape(english.symbol or arabic.symbol or '')}</p>"
    left = f"<div {language_attributes('en')}><h1>{escape(english.title or '')}</h1></div>"
    right = f"<div {language_attributes('ar')}><h1>{shown(arabic.title or '', 'ar')}</h1></div>"
    return f'<header><div class="row">{left}{right}</div>{symbol}</header>'


def _looks(checks: list[Check]) -> str:
    """The list of what disagrees, each with a link to its row."""
    if not checks:
        return ""
    items = []
    for check in checks:
        place = f"ar-{check.arabic[0]}" if check.arabic else f"en-{check.english[0]}" if check.english else ""
        named = (check.english or check.arabic or ["the whole"])[0]
        link = f'<a href="#{escape(place)}">{escape(named)}</a>' if place else escape(named)
        items.append(f"<li>{link}: {escape(check.message.split(': ', 1)[1])}</li>")
    one = "1 place to look at" if len(items) == 1 else f"{len(items)} places to look at"
    return f'<section {language_attributes("en")}><h2>{one}</h2><ul class="looks">{"".join(items)}</ul></section>'


def _heading(key: str) -> str:
    both = (f"<h2 {language_attributes(language)}>{word(key, language)}</h2>" for language in ("en", "ar"))
    return f'<div class="row">{"".join(both)}</div>'


def _row(alignment: Alignment, pair: BlockPair, checks: Mapping[tuple[str, str], list[Check]]) -> str:
    first = _first(alignment, pair)
    names = ["row", first.kind, f"depth-{min(3, first.id.count('.')) if first.kind == 'subparagraph' else 0}"]
    if not pair.arabic or not pair.english:
        names.append("alone")
    elif pair.score < _UNSURE:
        names.append("unsure")
    if len(alignment.texts(pair)[1]) > _LONG:
        names.append("long")
    left = _side(alignment.english, [alignment.block("en", b) for b in pair.english])
    right = _side(alignment.arabic, [alignment.block("ar", b) for b in pair.arabic])
    keys = [("ar", b) for b in pair.arabic] + [("en", b) for b in pair.english]
    said = "".join(_said(check) for key in keys for check in checks.get(key, ()))
    title = escape(f"score {pair.score:.2f}: {pair.because}")
    return f'<div class="{" ".join(names)}" title="{title}">{left}{right}{said}</div>'


def _said(check: Check) -> str:
    return f'<p class="says" {language_attributes("en")}>{escape(check.message.split(": ", 1)[1])}</p>'


def _side(resolution: Resolution, blocks: list[Block]) -> str:
    language = resolution.language
    if not blocks:
        return f'<div {language_attributes(language)}><p class="none">—</p></div>'
    notes = {note.label: note.text for note in resolution.footnotes}
    inside = "".join(_block(block, notes, language) for block in blocks)
    return f"<div {language_attributes(language)}>{inside}</div>"


def _block(block: Block, notes: Mapping[str, str], language: Language) -> str:
    text = text_html(block, notes, language=language, anchors=f"{language}-")
    label = heading_number(block) if block.kind == "heading" else printed_label(block, language)
    label = f'<span class="label">{escape(label)}</span> ' if label else ""
    place = f'<div class="place"><bdi dir="ltr">{escape(block.id)}</bdi></div>'
    return f'<div id="{language}-{escape(block.id)}">{place}<p>{label}{text}</p></div>'


def _note_row(alignment: Alignment, pair: NotePair, checks: Mapping[tuple[str, str], list[Check]]) -> str:
    left = _note("en", alignment.note("en", pair.english) if pair.english is not None else None)
    right = _note("ar", alignment.note("ar", pair.arabic) if pair.arabic is not None else None)
    keys = (("ar", f"fn:{pair.arabic}"), ("en", f"fn:{pair.english}"))
    said = "".join(_said(check) for key in keys for check in checks.get(key, ()))
    place = f"ar-fn:{pair.arabic}" if pair.arabic is not None else f"en-fn:{pair.english}"
    return f'<div class="row note" id="{escape(place)}">{left}{right}{said}</div>'


def _note(language: str, note: Footnote | None) -> str:
    if note is None:
        return f'<div {language_attributes(language)}><p class="none">—</p></div>'
    label = f'<span class="label">{escape(note.label)}</span>'
    text = text_html(note, language=language, anchors=f"{language}-")
    return f'<div {language_attributes(language)} id="{language}-fn-{escape(note.label)}"><p>{label} {text}</p></div>'
