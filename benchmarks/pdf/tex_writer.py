"""A resolution set by TeX: with XeLaTeX (polyglossia, bidi) or LuaLaTeX (babel)."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from documents import Document, Style

_MARK = re.compile("⁽(\\d+)⁾")
_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ./&:,\-]*[A-Za-z0-9])?")
_SPECIAL = re.compile(r"([#$%&_{}])")
_LANGUAGE = {
    "xelatex": r"\usepackage{{polyglossia}}\setmainlanguage[numerals={digits}]{{arabic}}"
    r"\newfontfamily\arabicfont[Script=Arabic]{{{font}}}",
    "lualatex": r"\usepackage[bidi=basic]{{babel}}\babelprovide[import,main{maparabic}]{{arabic}}"
    r"\babelfont{{rm}}[Script=Arabic]{{{font}}}",
}
_PAGE = r"""\documentclass[a4paper]{{article}}
\usepackage[margin=25mm]{{geometry}}\usepackage{{fontspec}}
{language}
\renewcommand\thefootnote{{(\arabic{{footnote}})}}
\setlength\parindent{{{indent}pt}}\setlength\parskip{{{gap}pt}}
\begin{{document}}\fontsize{{{size}}}{{{leading}}}\selectfont {ragged}
{body}
\end{{document}}
"""


def write(engine: str, document: Document, style: Style, path: Path) -> None:
    """Sets the document as PDF."""
    language = _LANGUAGE[engine].format(
        font=style.font,
        digits="mashriq" if style.eastern else "maghrib",
        maparabic=",maparabic" if style.eastern else "",
    )
    used: set[str] = set()
    source = _PAGE.format(
        language=language,
        indent=style.indent,
        gap=style.gap,
        size=style.size,
        leading=style.size * style.leading,
        ragged="" if style.justified else r"\raggedright",
        body="\n\n".join(_set(engine, p.kind, p.text, document, used) for p in document.paragraphs),
    )
    path.with_suffix(".tex").write_text(source)
    folder = path.parent
    command = [shutil.which(engine) or engine, "-interaction=nonstopmode", f"-output-directory={folder}"]
    for _ in range(2):  # footnotes find their pages in the second run
        subprocess.run([*command, str(path.with_suffix(".tex"))], check=True, capture_output=True, timeout=180)


def _set(engine: str, kind: str, text: str, document: Document, used: set[str]) -> str:
    if kind == "left":
        return rf"\begin{{flushleft}}{_escaped(engine, text)}\end{{flushleft}}"
    body = _MARK.sub(lambda m: _footnote(engine, m[1], document, used), _escaped(engine, text))
    return rf"\begin{{center}}{body}\end{{center}}" if kind == "heading" else body


def _footnote(engine: str, label: str, document: Document, used: set[str]) -> str:
    if label not in document.notes or label in used:
        return rf"\textsuperscript{{({label})}}"
    used.add(label)
    return rf"\footnote{{{_escaped(engine, document.notes[label])}}}"


def _escaped(engine: str, text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _LATIN.sub(lambda m: rf"\LR{{{m[0]}}}", text) if engine == "xelatex" else text
