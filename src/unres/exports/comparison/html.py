"""A comparison as a page: each block with its deleted and inserted words, what moved with from and to.

Nothing is told by colour alone: words are struck through or underlined, blocks carry a word and a kind of line.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from unres.exports.comparison.segments import merged, segments
from unres.exports.comparison.style import STYLE
from unres.exports.html.document import shown
from unres.exports.html.page import page
from unres.exports.interface import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from unres.comparison import Change, Comparison, Edition, FieldChange, Passage, ReferenceChange
    from unres.exports.comparison.segments import Segment

_TAGS = {"same": ("", ""), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
_SIGNS = {"kept": "=", "changed": "~", "added": "+", "dropped": "−", "moved": "⇅"}
_NOT_JOINED = "&zwnj;"
_INDENT = 1.6
"""Of a subparagraph, in em for each step."""
_BEGIN = 60
"""Characters shown of a block at the place it has left."""


def to_html(comparison: Comparison) -> str:
    """The comparison as a page that stands by itself, in the language of the resolutions, made to be printed too."""
    words = words_of("comparison", comparison.language)
    body = "\n".join(
        [
            '<div class="sheet">',
            *_top(comparison, words),
            f'<input type="checkbox" id="only"> <label class="filter" for="only">{words["only"]}</label>',
            "<main>",
            *_fields(comparison.fields, words),
            *_blocks(comparison.blocks, words),
            *_notes(comparison.footnotes, words),
            *_references(comparison.references, words),
            "</main></div>",
        ]
    )
    title = f"{comparison.older.symbol or words['older']} → {comparison.newer.symbol or words['newer']}"
    return page(title, body, language=comparison.language, style=STYLE)


def _top(comparison: Comparison, words: Mapping[str, str]) -> Iterator[str]:
    yield f'<header class="top"><h1>{words["heading"]}</h1>'
    yield '<div class="editions">'
    yield from _edition(comparison.older, "older", words)
    yield from _edition(comparison.newer, "newer", words)
    yield '</div><ul class="counts">'
    for kind, n in comparison.counts.items():
        yield f"<li>{_badge(kind, f'{n} {words[kind]}')}</li>"
    yield "</ul>"
    if comparison.equal:
        yield f"<p>{words['equal']}</p>"
    yield "</header>"


def _edition(edition: Edition, role: str, words: Mapping[str, str]) -> Iterator[str]:
    yield f'<div class="edition {role}"><p class="role">{words[role]}</p>'
    yield f"<p><strong>{_isolated(edition.symbol or '—')}</strong></p>"
    if edition.title:
        yield f"<p>{shown(edition.title, words['language'])}</p>"
    if edition.adopted_on:
        yield f'<p class="quiet"><time>{edition.adopted_on.isoformat()}</time></p>'
    yield "</div>"


def _badge(kind: str, text: str) -> str:
    return f'<span class="badge {kind}"><span aria-hidden="true">{_SIGNS[kind]}</span> {text}</span>'


def _isolated(text: str) -> str:
    """A symbol or a label, which keeps its own direction."""
    return f"<bdi>{escape(text)}</bdi>"


def marked(pieces: Iterable[Segment], language: str) -> str:
    """Pieces with their tags, and between two that touch what keeps Arabic letters from being joined over the tags."""
    out: list[str] = []
    last = " "
    for kind, text in pieces:
        if kind == "inserted" and out and out[-1].endswith("</del>") and not last.isspace():
            out.append(" ")
        elif last.isalpha() and text[0].isalpha():
            out.append(_NOT_JOINED)
        before, after = _TAGS[kind]
        out.append(f"{before}{shown(text, language)}{after}")
        last = text[-1]
    return "".join(out)


def _fields(fields: Sequence[FieldChange], words: Mapping[str, str]) -> Iterator[str]:
    if not fields:
        return
    yield f'<h2>{words["head"]}</h2><table class="head">'
    language = words["language"]
    for field in fields:
        cell = marked(merged(field.older or "", field.newer or "", field.edits), language)
        if not field.edits:
            tag, text = ("del", field.older) if field.older else ("ins", field.newer or "")
            cell = f"<{tag}>{shown(text, language)}</{tag}>"
        yield f'<tr><th scope="row">{words[field.name]}</th><td>{cell}</td></tr>'
    yield "</table>"


def _blocks(changes: Sequence[Change], words: Mapping[str, str]) -> Iterator[str]:
    """Blocks under a heading for each zone; where one has left, a line says where to."""
    zone = None
    left = _left_after(changes)
    for moved in left.get(-1, ()):
        yield _stub(moved, words)
    for n, change in enumerate(changes):
        here = _shown(change).zone
        if here != zone and here is not None:
            zone = here
            yield f"<h2>{words['annexes' if zone == 'annex' else zone]}</h2>"
        yield _row(change, words)
        for moved in left.get(n, ()):
            yield _stub(moved, words)


def _left_after(changes: Sequence[Change]) -> dict[int, list[Change]]:
    """What has left its place, under the place in `changes` of what it stood behind; -1 before all."""
    stood = sorted(
        (change.older.position, n) for n, change in enumerate(changes) if change.older and change.kind != "moved"
    )
    places: dict[int, list[Change]] = {}
    for change in sorted((c for c in changes if c.older and c.kind == "moved"), key=_was_at):
        before = [n for position, n in stood if position < _was_at(change)]
        places.setdefault(before[-1] if before else -1, []).append(change)
    return places


def _was_at(change: Change) -> int:
    return change.older.position if change.older else -1


def _shown(change: Change) -> Passage:
    passage = change.newer or change.older
    if passage is None:
        raise ValueError("a change has an older or a newer passage")
    return passage


def _row(change: Change, words: Mapping[str, str]) -> str:
    """One block: its label, what became of it, its text."""
    passage = _shown(change)
    state = words[change.kind]
    if change.kind == "moved" and change.older:
        place = f'<a href="#was-{escape(change.older.id)}">{_isolated(change.older.id)}</a>'
        state = words["moved_from"].format(place=place)
    kinds = f"{change.kind} heading" if passage.kind in {"heading", "annex"} else change.kind
    indent = f' style="padding-inline-start: {passage.depth * _INDENT:g}em"' if passage.depth else ""
    given = f"was-{passage.id}" if change.newer is None else passage.id
    return (
        f'<section class="change {kinds}" id="{escape(given)}">'
        f'<p class="place">{_isolated(passage.id)}{_was(change, words)}<br>{_badge(change.kind, state)}</p>'
        f'<p class="text"{indent}>{_label(passage, words)}{marked(segments(change), words["language"])}</p></section>'
    )


def _label(passage: Passage, words: Mapping[str, str]) -> str:
    """The label as a reader knows it: a letter in brackets, a number with a stop, or a dash in Arabic."""
    if not passage.label:
        return ""
    form = words.get(f"label_{passage.kind}", "{label} ")
    return form.format(label=_isolated(passage.label))


def _was(change: Change, words: Mapping[str, str]) -> str:
    """The label that it had, where it has another now."""
    if not change.renumbered or change.older is None or not change.older.label:
        return ""
    return f' <span class="was">({words["renumbered"].format(label=_isolated(change.older.label))})</span>'


def _stub(change: Change, words: Mapping[str, str]) -> str:
    """The place that a block has left."""
    older, newer = change.older, change.newer
    if older is None or newer is None:
        return ""
    place = f'<a href="#{escape(newer.id)}">{_isolated(newer.id)}</a>'
    text = older.text if len(older.text) <= _BEGIN else older.text[:_BEGIN].rsplit(" ", 1)[0] + " …"
    return (
        f'<section class="change left" id="was-{escape(older.id)}">'
        f'<p class="place">{_isolated(older.id)}<br>{_badge("moved", words["moved_to"].format(place=place))}</p>'
        f'<p class="text">{shown(text, words["language"])}</p></section>'
    )


def _notes(changes: Sequence[Change], words: Mapping[str, str]) -> Iterator[str]:
    if changes:
        yield f"<h2>{words['footnotes']}</h2>"
    for change in changes:
        yield _row(change, words)


def _references(references: Sequence[ReferenceChange], words: Mapping[str, str]) -> Iterator[str]:
    """What only one of the two cites."""
    if not references:
        return
    yield f"<h2>{words['references']}</h2>"
    for kind, tag in (("added", "ins"), ("dropped", "del")):
        found = [reference for reference in references if reference.kind == kind]
        yield f'<p>{_badge(kind, words[f"references_{kind}"])}</p><ul class="cited">'
        for reference in found:
            places = ", ".join(map(_isolated, reference.newer or reference.older))
            yield f'<li><{tag}>{_isolated(reference.name)}</{tag}> <span class="quiet">{places}</span></li>'
        if not found:
            yield f'<li class="quiet">{words["none"]}</li>'
        yield "</ul>"
