"""Paragraph and character styles: what a style says, or the style that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.readers.docx.package import W, number_value, switched_on, value

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

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

    def hides(self, identifier: str | None) -> bool:
        """Whether a character style hides its text."""
        return any(switched_on(style.find(f"{W}rPr"), "vanish") for _, style in self._chain(identifier))


def _is_outlined(properties: ET.Element | None) -> bool:
    level = number_value(properties, "outlineLvl")
    return level is not None and 0 <= level <= _DEEPEST_HEADING
