"""Builds small Word files from XML, for the tests."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
}


def part(tag: str, inner: str) -> str:
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{inner}</w:{tag}>'


def word_file(body: str, **parts: str) -> bytes:
    """A Word file: the body's XML, and the inner XML of further parts by their names ("numbering", "header1")."""
    relations = [f'<Relationship Id="{name}" Type="{_TYPES}/{_PARTS[name]}" Target="{name}.xml"/>' for name in parts]
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{namespace}">{"".join(relations)}</Relationships>'
        )
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", part(roots.get(name, name), inner))
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    prefix = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{prefix}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML is text."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=in_list(level, number))


def in_list(level: int = 0, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def instance(identifier: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
