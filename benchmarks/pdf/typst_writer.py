"""A resolution in typst's language, with its own footnotes."""

# ruff: noqa: E501, ISC004  # lines of another language read best whole

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/+\-\"'])")
_MARK = re.compile("⁽(\\d+)⁾")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def write(document: Document, style: Style, path: Path) -> None:
    """Sets the document as PDF."""
    source = path.with_suffix(".typ")
    source.write_text(_source(document, style))
    typst.compile(source, output=path)
    source.unlink()


def _source(document: Document, style: Style) -> str:
    digits = "٠" if style.eastern else "1"
    numbering = f'n => "(" + str(n).clusters().map(d => "{"٠١٢٣٤٥٦٧٨٩" if style.eastern else "0123456789"}".clusters().at(int(d))).join() + ")"'
    lines = [
        f'#set text(font: ("{style.font}", "Noto Naskh Arabic"), size: {style.size}pt, lang: "ar", dir: rtl)',
        f"#set par(justify: {str(style.justified).lower()}, leading: {style.leading - 0.75:.2f}em, spacing: {style.leading - 0.75 + style.gap / style.size:.2f}em)",
        f"#set footnote(numbering: {numbering})",
        '#set page(paper: "a4", margin: (x: 20mm, y: 25mm),'
        f' header: context if counter(page).get().first() > 1 [#align(left, text(size: 11pt, weight: "bold", dir: ltr)[{_escaped(document.symbol)}])],'
        f" footer: context [#align(left, text(size: 9pt, dir: ltr)[{_escaped(document.job)} #h(1em) #counter(page).display() / #counter(page).final().first()])])",
    ]
    del digits
    right = [p.text for p in document.paragraphs if p.kind == "right"]
    left = [p.text for p in document.paragraphs if p.kind == "left"]
    lines.append(
        "#grid(columns: (1fr, 1fr), align: (right, left), ["
        + " \\ ".join(f"*{_escaped(t)}*" for t in right)
        + "], text(dir: ltr)["
        + " \\ ".join(_escaped(t) for t in left)
        + "])"
    )
    done: set[str] = set()
    for paragraph in document.paragraphs:
        if paragraph.kind in {"right", "left"}:
            continue
        text = _MARK.sub(lambda m: _footnote(m[1], document, done), _escaped(paragraph.text))
        if paragraph.kind in {"line", "title"}:
            lines.append(f"#block[*{text}*]" if paragraph.kind == "title" else f"#block[{text}]")
        elif paragraph.kind == "heading":
            lines.append(f"#align(center)[*{text}*]")
        elif paragraph.kind == "point":
            lines.append(f"#pad(right: 36pt)[{text}]")
        elif paragraph.kind == "closing":
            lines.append(f"#align(left)[{text}]")
        else:
            lines.append(f"#par(first-line-indent: (amount: {style.indent}pt, all: true))[{text}]")
    return "\n\n".join(lines)


def _footnote(label: str, document: Document, done: set[str]) -> str:
    if label not in document.notes:
        return f"#super[({label})]"
    if label in done:
        return f"#footnote(<n{label}>)"
    done.add(label)
    return f"#footnote[{_escaped(document.notes[label])}]<n{label}>"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
