"""A resolution as Markdown (CommonMark with tables and footnotes as GitHub and Pandoc have them)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.exports.bidi import grouped, rows_grouped
from unres.exports.interface import direction, word
from unres.exports.wording import facts, heading_number, in_order, printed_formula, printed_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from unres.models import Block, Footnote, Reference, Resolution

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$])")
_OPENING = re.compile(r"^(\s*)([-+=>]|\d+[.)])")
"""What at the start of a line would make a list, a quotation or the line under a heading."""
_IN_ADDRESS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def to_markdown(resolution: Resolution, *, links: bool = True) -> str:
    """The resolution as Markdown: headings, paragraphs with their labels as printed, tables, footnotes.

    Subparagraphs are set in by wide spaces and are no lists: Markdown would number them anew, in labels of its own.

    Args:
        resolution: What to write.
        links: Whether references are links; those within the document are left as text, for Markdown has no anchors.

    Returns:
        Markdown in which everything that the document brings is escaped. Arabic stands in logical order, and is set
        from right to left by a ``<div dir="rtl">`` around the whole, which CommonMark allows.
    """
    language = resolution.language
    lines = [_title(resolution), _facts(resolution)]
    if resolution.enacting_formula:
        lines.append(f"*{_plain(printed_formula(resolution))}*")
    writer = _Writer(language, {note.label for note in resolution.footnotes}, links)
    for name, blocks in (("preamble", resolution.preamble), ("operative", resolution.operative)):
        if blocks:
            lines += [f"## {word(name, language)}", *writer.blocks(blocks)]
    for annex in resolution.annexes:
        title = ": ".join(_plain(part) for part in (annex.label, annex.title) if part) or word("annex", language)
        lines += [f"## {title}", *writer.blocks(annex.blocks)]
    lines += [writer.note(note) for note in resolution.footnotes]
    body = grouped("\n\n".join(line for line in lines if line), language)
    return f'<div lang="{language}" dir="rtl">\n\n{body}\n\n</div>\n' if direction(language) == "rtl" else body + "\n"


def _title(resolution: Resolution) -> str:
    parts = [part for part in (resolution.symbol, resolution.title) if part]
    return "# " + (" — ".join(_plain(part) for part in parts) or word("untitled", resolution.language))


def _facts(resolution: Resolution) -> str:
    return "  \n".join(f"**{name}**: {_value(value)}" for name, value in facts(resolution))


def _value(value: str) -> str:
    """A value of the masthead; a date of digits alone keeps its order within Arabic, which would turn it about."""
    return f'<bdi dir="ltr">{value}</bdi>' if _DATE.fullmatch(value) else _plain(value)


def _plain(text: str) -> str:
    """Text in which nothing means anything to Markdown, on one line."""
    text = _ENTITY.sub(r"\&", _SPECIAL.sub(r"\\\1", " ".join(text.split())))
    return _OPENING.sub(lambda match: match[1] + _stopped(match[2]), text)


def _stopped(opening: str) -> str:
    return f"{opening[:-1]}\\{opening[-1]}"


class _Writer:
    """Blocks and footnotes of one resolution."""

    def __init__(self, language: str, notes: set[str], links: bool) -> None:
        self.language = language
        self.notes = notes
        self.links = links

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for part, depth in in_order(blocks):
            yield self._table(part) if isinstance(part, list) else self._block(part, depth)

    def _block(self, block: Block, depth: int) -> str:
        if block.kind == "heading":
            return f"### {_within(heading_number(block))}{self._text(block)}"
        label = _plain(printed_label(block, self.language))
        text = self._text(block)
        return "&emsp;" * depth + (f"{label} {text}" if label else text)

    def _table(self, rows: Sequence[Block]) -> str:
        """Rows as a table; the first is its head, which Markdown's tables must have."""
        cells = [
            [cell.strip() for cell in self._text(row, _cell).split("\t")] for row in rows_grouped(rows, self.language)
        ]
        columns = max(len(row) for row in cells)
        lines = ["| " + " | ".join(row + [""] * (columns - len(row))) + " |" for row in cells]
        return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])

    def note(self, note: Footnote) -> str:
        return f"[^{_key(note.label)}]: {self._text(note)}"

    def _text(self, item: Block | Footnote, plain: Callable[[str], str] | None = None) -> str:
        """A text with its references as links and its marks as footnotes."""
        write = plain or _within
        events: list[tuple[int, int, str]] = []
        for mark in getattr(item, "footnote_marks", ()):
            known = mark.label in self.notes
            events.append((mark.offset, mark.offset, f"[^{_key(mark.label)}]" if known else write(mark.label)))
        at = 0
        for reference in sorted(item.references, key=lambda each: (each.offset, -len(each.text))):
            end = reference.offset + len(reference.text)
            if reference.offset >= at and self.links and reference.url and not self._cut(item, reference):
                events.append((reference.offset, end, _link(reference, write)))
                at = end
        out, at = [], 0
        for start, end, written in sorted(events):
            if start < at:
                continue
            out += [write(item.text[at:start]), written]
            at = end
        out.append(write(item.text[at:]))
        text = "".join(out)
        return text if plain else _OPENING.sub(lambda match: match[1] + _stopped(match[2]), text.strip())

    @staticmethod
    def _cut(item: Block | Footnote, reference: Reference) -> bool:
        """Whether a mark stands within the reference: the mark must not be lost, the link may."""
        end = reference.offset + len(reference.text)
        return any(reference.offset < mark.offset < end for mark in getattr(item, "footnote_marks", ()))


def _within(text: str) -> str:
    """A stretch of a line: escaped, white space made one, and kept at both ends."""
    return _ENTITY.sub(r"\&", _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text)))


def _cell(text: str) -> str:
    """The same in a table, where tabs part the cells."""
    return _ENTITY.sub(r"\&", _SPECIAL.sub(r"\\\1", re.sub(r"[^\S\t\u00a0]+", " ", text)))


def _key(label: str) -> str:
    """A footnote's label of letters and digits, as Markdown allows it."""
    return re.sub(r"[\W_]+", "-", label.replace("*", "star")).strip("-") or "note"


def _link(reference: Reference, write: Callable[[str], str]) -> str:
    target = reference.url or ""
    for character, code in _IN_ADDRESS.items():
        target = target.replace(character, code)
    return f"[{write(reference.text)}]({target})"
