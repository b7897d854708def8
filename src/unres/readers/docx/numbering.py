"""Styles of a Word file, and the automatic numbers of its paragraphs as Word counts them (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.readers.docx.package import W, number_value, switched_on, value
from unres.readers.numerals import numeral

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

_NOTE_NAME = re.compile("(?:foot|end)note text", re.IGNORECASE)
_HEADING_NAME = re.compile(
    r"(?i:(?:sub)?title|(?:heading|toc heading)\ ?\d?"  # Word's own
    r")$|_\ ?_?H_\ ?(?:Ch|[\d/]+)|H(?:Ch|\d{1,2})$",  # the UN's: "_ H _Ch_1", "_ H_2/3", ids "H1", "H23"
)
_DEEPEST_HEADING = 8
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Numbered:
    """A reference to a list: which one, and at which level."""

    list_id: str | None
    level: int | None
    style: str | None = None
    """The style that says it, for lists whose levels name styles."""


def list_reference(properties: ET.Element | None, style: str | None = None) -> Numbered | None:
    """The ``w:numPr`` of paragraph properties."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    return Numbered(value(found, "numId"), number_value(found, "ilvl"), style)


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: ET.Element | None) -> None:
        self._styles: dict[str, ET.Element] = {}
        self.default: str | None = None
        for style in root.iterfind(f"{W}style") if root is not None else ():
            identifier = style.get(f"{W}styleId") or ""
            self._styles[identifier] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self.default = identifier
        self._headings: dict[str, bool] = {}

    def _chain(self, identifier: str | None) -> list[tuple[str, ET.Element]]:
        """The style and those that it is based on, nearest first; circles are cut."""
        found: list[tuple[str, ET.Element]] = []
        while identifier and identifier in self._styles and len(found) < _LONGEST_CHAIN:
            style = self._styles[identifier]
            found.append((identifier, style))
            identifier = value(style, "basedOn")
        return found

    def numbering(self, identifier: str | None) -> Numbered | None:
        """The list that a paragraph style belongs to."""
        for name, style in self._chain(identifier or self.default):
            found = list_reference(style.find(f"{W}pPr"), name)
            if found is not None and found.list_id is not None:
                return found
        return None

    def is_heading(self, identifier: str | None) -> bool:
        """Whether a paragraph style is that of a title or a heading, by its name or its level of the outline."""
        if identifier is None:
            return False
        if identifier not in self._headings:
            self._headings[identifier] = any(
                _HEADING_NAME.match((value(style, "name") or "").strip())
                or _HEADING_NAME.match(name)
                or _is_outlined(style.find(f"{W}pPr"))
                for name, style in self._chain(identifier)
            )
        return self._headings[identifier]

    def is_note(self, identifier: str | None) -> bool:
        """Whether a paragraph style is that of notes."""
        return any(_NOTE_NAME.match(value(style, "name") or "") for _, style in self._chain(identifier))

    def hides(self, identifier: str | None) -> bool:
        """Whether a character style hides its text."""
        return any(switched_on(style.find(f"{W}rPr"), "vanish") for _, style in self._chain(identifier))


def _is_outlined(properties: ET.Element | None) -> bool:
    level = number_value(properties, "outlineLvl")
    return level is not None and 0 <= level <= _DEEPEST_HEADING


_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(slots=True)
class _Level:
    """A level of a list."""

    start: int
    number_format: str
    text: str
    restart: int | None
    """After which level, counted from 1, it begins anew; 0: never; None: after any level above it."""
    legal: bool
    """All numbers of its text in decimal digits."""
    style: str | None


def _level(element: ET.Element) -> _Level:
    start = number_value(element, "start")
    return _Level(
        start=1 if start is None else start,
        number_format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=number_value(element, "lvlRestart"),
        legal=switched_on(element, "isLgl"),
        style=value(element, "pStyle"),
    )


def _levels(parent: ET.Element) -> dict[int, _Level]:
    return {_place(element): _level(element) for element in parent.iterfind(f"{W}lvl")}


