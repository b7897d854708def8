"""Akoma Ntoso XML, as the United Nations publishes its resolutions (AKN4UN): its markup as lines in reading order.

What the markup says by itself is typed into the text, as a printed page shows it: the number of a paragraph
from ``<num>``, the mark of a note where its ``<authorialNote>`` stands, the notes themselves at the end.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import islice
from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.readers.safe_xml import parse_xml
from unres.readers.source import Composer, bare_note_label, note_line, note_mark, squeeze, without_own_mark
from unres.scripts import is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.readers.limits import Limits
    from unres.readers.source import Role, Source

ROOT = "akomaNtoso"
_DOCUMENTS = frozenset(
    {"statement", "act", "bill", "doc", "debateReport", "debate", "judgment", "officialGazette", "documentCollection"}
)
_SILENT = frozenset({"meta", "components", "documentRef", "img"})
"""Elements without text of the page; the components of a collection are read as documents of their own."""
_SAMPLE = 200
"""Paragraphs by which it is told whether a document is Arabic."""
_LEAVES = frozenset({"p", "block"})
_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
_INTRODUCTIONS = frozenset({"intro", "listIntroduction", "wrapUp", "listWrapUp"})
_NUMBERED = frozenset({"paragraph", "point", "item", "section", "article", "part", "chapter", "title", "alinea"})
_NESTED = frozenset({"list", "sublist", "blockList", "table", "embeddedStructure", "quotedStructure", "container"})
"""Structures that can stand in the middle of a paragraph: their lines follow it."""
_HEADING_CLASS = re.compile(r"_*\s*(?:H[0-9C]|BLUEHeading|AgendaTitle|Heading|crossHeading|Title)")
"""The UN's paragraph styles for headings: H1, H23, H4, H56, HCh, Heading1, TitleH1 ..."""
_PARAGRAPH_NUMBER = re.compile(r"(\d{1,4})\s?[-–.]?")
_NUMBER_END = re.compile(r"[\s.\-–—]*$")


def read_akn(data: bytes, name: str, limits: Limits) -> Source:
    """A resolution in Akoma Ntoso XML; of a collection, all documents one after the other.

    Raises:
        UnreadableError: not well-formed (with line and column), with a document type, over a limit, or not
            Akoma Ntoso (``"not_akn"``).
    """
    root = _root(data, name, limits)
    return _Flattener(name, limits, arabic=_in_arabic(root)).read([root, *_components(root)])


def read_akn_parts(data: bytes, name: str, limits: Limits) -> Iterator[Source]:
    """Each resolution of the file by itself: the components of a collection, otherwise the one document.

    In the UN's files the cover and the common title stand in the collection alone, so each part is given them.
    Raises what :func:`read_akn` raises.
    """
    root = _root(data, name, limits)
    arabic = _in_arabic(root)
    parts = _components(root)
    if not parts:
        yield _Flattener(name, limits, arabic=arabic).read([root])
    for number, part in enumerate(parts, 1):
        yield _Flattener(f"{name}#{number}", limits, arabic=arabic).read([root, part])


def _root(data: bytes, name: str, limits: Limits) -> ET.Element:
    root = parse_xml(data, name, limits)
    namespace, _, tag = root.tag.rpartition("}")
    if tag != ROOT:
        raise UnreadableError(f"the root element is <{tag}>, not <{ROOT}>", source=name, code="not_akn")
    prefix = f"{namespace}}}" if namespace else ""
    for element in root.iter():
        element.tag = element.tag.removeprefix(prefix)
    return root


def _components(root: ET.Element) -> list[ET.Element]:
    return [
        document
        for holder in root.findall(".//components")
        for component in holder
        for document in component
        if document.tag in _DOCUMENTS
    ]


def _in_arabic(root: ET.Element) -> bool:
    sample = islice(root.iter("p"), _SAMPLE)
    return is_arabic(" ".join(text for paragraph in sample for text in paragraph.itertext()))


class _Inline:
    """The running text of one paragraph: marks typed in, what stands inside it as a structure kept for later."""

    def __init__(self, owner: _Flattener) -> None:
        self.owner = owner
        self.parts: list[str] = []
        self.nested: list[ET.Element] = []

    def walk(self, node: ET.Element) -> None:
        tag = node.tag
        if tag in _NESTED:
            self.nested.append(node)
            return
        if tag == "authorialNote":
            self.parts.append(self.owner.note(node))
            return
        if tag == "noteRef":
            self.parts.append(note_mark(bare_note_label(node.get("marker") or ""), arabic=self.owner.arabic))
            return
        if tag in _SILENT or (tag == "sup" and _is_empty_bracket(node)):
            return
        if tag in {"eol", "br", "outcome"}:  # each outcome of a vote is printed on a line of its own
            self.parts.append("\n")
        self.parts.append(node.text or "")
        for child in node:
            self.walk(child)
            self.parts.append(child.tail or "")

    def text(self) -> str:
        return "".join(self.parts)


def _is_empty_bracket(sup: ET.Element) -> bool:
    """The brackets that print around a note's number in Arabic; the note's own mark has them already."""
    return len(sup) == 0 and squeeze(sup.text or "") in {"(", ")", "()", ""}


