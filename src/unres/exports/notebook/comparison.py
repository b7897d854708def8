"""A comparison in a notebook: what was counted, then what changed, word by word; what was kept is counted alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.comparison.html import marked
from unres.exports.comparison.segments import merged, segments
from unres.exports.html.document import shown
from unres.exports.interface import words as words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unres.comparison import Change, Comparison, Edition, FieldChange, ReferenceChange

MOST = 60
"""So many changes go into one output."""


def show(comparison: Comparison) -> tuple[str, str]:
    """What is shown, and the language that sets its direction."""
    words = words_of("comparison", comparison.language)
    changes = [change for change in (*comparison.blocks, *comparison.footnotes) if change.kind != "kept"]
    counts = " · ".join(f"{words[kind]}: {number}" for kind, number in comparison.counts.items())
    arrow = f' <span class="quiet">{_arrow(comparison)}</span> '
    out = [
        f'<h3 class="head">{_edition(comparison.older)}{arrow}{_edition(comparison.newer)}</h3>',
        f'<p class="quiet">{escape(counts)}</p>',
    ]
    if comparison.equal:
        out.append(f"<p>{escape(words['equal'])}</p>")
    rows = [_field(field, words) for field in comparison.fields] + [_change(change, words) for change in changes[:MOST]]
    if rows:
        out.append(f'<div class="scroll"><table><tbody>{"".join(rows)}</tbody></table></div>')
    if len(changes) > MOST:
        hint = "unres.exports.comparison.to_html(comparison)"
        out.append(f'<p class="left-out">+ {len(changes) - MOST} · <code dir="ltr">{hint}</code></p>')
    out.append(_references(comparison.references, words))
    return "".join(out), comparison.language


def _arrow(comparison: Comparison) -> str:
    return "←" if comparison.language == "ar" else "→"


def _edition(edition: Edition) -> str:
    """Its symbol, with its title when the pointer rests on it."""
    title = f' title="{escape(edition.title)}"' if edition.title else ""
    return f'<bdi dir="ltr" class="symbol"{title}>{escape(edition.symbol or "—")}</bdi>'


def _field(field: FieldChange, words: Mapping[str, str]) -> str:
    language = words["language"]
    if field.edits:
        cell = marked(merged(field.older or "", field.newer or "", field.edits), language)
    else:
        pieces = (
            f"<{tag}>{shown(text, language)}</{tag}>"
            for tag, text in (("del", field.older), ("ins", field.newer))
            if text
        )
        cell = " ".join(pieces)
    return _row(escape(words.get(field.name, field.name)), escape(words["head"]), cell)


def _change(change: Change, words: Mapping[str, str]) -> str:
    passage = change.newer or change.older
    place = f'<bdi dir="ltr" class="id">{escape(passage.id)}</bdi>' if passage else ""
    what = escape(words[change.kind])
    if change.kind == "moved" and change.older:
        what = words["moved_from"].format(place=f'<bdi dir="ltr">{escape(change.older.id)}</bdi>')
    return _row(place, what, marked(segments(change), words["language"]))


def _row(place: str, what: str, text: str) -> str:
    return f'<tr><td class="short">{place}</td><td class="short quiet">{what}</td><td class="wide">{text}</td></tr>'


def _references(references: list[ReferenceChange], words: Mapping[str, str]) -> str:
    """What only one of the two cites."""
    lines = []
    for kind, tag in (("added", "ins"), ("dropped", "del")):
        names = [escape(reference.name) for reference in references if reference.kind == kind]
        if names:
            cited = ", ".join(f'<{tag}><bdi dir="ltr">{name}</bdi></{tag}>' for name in names)
            lines.append(f"<p>{escape(words[f'references_{kind}'])}: {cited}</p>")
    if not lines:
        return ""
    return f"<details><summary>{escape(words['references'])}</summary>{''.join(lines)}</details>"
