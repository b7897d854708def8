"""A resolution drawn line by line: with fpdf2, which shapes, and with reportlab, from presentation forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_MARK = re.compile("⁽(\\d+)⁾")
_LEFT, _RIGHT, _TOP, _BOTTOM = 57, 538, 770, 70


def fpdf2(document: Document, style: Style, path: Path) -> None:
    """Text shaped by HarfBuzz, its marks in brackets; the notes below a rule at the end."""
    import fpdf

    pdf = fpdf.FPDF(format="A4", unit="pt")
    pdf.set_margin(_LEFT)
    pdf.set_auto_page_break(auto=True, margin=_BOTTOM)
    pdf.add_page()
    pdf.add_font("text", fname=style.font_file)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
    for kind, text in _with_notes(document, style):
        size = style.size * (0.77 if kind == "note" else 1)
        if kind == "rule":
            pdf.line(_RIGHT - 140, pdf.get_y(), _RIGHT, pdf.get_y())
            continue
        pdf.set_font("text", size=size)
        align = "L" if kind == "left" else "J" if style.justified else "R"
        pdf.multi_cell(0, size * style.leading, text, align=align, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(style.gap)
    pdf.output(str(path))


def reportlab(document: Document, style: Style, path: Path) -> None:
    """Presentation forms in the order of the eye, a line at a time, as scripts without shaping do it."""
    import arabic_reshaper
    from bidi.algorithm import get_display
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    reshaper = arabic_reshaper.ArabicReshaper({"delete_harakat": False})
    pdfmetrics.registerFont(TTFont(style.font, style.font_file))
    canvas, y = Canvas(str(path)), float(_TOP)
    for kind, text in _with_notes(document, style):
        size = style.size * (0.77 if kind == "note" else 1)
        if kind == "rule":
            canvas.line(_RIGHT - 140, y + size / 2, _RIGHT, y + size / 2)
            y -= size / 2
            continue
        for line in _broken(reshaper.reshape(text), lambda s, size=size: canvas.stringWidth(s, style.font, size)):
            canvas.setFont(style.font, size)
            draw = canvas.drawString if kind == "left" else canvas.drawRightString
            draw(_LEFT if kind == "left" else _RIGHT, y, get_display(line, base_dir="L" if kind == "left" else "R"))
            y -= size * style.leading
            if y < _BOTTOM:
                canvas.showPage()
                y = float(_TOP)
        y -= style.gap
    canvas.save()


def _with_notes(document: Document, style: Style) -> list[tuple[str, str]]:
    """Kinds and texts, marks as they are typed."""
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩" if style.eastern else "0123456789")

    def typed(text: str) -> str:
        return _MARK.sub(lambda m: f"({m[1].translate(eastern)})", text)

    out = [(p.kind, typed(p.text)) for p in document.paragraphs]
    notes = [("note", f"({label.translate(eastern)}) {text}") for label, text in document.notes.items()]
    return out + ([("rule", ""), *notes] if notes else [])


def _broken(text: str, width: object) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}") < _RIGHT - _LEFT:  # type: ignore[operator]
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
