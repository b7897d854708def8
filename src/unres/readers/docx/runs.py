"""The text of a paragraph: its runs as they show once all changes are accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from unres.readers.docx.package import MC, W, switched_on, value
from unres.readers.source import superscript

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from unres.readers.docx.numbering import Styles

_DROPPED = frozenset(
    {
        *(W + tag for tag in ("pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")),
        *(
            W + tag for tag in ("del", "moveFrom", "delText", "instrText", "delInstrText")
        ),  # text that is no longer there
        *(W + tag for tag in ("footnoteRef", "endnoteRef", "rt", "softHyphen", "commentReference")),
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}posOffset",
    }
)
"""Elements whose content does not show as text; a soft hyphen shows at a line's end alone."""
_SPACES = frozenset(W + tag for tag in ("tab", "ptab"))
_BREAKS = frozenset(W + tag for tag in ("br", "cr"))
_TEXT = f"{W}t"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_RUN = f"{W}r"
_TEXT_BOX = f"{W}txbxContent"
_NOTE_KINDS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_RAISED_MARK = re.compile(r"\(?\d{1,3}\)?")
_SIGN_GOES_ON = re.compile(r"[\d*†‡§()\[\]]+")
_SIGN_TWICE = re.compile(r"(\([^()]{1,4}\))\1")
_PRIVATE_USE = 0xF000
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL_FONT = _GREEK | {
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xD7: "⋅",
}
_DINGBATS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "❑",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xFC: "✓",
    0xFE: "☑",
}
"""What the codes of the fonts Symbol and Wingdings show, where running text uses them."""
_SYMBOL_CODE = re.compile("[0-9A-Fa-f]{1,4}")
"""ST_ShortHexNumber of ECMA-376, which is two bytes; a leading nought may be missing."""
_MARK_OPENS, _MARK_CLOSES = "\ue000", "\ue001"
_BRACKETED_MARK = re.compile("[(⁽] ?(\ue000[^\ue001]{0,12}\ue001) ?[)⁾]|(\ue000[^\ue001]{0,12}\ue001)")


class Notes(Protocol):
    """Who knows the labels of notes."""

    def mark(self, kind: str, identifier: str, written: str | None) -> str:
        """The mark of a note as it stands in the text; `written`: the sign that the author chose."""


@dataclass(slots=True)
class Fields:
    """Which fields are open: between "begin" and "separate" stands an instruction, which does not show."""

    instructions: list[bool] = field(default_factory=list)

    def step(self, kind: str | None) -> None:
        """Takes a ``w:fldChar`` of that kind."""
        if kind == "begin":
            self.instructions.append(True)
        elif self.instructions and kind == "separate":
            self.instructions[-1] = False
        elif self.instructions and kind == "end":
            self.instructions.pop()

    def end_paragraph(self) -> None:
        """Forgets instructions that do not end: results can go on over paragraphs, instructions do not."""
        self.instructions = [each for each in self.instructions if not each]

    @property
    def hide(self) -> bool:
        """Whether what stands here is an instruction."""
        return True in self.instructions


