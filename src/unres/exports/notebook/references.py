"""References in a notebook: a row each, with what was understood, how sure that is, and why."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.html.document import shown
from unres.exports.html.inline import language_attributes
from unres.exports.notebook.frame import language_of
from unres.exports.words import organ_name
from unres.references.related import describe_pinpoint, name_without_symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.models import Reference

MOST = 100
"""So many rows go into one output."""
_SURE = 0.9
_COLUMNS = ("as written", "kind", "cites", "pinpoint", "date", "sure", "because")
_SHORT = frozenset({"kind", "date", "sure"})


def show(references: Sequence[Reference]) -> tuple[str, str]:
    """What is shown; the table's own words are English."""
    count = len(references)
    noun = "reference" if count == 1 else "references"
    head = f'<h3 class="head">{count:,} {noun}</h3>'
    if not count:
        return head, "en"
    more = ""
    if count > MOST:
        more = f'<p class="left-out">{count - MOST:,} more · <code>unres.to_frame(references)</code></p>'
    return head + table(references[:MOST]) + more, "en"


def table(references: Sequence[Reference]) -> str:
    """A table of references, each text in its own direction; a column that is empty throughout is left out."""
    rows = [_cells(reference) for reference in references]
    columns = [n for n in range(len(_COLUMNS)) if any(row[n] for row in rows)]
    head = "".join(f"<th>{_COLUMNS[n]}</th>" for n in columns)
    body = "".join("<tr>" + "".join(_td(row[n], _COLUMNS[n]) for n in columns) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _td(cell: str, column: str) -> str:
    return f'<td class="short">{cell}</td>' if column in _SHORT else f"<td>{cell}</td>"


def _cells(reference: Reference) -> tuple[str, ...]:
    language = language_of(reference.text)
    sure = f"{reference.confidence:.0%}"
    if reference.confidence < _SURE:
        sure = f'<span class="low">{sure}</span>'
    why = escape(reference.because)
    others = "; ".join(f"or {other.symbol}: {other.because}" for other in reference.alternatives)
    if others:
        why = f'{why} <span class="quiet">{escape(others)}</span>'
    return (
        f"<bdi {language_attributes(language)}>{shown(reference.text, language)}</bdi>",
        escape(reference.kind.replace("_", " ")),
        _cites(reference),
        escape(describe_pinpoint(reference)),
        reference.date.isoformat() if reference.date else "",
        sure,
        why,
    )


def _cites(reference: Reference) -> str:
    """The symbol with its link, or what a reference without symbol is known by."""
    name = f'<bdi dir="ltr">{escape(reference.symbol or _named(reference))}</bdi>'
    if reference.url and reference.url.startswith(("https://", "http://")):
        return f'<a href="{escape(reference.url)}">{name}</a>'
    return name


def _named(reference: Reference) -> str:
    """What a reference without symbol cites, in words."""
    match reference.kind:
        case "official_record":
            session = f"session {reference.session}" if reference.session else ""
            supplement = f"Supplement No. {reference.supplement}" if reference.supplement else ""
            parts = (organ_name(reference.organ, "en"), str(reference.year or session), supplement)
            return ", ".join(part for part in parts if part)
        case "resolution" if reference.organ and reference.number:
            first = reference.session or reference.year
            numbers = f"{first}/{reference.number}" if first else str(reference.number)
            return f"{organ_name(reference.organ, 'en')} {numbers}"
        case "internal":
            return ", ".join(reference.block_ids) or "this resolution"
        case "charter":
            chapters = [f"Chapter {chapter}" for chapter in reference.chapters]
            return ", ".join([*(f"Article {article}" for article in reference.articles), *chapters]) or "Charter"
        case "article":
            return ", ".join(f"article {article}" for article in reference.articles)
        case "ibid":
            return (reference.repeats.symbol or _named(reference.repeats)) if reference.repeats else ""
        case _:
            return name_without_symbol(reference) or ""