class _Flattener:
    """Writes the lines of one or more documents in the order of reading."""

    def __init__(self, name: str, limits: Limits, *, arabic: bool) -> None:
        self.arabic = arabic
        self.out = Composer(name, limits)
        self.notes: list[tuple[str, str]] = []
        self.number = ""

    def read(self, documents: list[ET.Element]) -> Source:
        for document in documents:
            self._walk(document, "body")
            for label, text in self.notes:
                self.out.add(note_line(label, text, arabic=self.arabic), "footnote")
            self.notes = []
            for job in document.iterfind("./meta/presentation//docketNumber"):
                self.out.add("".join(job.itertext()), "furniture")
        return self.out.source()

    def note(self, node: ET.Element) -> str:
        """Sets a note aside; gives its mark."""
        inline = _Inline(self)
        for child in node:
            inline.walk(child)
            inline.parts.append(" ")
        text = squeeze(inline.text())
        label = bare_note_label(node.get("marker") or "") or bare_note_label(text[:6]) or str(len(self.notes) + 1)
        self.notes.append((label, without_own_mark(text, label)))
        return "" if node.get("class") == "unmarked" else note_mark(label, arabic=self.arabic)

    def _walk(self, node: ET.Element, role: Role) -> None:
        """Any element that holds others: its children in order."""
        for child in node:
            tag = child.tag
            if tag in _SILENT:
                continue
            if tag == "num":
                self._take_number(child, node.tag)
            elif tag in {"coverPage", "preface", "conclusions"}:
                self._front_or_back(child)
            elif tag == "tr":
                self._row(child)
            elif tag in _LEAVES or tag in _INTRODUCTIONS or tag in _HEADINGS or tag == "documentTitle":
                self._leaf(child, role)
            elif tag in _NUMBERED:
                self._numbered(child, role)
            else:
                self._walk(child, role)

    def _front_or_back(self, node: ET.Element) -> None:
        """Cover, title and closing: a line for each printed line; number and title joined as they are printed."""
        for child in node:
            number = child.find("docNumber")
            title = child.find("docTitle")
            if number is not None and title is not None and not (child.text or "").strip():
                self._number_and_title(child, number)
                continue
            inline = _Inline(self)
            inline.walk(child)
            for line in inline.text().split("\n") if child.find(".//eol") is not None else [inline.text()]:
                self.out.add(line, "body")
            for nested in inline.nested:
                self._walk_one(nested, "body")

    def _number_and_title(self, line: ET.Element, number: ET.Element) -> None:
        """As printed: "67/190. Title", in Arabic "67/190 - Title"."""
        written = squeeze("".join(number.itertext()))
        inline = _Inline(self)
        inline.walk(line)
        title = squeeze(squeeze(inline.text()).removeprefix(written)).lstrip(".-–— ")
        written = _NUMBER_END.sub("", written)
        joint = (" - " if self.arabic else ". ") if written and title else ""
        self.out.add(f"{written}{joint}{title}", "body")

    def _take_number(self, num: ET.Element, holder: str) -> None:
        """Keeps a number for the paragraph that follows; that of a section is printed on a line of its own."""
        if self.number:  # a number before a structure, without any text of its own
            self.out.add(self.number, "body")
        self.number = self._typed_number(num, holder)
        if holder in {"section", "part", "chapter", "title"}:
            self.out.add(self.number, "heading")
            self.number = ""

    def _typed_number(self, num: ET.Element, holder: str) -> str:
        """A number as it is typed: paragraphs "1. " or "1 - ", all others as the file writes them."""
        inline = _Inline(self)
        inline.walk(num)
        written = squeeze(inline.text())
        whole = _PARAGRAPH_NUMBER.fullmatch(written)
        if whole and holder == "paragraph":
            return f"{whole[1]} -" if self.arabic else f"{whole[1]}."
        return written

    def _numbered(self, node: ET.Element, role: Role) -> None:
        heading = node.tag == "paragraph" and _HEADING_CLASS.match(node.get("class") or "")
        if not heading and node.tag in {"paragraph", "point", "item"} and node.find("num") is not None:
            node = _with_run_in_heading(node)
        self._walk(node, "heading" if heading else role)
        if self.number:  # a number without any text
            self.out.add(self.number, role)
            self.number = ""

    def _walk_one(self, node: ET.Element, role: Role) -> None:
        """A structure found inside a paragraph."""
        if node.tag == "tr":
            self._row(node)
        else:
            self._walk(node, "body" if role == "heading" else role)

    def _leaf(self, node: ET.Element, role: Role) -> None:
        """A paragraph of the page, with the number that waits for it; then the structures inside it."""
        if node.tag in _HEADINGS and "preamble" not in (node.get("refersTo") or ""):
            role = "heading"  # the UN marks preambular clauses of a section as crossHeading refersTo="#preamble"
        if node.tag == "p" and _HEADING_CLASS.match(node.get("class") or ""):
            role = "heading"
        inline = _Inline(self)
        inline.walk(node)
        text = inline.text()
        if text.strip():
            number, self.number = self.number, ""
            if number and not squeeze(text).startswith(number):  # some files have it in the text as well
                text = f"{number} {text}"
            self.out.add(text, role)
        for nested in inline.nested:
            self._walk_one(nested, role)

    def _row(self, row: ET.Element) -> None:
        cells = []
        nested: list[ET.Element] = []
        for cell in row:
            inline = _Inline(self)
            inline.walk(cell)
            cells.append(inline.text())
            nested += inline.nested
        self.out.add_row(cells)
        for structure in nested:
            self._walk_one(structure, "body")


def _with_run_in_heading(node: ET.Element) -> ET.Element:
    """A numbered paragraph whose heading is printed in its first line: "(a) Travel ban: Prevent the entry"."""
    heading = node.find("subheading")
    first = node.find("content/p")
    if heading is None or first is None:
        return node
    merged = ET.Element(node.tag, node.attrib)
    merged.extend(child for child in node if child is not heading)
    heading.tail = f" {first.text or ''}"
    heading.tag = "span"
    first.text = None
    first.insert(0, heading)
    return merged