class Runs:
    """Collects the text of one paragraph; text boxes in it are kept for later."""

    def __init__(self, styles: Styles, notes: Notes, fields: Fields) -> None:
        self._styles = styles
        self._notes = notes
        self._fields = fields
        self._parts: list[str] = []
        self._waiting: tuple[str, str] | None = None
        self._sign = ""
        self.boxes: list[ET.Element] = []

    def text(self) -> str:
        """The text, with its line breaks; a mark that stood in brackets of its own, "(¹)", is freed of them."""
        self._settle()
        whole = "".join(self._parts)
        if _MARK_OPENS not in whole:
            return whole
        return _BRACKETED_MARK.sub(lambda match: (match[1] or match[2])[1:-1], whole)

    def walk(self, node: ET.Element) -> None:
        """Takes all text under an element."""
        for child in node:
            tag = child.tag
            if tag in _DROPPED:
                continue
            if tag == _RUN:
                self._run(child)
            elif tag == _TEXT_BOX:
                self.boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                self._alternative(child)
            else:
                self._leaf(child, raised=False)

    def _alternative(self, node: ET.Element) -> None:
        """The same content twice, for newer and older programs: one of them."""
        chosen = node.find(f"{MC}Choice")
        if chosen is None:
            chosen = node.find(f"{MC}Fallback")
        if chosen is not None:
            self.walk(chosen)

    def _run(self, run: ET.Element) -> None:
        properties = run.find(f"{W}rPr")
        hidden = raised = False
        if properties is not None:
            style = value(properties, "rStyle")
            hidden = switched_on(properties, "vanish") or (style is not None and self._styles.hides(style))
            raised = value(properties, "vertAlign") == "superscript"
        for child in run:
            if child.tag == f"{W}fldChar":
                self._fields.step(child.get(f"{W}fldCharType"))
            elif child.tag == f"{MC}AlternateContent":
                self._alternative(child)
            elif child.tag not in _DROPPED and not hidden:
                self._leaf(child, raised=raised)

    def _leaf(self, node: ET.Element, *, raised: bool) -> None:
        """An element that is text by itself, or holds some."""
        tag = node.tag
        if tag in {_TEXT, _MATH_TEXT}:
            self._add(node.text or "", raised=raised)
        elif tag in _SPACES:
            self._add(" ", raised=False)
        elif tag in _BREAKS:
            self._add("\n", raised=False)
        elif tag == f"{W}noBreakHyphen":
            self._add("\u2011", raised=False)
        elif tag == f"{W}sym":
            self._add(_symbol(node), raised=False)
        elif tag in _NOTE_KINDS:
            self._reference(node, _NOTE_KINDS[tag])
        elif tag == _TEXT_BOX:
            self.boxes.append(node)
        else:
            self.walk(node)

    def _add(self, text: str, *, raised: bool) -> None:
        if self._fields.hide:
            return
        if self._waiting is not None:
            if not self._sign or (raised and _SIGN_GOES_ON.fullmatch(text)):
                self._sign += text
                return
            self._settle()
        self._parts.append(superscript(text) if raised and _RAISED_MARK.fullmatch(text) else text)

    def _reference(self, node: ET.Element, kind: str) -> None:
        if self._fields.hide:
            return
        self._settle()
        identifier = node.get(f"{W}id") or ""
        if node.get(f"{W}customMarkFollows") in {"1", "true", "on"}:
            self._waiting = (kind, identifier)
        else:
            self._mark(kind, identifier, None)

    def _settle(self) -> None:
        """Ends the sign of the author's own that a mark was waiting for; None where it never came.

        A sign can run on over several runs: a program that writes each script in a run of its own parts "(١)" in three.
        LibreOffice, reading an old Word file, also writes such a sign twice, "(١)(١)".
        """
        if self._waiting is not None:
            kind, identifier = self._waiting
            sign, self._waiting, self._sign = self._sign, None, ""
            self._mark(kind, identifier, _SIGN_TWICE.sub(r"\1", sign) or None)

    def _mark(self, kind: str, identifier: str, written: str | None) -> None:
        mark = self._notes.mark(kind, identifier, written)
        if mark:
            self._parts.append(f"{_MARK_OPENS}{mark}{_MARK_CLOSES}")


def _symbol(node: ET.Element) -> str:
    """A character of a symbol font, ``<w:sym w:font="Symbol" w:char="F0B7"/>``, as Unicode."""
    written = node.get(f"{W}char") or ""
    if not _SYMBOL_CODE.fullmatch(written):
        return "\ufffd" if written else ""
    code = int(written, 16)
    font = (node.get(f"{W}font") or "").lower()
    table = _SYMBOL_FONT if font == "symbol" else _DINGBATS if font.startswith(("wingdings", "webdings")) else {}
    low = code - _PRIVATE_USE if code >= _PRIVATE_USE else code
    if low in table:
        return table[low]
    if code < _PRIVATE_USE:
        return chr(code) if code < 0xD800 else "\ufffd"  # where surrogates begin
    is_ascii = 0x20 <= low < 0x7F
    return chr(low) if is_ascii and not font.startswith(("symbol", "wingdings", "webdings")) else "\ufffd"
