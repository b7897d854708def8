"""XML from anywhere: no document type, no entities, bounded depth and number of elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import NoReturn
from xml.parsers import expat

from unres.errors import UnreadableError
from unres.readers.limits import Limits, too_large

_PIECE = 65536
_LONGEST_PROLOGUE = 2 * 1024 * 1024
"""Bytes up to the end of the first tag: comments, and attributes of the root element."""
_MALFORMED = (ET.ParseError, expat.ExpatError, ValueError, LookupError)
"""The last two: encodings that are not known."""


class _RootReachedError(Exception):
    """The prologue is over."""


def _refuse_document_type(data: bytes, name: str, part: str) -> None:
    """Entities, and with them bombs and reads of other files, can only be declared before the root element.

    With each piece expat reads a token that is not yet whole from its beginning, which takes time that grows with the
    square of the token's length: so the length is limited here. The document itself is given to it in one piece.
    """

    def on_document_type(*_: object) -> None:
        raise UnreadableError(
            "the XML declares a document type (DOCTYPE), which is refused because it can define entities; "
            "remove the declaration",
            source=name,
            code="unsafe_xml",
        )

    def on_root(*_: object) -> None:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = on_document_type
    parser.StartElementHandler = on_root
    try:
        for start in range(0, min(len(data), _LONGEST_PROLOGUE), _PIECE):
            parser.Parse(data[start : start + _PIECE])
    except _RootReachedError:
        return
    except UnreadableError:  # a ValueError itself
        raise
    except _MALFORMED as error:
        _malformed(name, part, error)
    if len(data) > _LONGEST_PROLOGUE:
        reason = f"the XML has no element in its first {_LONGEST_PROLOGUE:,} bytes"
        raise UnreadableError(reason, source=name, code="too_large")


def _malformed(name: str, part: str, error: Exception) -> NoReturn:
    what = f"{part} is" if part else "it is"
    raise UnreadableError(f"{what} not well-formed XML: {error}", source=name, code="not_well_formed") from error


def _refuse_deep(root: ET.Element, name: str, limits: Limits) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > limits.max_depth:
            too_large(name, "the nesting of XML elements", "max_depth", limits.max_depth)
        level = [child for element in level for child in element]


def parse_xml(data: bytes, name: str, limits: Limits, part: str = "") -> ET.Element:
    """The root element of an XML document.

    Args:
        data: the document, in any encoding that it declares and expat knows.
        name: the source's name, for messages.
        limits: depth and number of elements are taken from it.
        part: the part of an archive that this is, for messages.

    Raises:
        UnreadableError: codes ``"unsafe_xml"``, ``"not_well_formed"`` (with line and column), ``"too_large"``.
    """
    if data.count(b"<") > 2 * limits.max_elements:  # an element has at most two tags
        too_large(name, "the number of XML elements", "max_elements", limits.max_elements)
    _refuse_document_type(data, name, part)
    try:
        root = ET.fromstring(data)  # noqa: S314 - see above
    except _MALFORMED as error:
        _malformed(name, part, error)
    _refuse_deep(root, name, limits)
    return root
