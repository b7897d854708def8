"""Footnotes and endnotes: their labels, counted in the order of their marks, and their text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from unres.readers.docx.package import Package, W, number_value, value
from unres.readers.numerals import numeral
from unres.readers.source import bare_note_label, note_mark, squeeze, without_own_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_KINDS = ("footnote", "endnote")
_OWN_MARK = {f"{W}footnote": "footnoteRef", f"{W}endnote": "endnoteRef"}
_SIGN = re.compile(r"(\*{1,4}|[†‡§])\s*(?=\S)")
_DEFAULT_FORMAT = {"footnote": "decimal", "endnote": "lowerRoman"}


class NoteTable:
    """All notes of a document.

    A label counts on from mark to mark through the whole document, or anew in each section where the section
    says so. Numbering by page cannot be known without setting the pages: it counts on.
    """

    def __init__(self, package: Package, *, arabic: bool) -> None:
        self.arabic = arabic
        self.by_page = False
        self._elements: dict[tuple[str, str], ET.Element] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._format = dict(_DEFAULT_FORMAT)
        self._next = dict.fromkeys(_KINDS, 1)
        self._start = dict.fromkeys(_KINDS, 1)
        self._restarts = dict.fromkeys(_KINDS, False)
        settings = package.related("settings")
        for kind in _KINDS:
            root = package.related(f"{kind}s")
            for note in root.iterfind(W + kind) if root is not None else ():
                if note.get(f"{W}type") not in _SEPARATORS:
                    self._elements[kind, note.get(f"{W}id") or ""] = note
            for properties in (settings, package.document.find(f".//{W}sectPr")):
                self._take_properties(properties, kind)
            self._next[kind] = self._start[kind]

    def _take_properties(self, parent: ET.Element | None, kind: str) -> None:
        found = parent.find(f"{W}{kind}Pr") if parent is not None else None
        if found is None:
            return
        self._format[kind] = value(found, "numFmt") or self._format[kind]
        self._start[kind] = number_value(found, "numStart") or self._start[kind]
        restart = value(found, "numRestart")
        self.by_page = self.by_page or restart == "eachPage"
        if restart is not None:
            self._restarts[kind] = restart == "eachSect"

    def end_section(self) -> None:
        """Labels begin anew where the document says that they do so in each section."""
        for kind in _KINDS:
            if self._restarts[kind]:
                self._next[kind] = self._start[kind]

    def mark(self, kind: str, identifier: str, written: str | None) -> str:
        """See `runs.Notes`. A reference to no note that exists shows its number all the same."""
        key = kind, identifier
        label = bare_note_label(written) if written else ""
        if not label:
            label = bare_note_label(numeral(self._next[kind], self._format[kind])) or str(self._next[kind])
            self._next[kind] += 1
        self._labels.setdefault(key, label)
        return note_mark(label, arabic=self.arabic)

    def written(self, text_of: Callable[[ET.Element], str]) -> Iterator[tuple[str, str]]:
        """Label and text of each note, footnotes first, in the order of their marks.

        A note can itself carry the mark of another, which then follows.
        """
        for kind in _KINDS:
            done: set[tuple[str, str]] = set()
            while due := [key for key in self._labels if key[0] == kind and key not in done]:
                for key in due:
                    done.add(key)
                    element = self._elements.get(key)
                    if element is not None:
                        yield from _parted(element, self._labels[key], text_of)


def _parted(note: ET.Element, label: str, text_of: Callable[[ET.Element], str]) -> Iterator[tuple[str, str]]:
    """Label and text of a note.

    A note marked by a sign alone ("* Reissued for technical reasons") has no mark that Word knows. It is set
    into the first numbered note of its page, in a paragraph before the number.
    """
    paragraphs = list(note)
    own = next((at for at, each in enumerate(paragraphs) if each.find(f".//{W}{_OWN_MARK[note.tag]}") is not None), 0)
    before = squeeze(text_of(_holding(paragraphs[:own]))) if own else ""
    sign = _SIGN.match(before)
    if sign:
        yield sign[1], before[sign.end() :]
        note = _holding(paragraphs[own:])
    yield label, without_own_mark(squeeze(text_of(note)), label)


def _holding(paragraphs: list[ET.Element]) -> ET.Element:
    holder = ET.Element("paragraphs")
    holder.extend(paragraphs)
    return holder
