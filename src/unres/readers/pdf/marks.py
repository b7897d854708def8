"""Clusters in reading order to text: footnote marks as superscript digits, brackets turned, kashidas dropped."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from unres.readers.pdf.letters import EASTERN, SUPERSCRIPT, UNKNOWN
from unres.readers.pdf.order import mirrored

if TYPE_CHECKING:
    from unres.readers.pdf.spaces import Cluster

_TO_RAISED = str.maketrans("0123456789" + EASTERN + SUPERSCRIPT, SUPERSCRIPT * 4)
_DIGITS = re.compile(f"[0-9{EASTERN}{SUPERSCRIPT}]+")
_ARABIC = "\u0621-\u0652\u0671-\u06d3"
_KASHIDA = re.compile(f"(?<=[{_ARABIC}])\u0640+(?=[{_ARABIC}])|(?<![{_ARABIC}])\u0640+(?=[\u0621-\u064a])")
_DOUBLE_ALEF = re.compile("اال(?=له)")  # a glyph that shows the whole word "الله" after an alef of its own
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"(?<=\S)\s+(?=[⁽⁰¹²³⁴⁵⁶⁷⁸⁹])")
_TAKEN = "\x00"  # stands behind a mark whose opening bracket was taken in
_CLOSING = re.compile(r"\x00\s?\)?")


def written(line: list[Cluster], *, mirror: bool, arabic: bool) -> str:
    """The text of a line, one space between words, with its footnote marks ("⁽¹²⁾" in Arabic, "¹²" in English)."""
    parts: list[str] = []
    raised: list[str] = []
    for cluster in line:
        text = cluster.text
        if mirror and cluster.level == 1:
            text = mirrored(text)
        if cluster.raised and cluster.kind != "S":
            raised.append(text)
        elif cluster.raised and raised:
            raised.append(" ")
        else:
            if raised:
                parts.append(_mark("".join(raised), parts, arabic=arabic))
                raised = []
            parts.append(text)
    if raised:
        parts.append(_mark("".join(raised), parts, arabic=arabic))
    return clean("".join(parts))


def clean(text: str) -> str:
    """Drops kashidas between letters and spaces that say nothing."""
    text = _DOUBLE_ALEF.sub("ال", _KASHIDA.sub("", _CLOSING.sub("", text)))
    return unicodedata.normalize("NFC", _BEFORE_MARK.sub("", _SPACES.sub(" ", text)).strip())


def _mark(raised: str, before: list[str], *, arabic: bool) -> str:
    """A raised piece as footnote mark, or as it is where it holds no digits ("1st", "*") or letters too."""
    numbers = _DIGITS.findall(raised)
    if not numbers or any(c.isalpha() for c in raised):
        return raised
    if not arabic:
        return raised.translate(_TO_RAISED).replace("(", "⁽").replace(")", "⁾").strip()
    if UNKNOWN in raised:
        return raised
    bare = before[-1:] in (["("], ["⁽"]) and raised[0] not in "(⁽"
    if bare:
        before.pop()  # brackets set full size about a raised number
    return "".join(f"⁽{number.translate(_TO_RAISED)}⁾" for number in numbers) + (_TAKEN if bare else "")
