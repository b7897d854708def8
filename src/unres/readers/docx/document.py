"""The body of a Word file as lines: paragraphs, tables, text boxes, notes, heads and feet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.readers.docx.notes import NoteTable
from unres.readers.docx.numbering import Numbering, Styles
from unres.readers.docx.package import MC, Package, R, W, number_value, switched_on, value
from unres.readers.docx.runs import Fields, Runs
from unres.readers.source import Composer, Remark, note_line, squeeze
from unres.scripts import is_arabic

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

    from unres.readers.limits import Limits
    from unres.readers.source import Role, Source

_PARAGRAPH = f"{W}p"
_TABLE = f"{W}tbl"
_ROW = f"{W}tr"
_CELL = f"{W}tc"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}sectPr"})
_TEXT = f"{W}t"
_SAMPLE = 400
_DEEPEST_HEADING = 8
_LONGEST_LABEL = 2  # words
_TYPED_NOTE = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾|\(\d{1,4}\)|[*†‡]{1,4}|[a-z](?= ))\s*\S")
"""A note's label and the beginning of its text."""


class Document:
    """One Word file, read once."""

    def __init__(self, package: Package, limits: Limits) -> None:
        body = package.document.find(f"{W}body")
        if body is None:
            raise UnreadableError("the Word file has no body", source=package.name, code="broken")
        self._package = package
        self._body = body
        self._out = Composer(package.name, limits)
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._arabic = is_arabic(_sample(body))
        self._notes = NoteTable(package, arabic=self._arabic)
        self._fields = Fields()
        self._carried = ""
        self._seen_text = False

    def read(self) -> Source:
        """All of it, once."""
        furniture = list(self._heads_and_feet())
        for element in self._blocks(self._body):
            if element.tag == _TABLE:
                self._table(element)
            else:
                self._paragraph(element)
        if self._carried:
            self._out.add(self._carried, "body")
        for label, text in self._notes.written(self._plain):
            self._out.add(note_line(label, text, arabic=self._arabic), "footnote")
        for line in furniture:
            self._out.add(line, "furniture")
        if self._notes.by_page:
            self._out.remarks.append(
                Remark(
                    "docx.notes_by_page",
                    "warning",
                    "The file numbers its footnotes anew on each page; they are counted through here.",
                )
            )
        return self._out.source()

    def _blocks(self, parent: ET.Element) -> Iterator[ET.Element]:
        """Paragraphs and tables, out of whatever holds them (content controls, insertions, smart tags)."""
        for child in parent:
            if child.tag in {_PARAGRAPH, _TABLE}:
                yield child
            elif child.tag == f"{MC}AlternateContent":
                chosen = child.find(f"{MC}Choice")
                yield from self._blocks(chosen if chosen is not None else child)
            elif child.tag not in _GONE:
                yield from self._blocks(child)

    def _text(self, paragraph: ET.Element) -> tuple[str, list[ET.Element]]:
        runs = Runs(self._styles, self._notes, self._fields)
        runs.walk(paragraph)
        self._fields.end_paragraph()
        return runs.text(), runs.boxes

    def _paragraph(self, paragraph: ET.Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        text, boxes = self._text(paragraph)
        if _mark_is_deleted(properties):  # the paragraph runs on into the next
            self._carried += text
        else:
            text, self._carried = self._carried + text, ""
            label = self._numbering.label(properties)
            if text.strip() or any(sign.isalnum() for sign in label):
                self._add(f"{label} {text}", self._role(properties, text.lstrip()), paragraph)
                self._seen_text = True
        for box in boxes:
            for inner in self._blocks(box):
                self._table(inner) if inner.tag == _TABLE else self._paragraph(inner)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._notes.end_section()

    def _add(self, text: str, role: Role, paragraph: ET.Element) -> None:
        """A paragraph; a heading whose first line is a mere label, "IV" or "Annex I", is two, as it is printed."""
        first, broken, rest = text.strip().partition("\n")
        if broken and len(first.split()) <= _LONGEST_LABEL and (role == "heading" or _is_bold(paragraph)):
            self._out.add(first, role)
            text = rest
        self._out.add(text, role)

    def _role(self, properties: ET.Element | None, text: str) -> Role:
        """What the paragraph is; a note can be one of the body, where it is typed and set in the style of notes."""
        level, style = number_value(properties, "outlineLvl"), value(properties, "pStyle")
        if level is not None:
            return "heading" if 0 <= level <= _DEEPEST_HEADING else "body"
        if _TYPED_NOTE.match(text) and self._styles.is_note(style):
            return "footnote"
        return "heading" if self._styles.is_heading(style) else "body"

    def _table(self, table: ET.Element) -> None:
        """Rows as lines; a table before any text is the masthead, set in columns, and gives its paragraphs."""
        masthead = not self._seen_text
        for row in (element for element in _inside(table, _ROW) if not _row_is_deleted(element)):
            cells = [list(self._cell(cell)) for cell in _inside(row, _CELL)]
            filled = [paragraphs for paragraphs in cells if paragraphs]
            if masthead or (len(filled) == 1 and len(filled[0]) > 1):  # a frame around text
                for paragraph in (paragraph for paragraphs in filled for paragraph in paragraphs):
                    self._out.add(paragraph, "body")
            else:
                self._out.add_row([" ".join(paragraphs) for paragraphs in cells])
        self._seen_text = True

    def _cell(self, cell: ET.Element) -> Iterator[str]:
        """The paragraphs of a cell; a table inside it is read as text."""
        for element in self._blocks(cell):
            if element.tag == _TABLE:
                for row in _inside(element, _ROW):
                    for inner in _inside(row, _CELL):
                        yield from self._cell(inner)
                continue
            text, boxes = self._text(element)
            whole = squeeze(f"{self._numbering.label(element.find(f'{W}pPr'))} {text}")
            if whole:
                yield whole
            for box in boxes:
                yield from self._cell(box)

    def _plain(self, part: ET.Element) -> str:
        """All text of a note."""
        return " ".join(self._cell(part))

    def _heads_and_feet(self) -> Iterator[str]:
        """Writes the head of the first page, where it has its own: the masthead. Gives all others as furniture."""
        section = self._body.find(f".//{W}sectPr")
        first = _first_head(section)
        seen: set[str] = set()
        for relation_id, relation in self._package.relations.items():
            if relation.kind not in {"header", "footer"}:
                continue
            root = self._package.parse(relation.part)
            if root is None:
                continue
            lines = list(self._cell(root))
            if relation_id == first:
                for line in lines:
                    self._out.add(line, "body")
                continue
            for line in lines:
                if line not in seen:
                    seen.add(line)
                    yield line


def _first_head(section: ET.Element | None) -> str | None:
    """The relation of the first page's own head."""
    if section is None or not switched_on(section, "titlePg"):
        return None
    for reference in section.iterfind(f"{W}headerReference"):
        if reference.get(f"{W}type") == "first":
            return reference.get(f"{R}id")
    return None


def _inside(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Rows of a table or cells of a row, out of content controls around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in {_TABLE, _PARAGRAPH, *_GONE}:
            yield from _inside(child, tag)


def _is_bold(paragraph: ET.Element) -> bool:
    """Whether all runs of a paragraph that have text are set bold, as headings without a style are."""
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(_TEXT) is not None]
    return bool(runs) and all(switched_on(run.find(f"{W}rPr"), "b") for run in runs)


def _mark_is_deleted(properties: ET.Element | None) -> bool:
    """Whether a tracked change joins the paragraph with the next."""
    run = properties.find(f"{W}rPr") if properties is not None else None
    return run is not None and (run.find(f"{W}del") is not None or run.find(f"{W}moveFrom") is not None)


def _row_is_deleted(row: ET.Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _sample(body: ET.Element) -> str:
    """Enough text to tell the language by."""
    out: list[str] = []
    for element in body.iter(_TEXT):
        out.append(element.text or "")
        if len(out) > _SAMPLE:
            break
    return "".join(out)
