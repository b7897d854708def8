"""A Word file as a package of parts: the main document and what it is related to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.errors import UnreadableError
from unres.readers.archive import Archive
from unres.readers.safe_xml import parse_xml

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from unres.readers.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
"""Namespaces of the strict variant of the format, and those of the common one."""
_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another part points to."""

    kind: str
    """The last word of its type: "footnotes", "header"."""
    part: str
    """Its name in the package."""


class Package:
    """The parts of a Word file, parsed when they are asked for.

    Raises:
        UnreadableError: ``"broken"``, ``"encrypted"``, ``"too_large"``, ``"not_well_formed"``, ``"unsafe_xml"``.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._archive = Archive(data, name, limits)
        top = self._relations("")
        self.main = next((r.part for r in top.values() if r.kind == "officeDocument"), _MAIN)
        document = self.parse(self.main)
        if document is None:
            raise UnreadableError(f"the Word file has no part {self.main}", source=name, code="broken")
        self.document = document
        self.relations = self._relations(self.main)

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, file = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External":
                continue
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found[relation.get("Id") or ""] = Relation(kind, path)
        return found

    def parse(self, part: str) -> ET.Element | None:
        """The root element of a part; None where there is no such part."""
        if part not in self._archive:
            return None
        data = self._archive.read(part)
        for strict, common in _STRICT:
            data = data.replace(strict, common)
        return parse_xml(data, self.name, self.limits, part)

    def related(self, kind: str) -> ET.Element | None:
        """The one part of a kind that the main document is related to: "styles", "numbering", "footnotes"."""
        part = next((relation.part for relation in self.relations.values() if relation.kind == kind), None)
        return self.parse(part) if part else None


def value(parent: ET.Element | None, tag: str) -> str | None:
    """The ``w:val`` of a child such as ``<w:numFmt w:val="decimal"/>``; None where there is none."""
    child = parent.find(W + tag) if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def number_value(parent: ET.Element | None, tag: str) -> int | None:
    """The same as a number; None where it is missing or no number."""
    written = value(parent, tag) or ""
    return int(written) if written.lstrip("-").isdecimal() and len(written) < 10 else None  # 32 bits


def switched_on(parent: ET.Element | None, tag: str) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    child = parent.find(W + tag) if parent is not None else None
    return child is not None and child.get(f"{W}val") not in {"0", "false", "off"}
