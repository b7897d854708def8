"""A resolution as a Word file with real footnotes, written part by part."""

# ruff: noqa: E501  # parts of a file in another language read best whole

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MARK = re.compile("⁽(\\d+)⁾")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class _Writer:
    def __init__(self, document: Document, style: Style) -> None:
        self.document = document
        self.style = style
        self.used: list[str] = []

    def run(
        self, text: str, *, size: float | None = None, bold: bool = False, raised: bool = False, rtl: bool = True
    ) -> str:
        half = round((size or self.style.size) * 2)
        return (
            f'<w:r><w:rPr><w:rFonts w:ascii="{self.style.font}" w:hAnsi="{self.style.font}" w:cs="{self.style.font}"/>'
            + ("<w:b/><w:bCs/>" if bold else "")
            + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
            + ('<w:vertAlign w:val="superscript"/>' if raised else "")
            + ('<w:rtl/><w:lang w:bidi="ar-SA"/>' if rtl else "")
            + f'</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        )

    def mark(self, label: str) -> str:
        """The mark of a footnote, and its note where it is the first."""
        shown = f"({label.translate(_EASTERN) if self.style.eastern else label})"
        if label not in self.document.notes or label in self.used:
            return self.run(shown, raised=True)
        self.used.append(label)
        number = self.automatic(f'<w:footnoteReference w:id="{len(self.used)}"/>')
        return self.run("(", raised=True) + number + self.run(")", raised=True)

    def automatic(self, content: str) -> str:
        """The automatic number of a footnote, at its mark or at its note."""
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/><w:rtl/></w:rPr>{content}</w:r>'

    def runs(self, text: str, *, bold: bool = False) -> str:
        out, last = [], 0
        for found in _MARK.finditer(text):
            if found.start() > last:
                out.append(self.run(text[last : found.start()], bold=bold))
            out.append(self.mark(found[1]))
            last = found.end()
        return "".join(out) + (self.run(text[last:], bold=bold) if last < len(text) else "")

    def paragraph(self, kind: str, text: str) -> str:
        style = self.style
        align = {"heading": "center", "closing": "right", "title": "left", "line": "left"}.get(kind) or (
            "both" if style.justified else "left"
        )
        indent = {
            "clause": f'w:firstLine="{int(style.indent * 20)}"',
            "number": f'w:firstLine="{int(style.indent * 20)}"',
            "point": 'w:left="720"',
        }
        return (
            f'<w:p><w:pPr><w:bidi/><w:spacing w:after="{int(style.gap * 20)}" w:line="{int(style.leading * 200)}" w:lineRule="auto"/>'
            f'<w:ind {indent.get(kind, "")}/><w:jc w:val="{align}"/></w:pPr>{self.runs(text, bold=kind in {"heading", "title"})}</w:p>'
        )

    def masthead(self) -> str:
        right = [p.text for p in self.document.paragraphs if p.kind == "right"]
        left = [p.text for p in self.document.paragraphs if p.kind == "left"]
        first = "".join(f"<w:p><w:pPr><w:bidi/></w:pPr>{self.run(t, bold=True)}</w:p>" for t in right) or "<w:p/>"
        second = "".join(f"<w:p>{self.run(t, rtl=False)}</w:p>" for t in left) or "<w:p/>"
        cell = '<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>'
        return (
            '<w:tbl><w:tblPr><w:bidiVisual/><w:tblW w:w="9600" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/><w:gridCol w:w="4800"/></w:tblGrid>'
            f"<w:tr>{cell}{first}</w:tc>{cell}{second}</w:tc></w:tr></w:tbl><w:p/>"
        )

    def note(self, number: int, label: str) -> str:
        small = self.style.size * 0.77
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:bidi/><w:spacing w:after="0"/></w:pPr>'
            f"{self.automatic('<w:footnoteRef/>')}{self.run(' ', size=small)}{self.run(self.document.notes[label], size=small)}</w:p></w:footnote>"
        )


def write(document: Document, style: Style, path: Path) -> None:
    """Writes the file."""
    writer = _Writer(document, style)
    body = writer.masthead() + "".join(
        writer.paragraph(p.kind, p.text) for p in document.paragraphs if p.kind not in {"right", "left"}
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="first" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1134" w:bottom="1417" w:left="1134" w:header="708" w:footer="708"/><w:titlePg/><w:bidi/></w:sectPr>'
    )
    notes = "".join(writer.note(number, label) for number, label in enumerate(writer.used, 1))
    fields = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{name}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + ("<w:r><w:t>/</w:t></w:r>" if name == "PAGE" else "")
        for name in ("PAGE", "NUMPAGES")
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}{kind}+xml"/>'
            for part, kind in (
                ("document", "document.main"),
                ("styles", "styles"),
                ("footnotes", "footnotes"),
                ("header1", "header"),
                ("footer1", "footer"),
            )
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_RELATIONS}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_RELATIONS}{kind}" Target="{target}.xml"/>'
            for number, kind, target in (
                (1, "footnotes", "footnotes"),
                (4, "styles", "styles"),
                (2, "header", "header1"),
                (3, "footer", "footer1"),
            )
        )
        + "</Relationships>",
        "word/styles.xml": f'<w:styles {_W}><w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}{section}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{notes}</w:footnotes>',
        "word/header1.xml": f"<w:hdr {_W}><w:p>{writer.run(document.symbol, size=11, bold=True, rtl=False)}</w:p></w:hdr>",
        "word/footer1.xml": f"<w:ftr {_W}><w:p>{writer.run(document.job + '   ', size=9, rtl=False)}{fields}</w:p></w:ftr>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
