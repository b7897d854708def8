"""A resolution as a page of HTML with footnotes by CSS, for WeasyPrint, and a plainer one for Qt."""

# ruff: noqa: E501  # a page in another language reads best whole

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_MARK = re.compile("⁽(\\d+)⁾")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_STYLE = """
@page {{ size: A4; margin: 25mm 20mm; @bottom-left {{ content: "{job}  " counter(page) "/" counter(pages); font-size: 9pt }}
  @top-left {{ content: "{symbol}"; font-size: 11pt }} @footnote {{ border-top: .5pt solid; padding-top: 3pt }} }}
@page :first {{ @top-left {{ content: none }} }}
body {{ font: {size}pt/{leading} "{font}", "Noto Naskh Arabic", serif }}
p {{ margin: 0 0 {gap}pt; text-align: {align} }} .clause, .number {{ text-indent: {indent}pt }}
.point {{ margin-right: 36pt }} .left {{ direction: ltr; text-align: left }} .heading {{ text-align: center }}
.title, .heading {{ font-weight: bold }} sup {{ font-size: 62%; line-height: 0 }}
.note {{ float: footnote; font-size: {small}pt; text-indent: 0; font-weight: normal }}
.note::footnote-call {{ content: "(" counter(footnote, {digits}) ")"; font-size: 62%; vertical-align: super; line-height: 0 }}
.note::footnote-marker {{ content: "(" counter(footnote, {digits}) ") " }}
"""


def weasyprint(document: Document, style: Style, path: Path, *, whole_fonts: bool = False) -> None:
    """Sets the document with WeasyPrint, with real footnotes."""
    import weasyprint as engine

    used: set[str] = set()

    def mark(label: str) -> str:
        if label not in document.notes or label in used:
            return f"<sup>({_digits(label, style)})</sup>"
        used.add(label)
        return f'<span class="note">{escape(document.notes[label])}</span>'

    css = _STYLE.format(
        job=document.job,
        symbol=document.symbol,
        small=style.size * 0.77,
        align="justify" if style.justified else "right",
        digits="arabic-indic" if style.eastern else "decimal",
        **{name: getattr(style, name) for name in ("size", "leading", "font", "gap", "indent")},
    )
    body = "".join(f'<p class="{p.kind}">{_marked(p.text, mark)}</p>' for p in document.paragraphs)
    html = f'<html lang="ar" dir="rtl"><meta charset="utf-8"><style>{css}</style><body>{body}</body></html>'
    engine.HTML(string=html).write_pdf(path, full_fonts=whole_fonts)


def qt(document: Document, style: Style, path: Path) -> None:
    """Sets the document with Qt; its notes stand below a rule at the end, for Qt knows no footnotes."""
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication(["qt", "-platform", "offscreen"])

    def mark(label: str) -> str:
        return f"<sup>({_digits(label, style)})</sup>"

    align = "justify" if style.justified else "right"
    body = "".join(
        f'<p dir="ltr" align="left">{escape(p.text)}</p>'
        if p.kind == "left"
        else f'<p dir="rtl" align="{align}">{_marked(p.text, mark)}</p>'
        for p in document.paragraphs
    )
    notes = "".join(
        f'<p dir="rtl" style="font-size:{style.size * 0.77}pt">{mark(label)} {escape(text)}</p>'
        for label, text in document.notes.items()
    )
    page = QTextDocument()
    page.setDefaultFont(QFont(style.font, round(style.size)))
    page.setHtml(body + ("<hr width='30%'/>" + notes if notes else ""))
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.print_(writer)
    del application


def _marked(text: str, mark: object) -> str:
    return _MARK.sub(lambda m: mark(m[1]), escape(text))  # type: ignore[operator]


def _digits(label: str, style: Style) -> str:
    return label.translate(_EASTERN) if style.eastern else label
