"""Texts as markup: their verbs, references and footnote marks where they stand; blocks, footnotes and tables.

A resolution has hundreds of these, and a call of a macro costs ten times what a string does: so they are written here,
with every piece escaped. All around them is made by templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from unres.exports.bidi import grouped, rows_grouped
from unres.exports.interface import words
from unres.exports.wording import digits_of, heading_number, in_digits, percent, printed_label, reasons, with_tables
from unres.scripts import WESTERN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from unres.models import Block, Footnote, FootnoteMark, Reference, Resolution
    from unres.models.vocabulary import Language

    Address = Callable[[Reference], str | None]

_BESIDE_DIGITS = frozenset(" .,\u066b\u066c\u00a0/%()[]+–—−-$*…")
"""What stands in a cell of numbers, or alone where there is no number."""
_BULLET = "•"
ADDED = 'data-unres="added"'
"""On an element whose words are not the document's."""


class _Range(NamedTuple):
    """A stretch of a text that gets an element around it."""

    start: int
    end: int
    opening: str
    closing: str


@dataclass(slots=True)
class Texts:
    """Marks the texts of one resolution.

    Attributes:
        language: of the texts: amounts in Arabic are kept together.
        notes: footnote texts by label: shown when the pointer rests on a mark.
        interface: the language of what is said about a reference; by default the text's.
        anchors: put before the ids that links within the page lead to (``#{anchors}op4``, ``#{anchors}fn-3``), so that
            several resolutions can stand on one page.
        address: gives the address for a reference, or None for no link. By default the address at docs.un.org, and the
            block's anchor for a reference within the resolution.
        digits: the ten digits in which labels and marks are shown.
    """

    language: Language
    notes: Mapping[str, str]
    interface: str = ""
    anchors: str = ""
    address: Address | None = None
    digits: str = WESTERN

    def in_digits(self, text: str) -> str:
        """A label or a mark in the digits of the text, which the model stores in Western ones."""
        return in_digits(text, self.digits)

    def label(self, block: Block) -> str:
        """The label of a block as it is printed, or the number of a heading."""
        return self.in_digits(printed_label(block, self.language) or heading_number(block))

    def of(self, item: Block | Footnote) -> Markup:
        """The text of a block, or of a footnote, which has references and neither verbs nor marks.

        Verbs are ``<em class="verb">`` with their action, references ``<a class="ref">`` (``<span class="ref">`` where
        they lead nowhere) with what was understood, footnote marks ``<sup class="mark">``.
        """
        return Markup(self._text(item))

    def cells(self, row: Block) -> list[str]:
        """The cells of a row, which are parted by tabs; a verb or a reference across two cells is not marked."""
        text, ranges = grouped(row.text, self.language), self._ranges(row)
        out, start = [], 0
        for cell in row.text.split("\t"):
            out.append(self._between(row, start, start + len(cell), text, ranges))
            start += len(cell) + 1
        return out

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks with what is under them; rows of a table that follow one another are a table."""
        return Markup(self._siblings(blocks))

    def footnotes(self, notes: Iterable[Footnote]) -> Markup:
        """Footnotes, each with links to the blocks in which its mark stands."""
        return Markup("".join(map(self._note, notes)))

    def alone(self, block: Block) -> Shown:
        """A block without what is under it, for a page that arranges blocks in its own way."""
        return Shown(block.id, self.anchors + block.id, self.label(block), self.of(block))

    def _siblings(self, blocks: Iterable[Block]) -> str:
        return "".join(
            Table(part, self).element() if isinstance(part, list) else self._block(part) for part in with_tables(blocks)
        )

    def _block(self, block: Block) -> str:
        label, name, text = self.label(block), escape(block.id), self._text(block)
        under = f'<div class="under">{self._siblings(block.children)}</div>' if block.children else ""
        if block.kind == "heading":
            return f'<h3 class="block heading" id="{self.anchors}{name}">{escape(label)}{text}</h3>{under}'
        if not label and block.kind == "subparagraph":
            label = _BULLET
        before = f'<span class="label">{escape(label)}</span> ' if label else ""
        return (
            f'<div class="block {block.kind}" id="{self.anchors}{name}">'
            f'<bdi dir="ltr" class="id" {ADDED}>{name}</bdi>'
            f'<p>{before}<span class="text">{text}</span></p></div>{under}'
        )

    def _note(self, note: Footnote) -> str:
        label = escape(note.label)
        back = "".join(
            f' <a class="back" href="#{self.anchors}{block}" {ADDED}><bdi dir="ltr">{block}</bdi></a>'
            for block in map(escape, note.block_ids)
        )
        return (
            f'<div class="note" id="{self.anchors}fn-{label}" data-unres-note="{label}">'
            f'<span class="label" {ADDED}>{self.in_digits(label)}</span>'
            f'<p><span class="text">{self._text(note)}</span>{back}</p></div>'
        )

    def _text(self, item: Block | Footnote) -> str:
        return self._between(item, 0, len(item.text), grouped(item.text, self.language), self._ranges(item))

    def _ranges(self, item: Block | Footnote) -> list[_Range]:
        """References and verbs in the order in which they begin, the longer first."""
        ranges = [self._reference(reference) for reference in item.references]
        for verb in getattr(item, "verbs", ()):
            opening = f'<em class="verb" data-action="{escape(verb.action)}">'
            ranges.append(_Range(verb.offset, verb.offset + len(verb.text), opening, "</em>"))
        ranges.sort(key=lambda each: (each.start, -each.end))
        return ranges

    def _reference(self, reference: Reference) -> _Range:
        """A link, or a span where it leads nowhere. An address of a model is https; there are no others."""
        if self.address:
            target = self.address(reference)
        elif reference.kind == "internal":
            target = f"#{self.anchors}{reference.block_ids[0]}" if reference.block_ids else None
        else:
            target = reference.url
        tag = f'a href="{escape(target)}"' if target else "span"
        title = escape(_understood(reference, self.interface or self.language))
        symbol = f' data-symbol="{escape(reference.symbol)}"' if reference.symbol else ""
        opening = f'<{tag} class="ref" data-kind="{reference.kind}" title="{title}"{symbol}>'
        end = reference.offset + len(reference.text)
        return _Range(reference.offset, end, opening, "</a>" if target else "</span>")

    def _mark(self, mark: FootnoteMark) -> str:
        label, note = escape(mark.label), escape(grouped(self.notes.get(mark.label, ""), self.language))
        title = f' title="{note}"' if note else ""
        return f'<sup class="mark"><a href="#{self.anchors}fn-{label}"{title}>{self.in_digits(label)}</a></sup>'

    def _between(self, item: Block | Footnote, start: int, end: int, text: str, ranges: list[_Range]) -> str:
        """The text from ``start`` to ``end``, with the marks that stand at its end, and the ranges within it."""
        marks = [mark for mark in getattr(item, "footnote_marks", ()) if start <= mark.offset <= end]
        marks.sort(key=lambda mark: mark.offset)
        out: list[str] = []
        at = start
        for each in ranges:
            if each.start < at or each.end > end:
                continue  # it stands within the one before, or goes beyond
            before, within = self._plain(text, at, each.start, marks), self._plain(text, each.start, each.end, marks)
            out += (before, each.opening, within, each.closing)
            at = each.end
        return "".join((*out, self._plain(text, at, end, marks), *map(self._mark, marks)))

    def _plain(self, text: str, start: int, end: int, marks: list[FootnoteMark]) -> str:
        """The text from ``start`` to ``end`` with the marks before its end, which are taken from the list."""
        out = ""
        while marks and marks[0].offset < end:
            mark = marks.pop(0)
            out += escape(text[start : mark.offset]) + self._mark(mark)
            start = max(start, mark.offset)
        return out + escape(text[start:end]) if start < end else out


def _understood(reference: Reference, language: str) -> str:
    said = words("", language)
    understood = [reference.symbol or said[reference.kind]]
    understood += (reason for reason, _ in reasons(reference.because, language))
    if reference.confidence < 1:
        understood.append(f"{said['confidence'].lower()} {percent(reference.confidence)}")
    return " · ".join(understood)


def texts_of(resolution: Resolution, anchors: str = "") -> Texts:
    """For the texts of a resolution, with its footnotes."""
    notes = {note.label: note.text for note in resolution.footnotes}
    return Texts(resolution.language, notes, anchors=anchors, digits=digits_of(resolution))


class Shown(NamedTuple):
    """A block as it is shown."""

    id: str
    anchor: str
    label: str
    """As printed; of a heading the number that its text does not have."""
    text: Markup


class Table:
    """Rows that follow one another, and the part of each of their cells.

    A resolution does not say which row is the head. The first is taken for it where others follow, and where every cell
    holds words but the first, which may be empty; the first cell of a row is taken for its head where it holds words.
    """

    def __init__(self, rows: Sequence[Block], texts: Texts) -> None:
        self.rows = rows_grouped(rows, texts.language)
        self._texts = texts
        self._cells = [row.text.split("\t") for row in self.rows]
        self.columns = max(map(len, self._cells))
        first = self._cells[0]
        self.has_head = len(rows) > 1 and len(first) > 1 and all(map(_is_words, first[1:])) and not _is_number(first[0])

    def element(self) -> str:
        """The table as markup."""
        rows = [
            f'<tr id="{escape(self._texts.anchors + row.id)}">{self.cells(at)}</tr>' for at, row in enumerate(self.rows)
        ]
        if self.has_head:
            rows[0] = f"<thead>{rows[0]}</thead>"
        rows.insert(self.has_head, "<tbody>")
        return f'<div class="rows"><table>{"".join(rows)}</tbody></table></div>'

    def cells(self, row: int, name: str = "") -> Markup:
        """The cells of a row, all of the class of this name, filled up to the width of the table."""
        texts = self._cells[row]
        out = []
        for column, (text, markup) in enumerate(zip(texts, self._texts.cells(self.rows[row]), strict=True)):
            classes = f"{name} n".strip() if _is_number(text) else name
            tag, attributes = self._element(row, column, text)
            attributes += f' class="{classes}"' if classes else ""
            out.append(f"<{tag}{attributes}>{markup}</{tag}>")
        return Markup("".join(out) + "<td></td>" * (self.columns - len(texts)))

    def _element(self, row: int, column: int, text: str) -> tuple[str, str]:
        """The tag of a cell, and the scope of one that is a head."""
        if row == 0 and self.has_head and text.strip():
            return "th", ' scope="col"'
        if column == 0 and self.columns > 1 and _is_words(text):
            return "th", ' scope="row"'
        return "td", ""


def _is_number(text: str) -> bool:
    return bool(text.strip()) and all(each.isdigit() or each in _BESIDE_DIGITS for each in text)


def _is_words(text: str) -> bool:
    return bool(text.strip()) and not _is_number(text)
