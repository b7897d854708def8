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
_SPACED_DIGITS = re.compile(f"(?<=\\([0-9{EASTERN}]) +(?=[0-9{EASTERN}]\\))")  # "(1 2)"
_SIDE_BY_SIDE = re.compile(f"[0-9{EASTERN}]{{1,3}}(?:,? [0-9{EASTERN}]{{1,3}}|,[0-9{EASTERN}]{{1,3}}){{1,4}}")
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
        if (mirror or cluster.drawn) and cluster.level == 1:
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


def _western_mark(raised: str, numbers: list[str]) -> str:
    """A mark as English pages have it, "¹²"; several side by side, "1 2" or "1, 2", are kept apart by brackets."""
    raised = raised.strip()
    if len(numbers) > 1 and _SIDE_BY_SIDE.fullmatch(raised):
        return "".join(f"⁽{number.translate(_TO_RAISED)}⁾" for number in numbers)
    if len(numbers) == 1 and _SIDE_BY_SIDE.fullmatch(raised):
        return numbers[0].translate(_TO_RAISED)  # the same twice
    return raised.translate(_TO_RAISED).replace("(", "⁽").replace(")", "⁾")


def _numbers(raised: str) -> list[str]:
    """The numbers of a raised piece; one in brackets is one number however wide it is set.

    A repeated one counts once: LibreOffice prints a mark of the author's choice twice, "(1)(1)".
    """
    found = _DIGITS.findall(_SPACED_DIGITS.sub("", raised))
    return [number for at, number in enumerate(found) if at == 0 or number != found[at - 1]]


def _mark(raised: str, before: list[str], *, arabic: bool) -> str:
    """A raised piece as footnote mark, or as it is where it holds no digits ("1st", "*") or letters too."""
    numbers = _numbers(raised)
    if not numbers or any(c.isalpha() for c in raised):
        return raised
    if not arabic:
        return _western_mark(raised, numbers)
    if UNKNOWN in raised:
        return raised
    bare = before[-1:] in (["("], ["⁽"]) and raised[0] not in "(⁽"
    if bare:
        before.pop()  # brackets set full size about a raised number
    return "".join(f"⁽{number.translate(_TO_RAISED)}⁾" for number in numbers) + (_TAKEN if bare else "")
