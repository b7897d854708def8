"""Recognised words: two readings of one page made one, and what is known to be misread put right.

The Arabic data of tesseract knows no Latin letters, and the English knows no Arabic. An Arabic page is read with
both: where the English reading is sure that a symbol, a job number or a Western number stands there, it is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile(
    r"""[\[(]*(?:
        (?P<symbol>[A-Z]{1,5}(?:/[A-Za-z0-9.()\-]+)+)   # A/RES/67/190
      | (?P<job>\d{2}-\d{5})                             # 12-49072
      | (?P<number>\d{2,5}(?:/\d{1,4})?)                 # 2021, 67/190
      | (?P<word>[A-Z][a-z]{3,}[.,]?:?)                  # Distr.: General, a name of a month
      )[\])]*[.,;]?""",
    re.VERBOSE,
)
_SURE = {"symbol": 55.0, "job": 60.0, "number": 85.0, "word": 80.0}
"""From which confidence the English reading is believed to have found each."""
_SURE_ANYWAY = 85.0
"""An Arabic reading this sure is kept."""
_OVERLAP = 0.5
_WESTERN, _EASTERN = re.compile("[0-9]"), re.compile("[٠-٩۰-۹]")
_NUMBER_SURE = 80.0
_PREFIXED = re.compile(r"[\[(\"]*[وفبلك]?[0-9٠-٩][0-9٠-٩/.\-–،,)(؛;:\]\"]*")
_TURNED = re.compile(r"\)([^()]{1,30})\(")
_COMMA = re.compile('(?<=[\u0621-\u064a")\\]])[,»]')
_SEMICOLON = re.compile('(?<=[\u0621-\u064a")\\]]);')


@dataclass(slots=True)
class Word:
    """A recognised word with its place in the picture."""

    text: str
    sure: float
    """Tesseract's confidence, 0 to 100."""
    x0: int
    y0: int
    x1: int
    y1: int
    line: tuple[int, int, int]
    """Tesseract's numbers of block, paragraph and line."""
    latin: bool = False
    """Whether it was taken from the English reading of an Arabic page."""


def letters_read(words: list[Word], language: str) -> float:
    """How many letters of the language were read, each counted as far as it is sure."""
    wanted = _ARABIC if language == "ar" else re.compile("[A-Za-z]")
    return sum(len(wanted.findall(word.text)) * (word.sure / 100) ** 2 for word in words)


def with_latin(arabic: list[Word], english: list[Word]) -> list[Word]:
    """The Arabic reading with what only the English one can read."""
    out = list(arabic)
    for word in english:
        match = _LATIN.fullmatch(word.text)
        if match is None or word.sure < _SURE[match.lastgroup or "word"]:
            continue
        there = [other for other in out if _share_inside(other, word) > _OVERLAP]
        if not there or any(other.latin for other in there):
            continue
        if match.lastgroup != "symbol" and min(other.sure for other in there) >= _SURE_ANYWAY:
            continue
        at = out.index(there[0])
        out = [other for other in out if other not in there]
        out.insert(
            at,
            Word(_brackets_inside(word.text), word.sure, word.x0, word.y0, word.x1, word.y1, there[0].line, latin=True),
        )
    return out


def _brackets_inside(text: str) -> str:
    """A lone bracket stands on the other side in Arabic, and turned about: "[(A/67/458)" is "(A/67/458)]"."""
    for opening, closing in ("[]", "()"):
        if text.count(opening) > text.count(closing) and text.startswith(opening):
            text = text[1:] + closing
        elif text.count(closing) > text.count(opening) and text.endswith(closing):
            text = opening + text[:-1]
    return text


def _share_inside(inner: Word, outer: Word) -> float:
    """Which share of the one word's box lies within the other's."""
    across = min(inner.x1, outer.x1) - max(inner.x0, outer.x0)
    down = min(inner.y1, outer.y1) - max(inner.y0, outer.y0)
    area = (inner.x1 - inner.x0) * (inner.y1 - inner.y0)
    return max(0, across) * max(0, down) / area if area else 0.0


def mended(text: str, *, arabic: bool) -> str:
    """A line without direction marks; in Arabic with the comma that is read as a closing quote or a Latin comma."""
    text = _MARKS.sub("", text)
    if not arabic:
        return text
    text = _TURNED.sub(r"(\1)", text)
    if "«" not in text:
        text = _COMMA.sub("،", text)
    return _SEMICOLON.sub("؛", text)


def is_doubtful_number(word: Word) -> bool:
    """Whether a word with digits may be misread: unsure, or digits of two scripts or among letters.

    Tesseract's Arabic data was hardly taught Arabic-Indic digits: one that it read is always doubtful.
    """
    text = _MARKS.sub("", word.text)
    western, eastern = _WESTERN.search(text), _EASTERN.search(text)
    if western is None and eastern is None:
        return False
    if eastern is not None or word.sure < _NUMBER_SURE:
        return True
    return _ARABIC.search(text) is not None and _PREFIXED.fullmatch(text) is None