def _place(element: ET.Element) -> int:
    written = element.get(f"{W}ilvl") or "0"
    return int(written) if written.isdecimal() and len(written) == 1 else 0


@dataclass(slots=True)
class _List:
    """A ``w:num``: an abstract list with changes of its own."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Levels that begin anew, once, where the list is first used."""


class Numbering:
    """The counters of a document: asked once for each paragraph, in order."""

    def __init__(self, root: ET.Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {a.get(f"{W}abstractNumId") or "": a for a in root.iterfind(f"{W}abstractNum")}
        links = {num.get(f"{W}numId") or "": value(num, "abstractNumId") or "" for num in root.iterfind(f"{W}num")}
        for num in root.iterfind(f"{W}num"):
            self._add(num, abstracts, links)

    def _add(self, num: ET.Element, abstracts: dict[str, ET.Element], links: dict[str, str]) -> None:
        abstract = value(num, "abstractNumId") or ""
        linked = value(abstracts.get(abstract), "numStyleLink")
        through = self._styles.numbering(linked) if linked else None
        if through is not None and through.list_id is not None:  # the levels stand in the list of a style
            abstract = links.get(through.list_id, abstract)
        definition = abstracts.get(abstract)
        levels = _levels(definition) if definition is not None else {}
        starts: dict[int, int] = {}
        for override in num.iterfind(f"{W}lvlOverride"):
            place = _place(override)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[place] = _level(own)
            start = number_value(override, "startOverride")
            if start is not None:
                starts[place] = start
        self._lists[num.get(f"{W}numId") or ""] = _List(abstract, levels, starts)

    def label(self, properties: ET.Element | None) -> str:
        """The number of the next paragraph as Word shows it: "1.", "(أ)", "•"; "" where it has none."""
        reference = self._reference(properties)
        used = self._lists.get(reference.list_id or "") if reference else None
        if reference is None or used is None:
            return ""
        place = self._place(reference, used)
        level = used.levels.get(place)
        if level is None:
            return ""
        counts = self._count(reference.list_id or "", used, place)
        if level.number_format == "bullet":
            return level.text if _is_dash(level.text) else _BULLET
        return _PLACE.sub(lambda match: self._numeral(used, counts, level, int(match[1]) - 1), level.text).strip()

    def _reference(self, properties: ET.Element | None) -> Numbered | None:
        """What the paragraph says itself comes before what its style says; list 0 means none."""
        style = self._styles.numbering(value(properties, "pStyle"))
        direct = list_reference(properties)
        if direct is None:
            return style
        if direct.list_id is None and style is not None:
            return Numbered(style.list_id, direct.level, None)
        return direct

    @staticmethod
    def _place(reference: Numbered, used: _List) -> int:
        """A list whose levels name styles gives a paragraph of such a style that level."""
        if reference.style is not None:
            for place, level in used.levels.items():
                if level.style == reference.style:
                    return place
        return reference.level or 0

    def _count(self, list_id: str, used: _List, place: int) -> dict[int, int]:
        """Counts one on. Lists that share an abstract list share its counters."""
        counts = self._counts.setdefault(used.abstract, {})
        if place in used.starts and (list_id, place) not in self._begun:
            counts.pop(place, None)
        self._begun.add((list_id, place))
        if place in counts:
            counts[place] += 1
        else:
            counts[place] = used.starts.get(place, used.levels[place].start)
        for below in [deeper for deeper in counts if deeper > place]:
            restart = used.levels[below].restart if below in used.levels else None
            if restart is None or (restart != 0 and place < restart):
                del counts[below]
        return counts

    @staticmethod
    def _numeral(used: _List, counts: dict[int, int], level: _Level, place: int) -> str:
        other = used.levels.get(place)
        if other is None:
            return ""
        number_format = "decimal" if level.legal and other.number_format != "none" else other.number_format
        return numeral(counts.get(place, other.start), number_format)


def _is_dash(text: str) -> bool:
    return len(text) == 1 and unicodedata.category(text) == "Pd"
