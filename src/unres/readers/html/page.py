"""From tags to paragraphs: what a browser would set as a block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unres.readers.html.tokens import Tag, tokens
from unres.readers.numerals import numeral
from unres.readers.source import bare_note_label, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre"),
        *("section", "summary", "ul"),
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ASIDE = frozenset({"nav", "footer", "aside"})
"""What a site sets around its page."""
_LIST_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LIST_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "arabic-indic": "hindiNumbers",
    "none": "none",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s?:\s?([a-z-]{3,20})")
_MARK_TEXT = re.compile(r"\s*[\[(]?\s*(\d{1,3}|\*{1,3}|[†‡§])\s*(?:[\])]|/)?\s*")
MARK_OPENS, MARK_CLOSES = "\ue000", "\ue001"
_DEEP = 100
_OURS = "data-unres"

_NOTES = re.compile(r"footnotes?|endnotes?", re.IGNORECASE)
_ARROWS = re.compile(r"[\s\u2190-\u21ff\u2934\u2935\u2b00-\u2bff\ufe0e\ufe0f^]+")
"""What the link from a note back to its mark shows."""
_MOST_TARGETS = 10_000

Kind = Literal["body", "heading", "row", "broken", "aside", "note", "more"]


@dataclass(slots=True)
class Paragraph:
    """A block. Footnote marks in it stand between U+E000 and U+E001."""

    kind: Kind
    """``broken``: lines parted by ``<br>``, which can be one paragraph or several; ``aside``: no part of the text;
    ``note``: a footnote, its label first, where the page says which it is; ``more``: another paragraph of it."""
    pieces: list[str]
    """The text; the cells of a row; the lines of a broken one."""


@dataclass(slots=True)
class _Table:
    rows_before: bool
    """Whether text stood before it; a table at the very top is a masthead set in columns."""
    cells: list[list[Paragraph]] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    number_format: str | None
    """None: bullets."""
    next: int


class Page:
    """One page, read once."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._parts: list[str] = []
        self._kind: Kind = "body"
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._label = ""
        self._raised: list[str] | None = None
        self._raised_depth = 0
        self._link: list[str] | None = None
        self._pre = 0
        self._aside = 0
        self._seen_text = False
        self._added: tuple[str, int] | None = None
        self._note = ""
        self._href = ""
        self._ids: list[str] = []
        """Ids of the links and raised texts around what is being read: those of a mark, if it is one."""
        self._labels: dict[str, str] = {}
        """The places inside the page that marks point to, and the labels of these marks."""
        self._marks: set[str] = set()
        """The ids of marks."""
        self._note_element: tuple[str, int] | None = None
        """The element that is a note, and how many of its name are open."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """All blocks in the order of the page."""
        for token in self._tokens:
            if isinstance(token, str):
                self._text(token)
            else:
                yield from self._tag(token)
        yield from self._end_block()
        while self._tables:
            yield from self._close_row()
            self._tables.pop()

    def _text(self, text: str) -> None:
        if self._added is not None:
            return
        text = text.replace(MARK_OPENS, "").replace(MARK_CLOSES, "")
        if self._raised is not None:
            self._raised.append(text)
        elif self._link is not None:
            self._link.append(text)
        else:
            self._parts.append(text.replace("\n", "\x00") if self._pre else text)

    def _tag(self, tag: Tag) -> Iterator[Paragraph]:
        name = tag.name
        if self._added is not None or _OURS in tag.source:
            yield from self._of_our_pages(tag)
            if self._added is not None or tag.name not in _BLOCKS:
                return
        if name in {"sup", "a"}:
            self._inline(tag)
        elif name == "br":
            self._settle()
            self._parts.append("\x00")
        elif name in {"table", "tr", "td", "th", "thead", "tbody", "tfoot"}:
            yield from self._table_tag(tag)
        elif name in _BLOCKS:
            yield from self._end_block()
            self._block(tag)
            self._open_note(tag)

    def _open_note(self, tag: Tag) -> None:
        """An element to which a mark has pointed is its note: `<li id="fn1">` behind `<a href="#fn1">1</a>`."""
        if self._note_element is not None:
            name, depth = self._note_element
            if tag.name == name:
                depth += -1 if tag.closing else 1
                self._note_element = (name, depth) if depth else None
                self._note = self._note if depth else ""
            return
        label = "" if tag.closing or not self._labels else self._labels.get(tag.attributes().get("id", ""), "")
        if label:
            self._note, self._note_element, self._label = label, (tag.name, 1), ""

    def _of_our_pages(self, tag: Tag) -> Iterator[Paragraph]:
        """What `unres.exports.html` says of an element: words that it added, a line by itself, the label of a note."""
        if self._added is not None:
            name, depth = self._added
            if tag.name == name:
                depth += -1 if tag.closing else 1
                self._added = (name, depth) if depth else None
            return
        attributes = tag.attributes()
        if attributes.get(_OURS) == "added":
            self._added = (tag.name, 1)
        elif attributes.get(_OURS) == "line":
            kind = self._kind
            yield from self._end_block()
            self._kind = kind
        self._note = attributes.get(f"{_OURS}-note", self._note)

    def _block(self, tag: Tag) -> None:
        name = tag.name
        if name == "pre":
            self._pre = max(0, self._pre + (-1 if tag.closing else 1))
        elif name in {"ol", "ul", "menu"}:
            self._list(tag)
        elif name == "li" and not tag.closing:
            self._item(tag)
        elif name in _ASIDE and not (name == "aside" and _NOTES.search(tag.source)):
            self._aside = max(0, self._aside + (-1 if tag.closing else 1))
        elif name in _HEADINGS and not tag.closing:
            self._kind = "heading"

    def _list(self, tag: Tag) -> None:
        if tag.closing:
            if self._lists:
                self._lists.pop()
        elif len(self._lists) < _DEEP:
            attributes = tag.attributes()
            self._lists.append(_List(_list_format(tag.name, attributes), _small_number(attributes.get("start"), 1)))

    def _item(self, tag: Tag) -> None:
        """The number of an item stands in its text as a browser shows it."""
        if not self._lists:
            return
        current = self._lists[-1]
        number = _small_number(tag.attributes().get("value"), current.next)
        current.next = number + 1
        written = numeral(number, current.number_format) if current.number_format else "•"
        self._label = f"{written}. " if written.isalnum() else f"{written} "

    def _inline(self, tag: Tag) -> None:
        """A raised text, or a link inside the page, can be the mark of a note."""
        if tag.name == "sup":
            self._settle_raised()
        elif self._raised is None:  # and not <sup><a href="#n1">1</a></sup>
            self._settle_link()
        attributes = {} if tag.closing else tag.attributes()
        if "id" in attributes:
            self._ids.append(attributes["id"])
        if tag.name == "sup":
            self._raised_depth = max(0, self._raised_depth + (-1 if tag.closing else 1))
            if self._raised_depth:
                self._raised = []
        elif not tag.closing:
            self._href = attributes.get("href", "")
            inside = self._href.startswith("#") or _NOTES.search(self._href.rpartition("#")[2])
            if inside and self._raised is None:
                self._link = []

    def _settle(self) -> None:
        self._settle_raised()
        self._settle_link()

    def _settle_raised(self) -> None:
        if self._raised is not None:
            text, self._raised = "".join(self._raised), None
            self._add_mark_or_text(text)
            if self._link is None:
                self._href = ""
                self._ids.clear()

    def _settle_link(self) -> None:
        if self._link is None:
            return
        text, self._link = "".join(self._link), None
        back = self._href.rpartition("#")[2] in self._marks or _ARROWS.fullmatch(text)
        if not (self._note_element is not None and back):
            self._add_mark_or_text(text)
        self._href = ""
        self._ids.clear()

    def _add_mark_or_text(self, text: str) -> None:
        mark = _MARK_TEXT.fullmatch(text)
        if mark and self._note_element is None and "#" in self._href and len(self._labels) < _MOST_TARGETS:
            self._labels.setdefault(self._href.rpartition("#")[2], bare_note_label(mark[1]))
            self._marks.update(self._ids)
        marked = f"{MARK_OPENS}{bare_note_label(mark[1])}{MARK_CLOSES}" if mark else text
        if not (mark and self._parts and self._parts[-1] == marked):  # converters set a mark twice
            self._parts.append(marked)

    def _end_block(self) -> Iterator[Paragraph]:
        self._settle()
        self._raised_depth = 0  # one that was never closed does not outlive its block
        text, self._parts = "".join(self._parts), []
        kind, self._kind = self._kind, "body"
        if self._note_element is not None and not self._note:
            kind = "more"
        if not text.strip(" \t\r\n\x00\xa0"):
            return
        label, self._label = self._label, ""
        for number, group in enumerate(re.split(r"\x00\s*\x00", text)):
            pieces = [piece for piece in (squeeze(line) for line in group.split("\x00")) if piece]
            if not pieces:
                continue
            if number == 0:
                pieces[0] = label + pieces[0]
            if kind == "heading":
                pieces = [" ".join(pieces)]
            if self._note:
                pieces, kind, self._note = [self._note, " ".join(pieces)], "note", ""
            yield from self._emit(
                Paragraph(
                    kind if kind == "note" else "aside" if self._aside else "broken" if len(pieces) > 1 else kind,
                    pieces,
                )
            )

    def _emit(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        if self._tables and self._tables[-1].cells:
            self._tables[-1].cells[-1].append(paragraph)
        else:
            self._seen_text = self._seen_text or not self._tables
            yield paragraph

    def _table_tag(self, tag: Tag) -> Iterator[Paragraph]:
        yield from self._end_block()
        if tag.name == "table":
            if not tag.closing and len(self._tables) < _DEEP:
                self._tables.append(_Table(self._seen_text))
            elif tag.closing and self._tables:
                yield from self._close_row()
                self._tables.pop()
        elif not self._tables:
            return
        elif tag.name in {"td", "th"}:
            if not tag.closing:
                self._tables[-1].cells.append([])
        else:
            yield from self._close_row()

    def _close_row(self) -> Iterator[Paragraph]:
        """A row of single cells is a row of data; one whose cells hold paragraphs is a frame around text."""
        table = self._tables[-1]
        cells, table.cells = table.cells, []
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        outer = self._tables[-2] if len(self._tables) > 1 and self._tables[-2].cells else None
        is_data = table.rows_before and len(cells) > 1 and all(len(cell) <= 1 for cell in cells)
        if is_data:
            row = [Paragraph("row", [" ".join(piece for p in cell for piece in p.pieces) for cell in cells])]
        else:
            row = [paragraph for cell in filled for paragraph in cell]
        if outer is not None:
            outer.cells[-1] += row
        else:
            self._seen_text = self._seen_text or table.rows_before
            yield from row


def _list_format(tag: str, attributes: dict[str, str]) -> str | None:
    """The format of a list's numbers; None for bullets."""
    style = _LIST_STYLE.search(attributes.get("style", ""))
    if style and style[1] in _LIST_STYLES:
        return _LIST_STYLES[style[1]]
    return _LIST_FORMATS.get(attributes.get("type", "1"), "decimal") if tag == "ol" else None


def _small_number(written: str | None, otherwise: int) -> int:
    """An attribute such as start="4"."""
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise  # a place
