"""A comparison for the terminal: what changed, a block a paragraph; words are [-deleted-] and {+inserted+}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from unres.exports.bidi import RIGHT_TO_LEFT_MARK, from_right, grouped, put_in_order
from unres.exports.comparison.segments import Segment, merged, of_change
from unres.exports.interface import direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unres.comparison import Change, Comparison, Edition, FieldChange, ReferenceChange

_SIGNS = {"changed": "~", "added": "+", "dropped": "-", "moved": ">"}
_MARK = re.compile(r"\[-|-\]|\{\+|\+\}")
_MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_COLOURS = {"deleted": "\x1b[31m", "inserted": "\x1b[32m", "dropped": "\x1b[31m", "added": "\x1b[32m"}
_PLAIN = "\x1b[0m"
_PLACE = 16
_NAME = 16
_AT_MOST = 24
"""Words shown of a block that was added or dropped as a whole."""


class Style(NamedTuple):
    """How it is shown."""

    width: int
    context: int | None
    colour: bool
    visual: bool


class _Word(NamedTuple):
    text: str
    kind: str


def to_summary(
    comparison: Comparison,
    *,
    width: int = 100,
    context: int | None = 8,
    colour: bool = False,
    visual: bool = False,
) -> str:
    """The comparison as lines of text.

    Args:
        comparison: what to show.
        width: columns.
        context: how many words are shown on either side of a change; None for whole texts, those of kept blocks too.
        colour: with colours of the terminal; the marks stay.
        visual: Arabic joined and put in order for terminals that do neither; without colours then.
    """
    visual = visual and direction(comparison.language) == "rtl"
    style = Style(width, context, colour and not visual, visual)
    parts = [
        _head(comparison, style),
        _changes(comparison.blocks, style),
        _under("Footnotes", _changes(comparison.footnotes, style)),
        _under("References", _references(comparison.references, style)),
    ]
    text = "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))
    return text if visual else grouped(text, comparison.language)


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading, where there is anything under it."""
    found = list(lines)
    if found:
        yield heading
        yield from found


def _head(comparison: Comparison, style: Style) -> Iterator[str]:
    names = f"{_name(comparison.older)} → {_name(comparison.newer)}"
    title = comparison.newer.title or ""
    yield _line(names, f" {title}", style, visual=style.visual and from_right(title))
    for field in comparison.fields:
        yield from _wrapped(f"  {field.name:<{_NAME}}", _field(field), style)
    counts = comparison.counts
    yield "  " + ("no difference" if comparison.equal else ", ".join(f"{n} {kind}" for kind, n in counts.items()))


def _name(edition: Edition) -> str:
    return edition.symbol or "without symbol"


def _field(field: FieldChange) -> list[_Word]:
    """A field that is a text is shown word by word, any other as two values."""
    if field.older and field.newer and len(field.edits) < len(field.newer.split()):
        return _words(merged(field.older, field.newer, field.edits))
    return _words([Segment("deleted", field.older or ""), Segment("inserted", field.newer or "")])


def _changes(changes: Sequence[Change], style: Style) -> Iterator[str]:
    for change in changes:
        if change.kind == "kept" and (style.context is not None or change.newer is None):
            continue
        sign = _SIGNS.get(change.kind, " ")
        place = f"{sign} {_place(change)}"
        if style.colour and change.kind in _COLOURS:
            gap = " " * (_PLACE - len(place))
            yield from _wrapped(f"{place}{gap}", _shown(change, style), style, colour=_COLOURS[change.kind])
        else:
            yield from _wrapped(f"{place:<{_PLACE}}", _shown(change, style), style)


def _place(change: Change) -> str:
    """The id, or both where it has another now."""
    older, newer = change.older and change.older.id, change.newer and change.newer.id
    return f"{older} → {newer}" if older and newer and older != newer else newer or older or ""


def _shown(change: Change, style: Style) -> list[_Word]:
    """The words of a change, with what is far from any change left out."""
    if change.kind in {"added", "dropped"}:
        passage = change.newer or change.older
        words = [_Word(word, "same") for word in (passage.text if passage else "").split()]
        if style.context is not None and len(words) > _AT_MOST:
            words = [*words[:_AT_MOST], _Word("…", "same")]
        return words
    words = _words(of_change(change))
    return words if style.context is None else _near(words, style.context)


def _near(words: list[_Word], context: int) -> list[_Word]:
    """The words near a deleted or inserted one, with an ellipsis for what is left out; the first ones always."""
    keep = set(range(min(context, len(words))))
    for n, word in enumerate(words):
        if word.kind != "same":
            keep.update(range(n - context, n + context + 1))
    shown: list[_Word] = []
    last = -1
    for n in sorted(n for n in keep if 0 <= n < len(words)):
        if n != last + 1:
            shown.append(_Word("…", "same"))
        shown.append(words[n])
        last = n
    if last + 1 < len(words):
        shown.append(_Word("…", "same"))
    return shown


def _words(pieces: Iterable[Segment]) -> list[_Word]:
    """What stands between two blanks; what was deleted or inserted is marked where it begins and where it ends."""
    words: list[_Word] = []
    text, kind = "", "same"
    for piece in pieces:
        for n, part in enumerate(_marked(piece)):
            if n and text:
                words.append(_Word(text, kind))
                text, kind = "", "same"
            if part:
                text += part
                kind = piece.kind if piece.kind != "same" else kind
    if text:
        words.append(_Word(text, kind))
    return words


def _marked(piece: Segment) -> list[str]:
    """The parts between blanks, the first and last of them with marks; empty ones at the ends say a word ends there."""
    before, after = _MARKS[piece.kind]
    text = piece.text
    inner = " ".join(text.split())
    if not inner:
        return ["", ""] if text else []
    first = [""] if text[0].isspace() else []
    last = [""] if text[-1].isspace() else []
    return [*first, *f"{before}{inner}{after}".split(" "), *last]


def _wrapped(place: str, words: Sequence[_Word], style: Style, colour: str = "") -> Iterator[str]:
    """Lines of the width: the place before the first, as much room before the others."""
    room = max(style.width - _PLACE - 1, 20)
    line: list[str] = []
    used = 0
    before = f"{colour}{place}{_PLAIN}" if colour else place
    visual = style.visual and any(from_right(word.text) for word in words)
    for word in words:
        if line and used + 1 + len(word.text) > room:
            yield _line(before, " ".join(line), style, visual=visual)
            before, line, used = " " * len(place), [], -1
        line.append(_coloured(word) if style.colour else word.text)
        used += 1 + len(word.text)
    yield _line(before, " ".join(line), style, visual=visual)


def _line(before: str, text: str, style: Style, *, visual: bool) -> str:
    if visual:  # brackets between two symbols in Latin letters would else be taken for a part of these
        text = _MARK.sub(rf"{RIGHT_TO_LEFT_MARK}\g<0>{RIGHT_TO_LEFT_MARK}", text)
    line = f"{before} {text}".rstrip()
    return put_in_order(line, len(before) + 1, style.width) if visual else line


def _coloured(word: _Word) -> str:
    return f"{_COLOURS[word.kind]}{word.text}{_PLAIN}" if word.kind in _COLOURS else word.text


def _references(references: Iterable[ReferenceChange], style: Style) -> Iterator[str]:
    """What is cited only by the newer, and what only by the older."""
    for reference in references:
        if reference.kind == "kept":
            continue
        line = f"{_SIGNS[reference.kind]} {reference.name}  ({', '.join(reference.newer or reference.older)})"
        yield f"{_COLOURS[reference.kind]}{line}{_PLAIN}" if style.colour else line
