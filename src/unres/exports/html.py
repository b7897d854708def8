"""A resolution as a page of HTML that stands by itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from unres.exports.bidi import grouped
from unres.exports.interface import MESSAGES, word
from unres.exports.marked import ADDED, texts_of
from unres.exports.pages import lang, render
from unres.exports.wording import facts, meaning, printed_formula

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unres.models import Annex, Diagnostic, Resolution

LINE = 'data-unres="line"'
"""On an element within a heading that is a line of the document by itself."""
_ORDER = {"error": 0, "warning": 1, "info": 2}
_AROUND = 60
"""So many characters of the source are shown with a remark."""


def to_html(resolution: Resolution) -> str:
    """The resolution as one page: nothing is loaded from elsewhere, light and dark, Arabic from right to left.

    Every block has its id as an anchor (``page.html#op4.a``); references are links, footnotes show when the pointer
    rests on a mark, remarks of the parser stand at the end. There is no script in it. Everything that the document
    brings is escaped. Elements whose words are not the document's bear ``data-unres``; :mod:`unres.readers.html` passes
    over them when the page is read again.
    """
    language, texts = resolution.language, texts_of(resolution)
    title = " ".join(part for part in (resolution.symbol, resolution.title) if part)
    return render(
        "resolution.html",
        title=title or word("untitled", language),
        language=language,
        head=head(resolution, 1),
        formula=printed_formula(resolution),
        parts=[
            (zone, texts.blocks(blocks))
            for zone, blocks in (("preamble", resolution.preamble), ("operative", resolution.operative))
            if blocks
        ],
        annexes=[(annex_title(annex, language), texts.blocks(annex.blocks)) for annex in resolution.annexes],
        notes=texts.footnotes(resolution.footnotes),
        remarks=remarks(resolution, resolution.diagnostics),
    )


# ---- the parts of a resolution that the notebook shows too


def head(resolution: Resolution, level: int) -> Markup:
    """Symbol and title as a heading, and what the masthead says; dates and numbers keep their order within Arabic."""
    language = resolution.language
    named = []
    if resolution.symbol:
        named.append(f'<bdi dir="ltr" class="symbol" {LINE}>{escape(resolution.symbol)}</bdi>')
    if resolution.title:
        named.append(f'<span class="title">{_shown(resolution.title, language)}</span>')
    heading = " ".join(named) or f"<span {ADDED}>{escape(word('untitled', language))}</span>"
    rows = "".join(
        f'<div><dt>{escape(name)}</dt> <dd><bdi dir="auto">{_shown(value, language)}</bdi></dd></div>'
        for name, value in facts(resolution)
    )
    return Markup(f'<h{level} class="head">{heading}</h{level}><dl class="facts" {ADDED}>{rows}</dl>')


def annex_title(annex: Annex, language: str) -> Markup:
    """Label and title of an annex, each a line of the document."""
    lines = [f"<span {LINE}>{_shown(line, language)}</span>" for line in (annex.label, annex.title) if line]
    return Markup(": ".join(lines) or escape(word("annex", language)))


def remarks(resolution: Resolution, diagnostics: Iterable[Diagnostic]) -> Markup:
    """What the parser has to say, worst first, each with the place of the source that it is about; "" for nothing."""
    items = "".join(_remark(each, resolution) for each in sorted(diagnostics, key=lambda each: _ORDER[each.severity]))
    listed = f'<ul class="remarks" {ADDED} {lang(resolution.language)}>{items}</ul>' if items else ""
    return Markup(listed)


def _remark(remark: Diagnostic, resolution: Resolution) -> str:
    """The message is English; in Arabic what its code stands for comes before it."""
    language = resolution.language
    said, explained, place = escape(remark.message), meaning(remark.code, language), _place(remark, resolution)
    if explained:
        said = f"{escape(explained)} <bdi {lang(MESSAGES)}>{said}</bdi>"
    quoted = f" <q {lang(language)}>{_shown(place, language)}</q>" if place else ""
    return (
        f'<li class="{remark.severity}"><strong>{escape(word(remark.severity, language))}</strong> '
        f'<code dir="ltr">{escape(remark.code)}</code> <span>{said}</span>{quoted}</li>'
    )


def _shown(text: str, language: str) -> str:
    return escape(grouped(text, language))


def _place(remark: Diagnostic, resolution: Resolution) -> str:
    """The begin of the source that a remark is about; "" where the message holds it."""
    if remark.span is None:
        return ""
    found = " ".join(resolution.source_text[remark.span.start : remark.span.end].split())
    if not found or found in remark.message:
        return ""
    return found if len(found) <= _AROUND else found[: _AROUND - 1] + "…"
