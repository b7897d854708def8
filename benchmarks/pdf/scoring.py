"""Scores what a tool says of a PDF against the text that was typeset.

Every figure is a share of what the truth holds: 1 is all of it. ``characters`` is measured by aligning each
block of the truth with the best place in the tool's whole text, so that order and furniture cost nothing;
``strict`` is the edit distance over the whole document in order, and so only fair to tools that know
paragraphs, notes and furniture.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import edlib
from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from pathlib import Path

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_PLAIN = str.maketrans(_RAISED, "0123456789")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
_MARK = re.compile(f"⁽?([{_RAISED}]{{1,3}})⁾?")
_PAIR = re.compile(r"(?<![\w/])[0-9٠-٩]{1,4}/[0-9٠-٩]{1,4}(?![\w/])")
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Za-z0-9.]+)+")


@dataclass
class Truth:
    """What was typeset: paragraphs with marks as ⁽12⁾, and notes by label."""

    paragraphs: list[str]
    masthead: list[str]
    notes: dict[str, str]


@dataclass
class Reading:
    """What a tool read: its whole text, and paragraphs and notes where it knows them."""

    text: str
    paragraphs: list[str] | None = None
    notes: dict[str, str] | None = None


def place_of(name: str) -> int:
    """A number that depends on a name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def held_out(stem: str) -> bool:
    """Whether a file of typeset.py belongs to the fifth that nobody looks at while the reader is worked on."""
    return stem.count("-") >= 4 and place_of(stem) % 5 == 0


def plain(text: str) -> str:
    """The same text without what no reader is asked to keep.

    That is kashidas, direction marks, odd spaces, the height of digits, and whether quotes are straight: TeX sets
    curly ones for them, and they are what the page shows.
    """
    text = _MARK.sub(lambda m: f"⁽{m[1].translate(_TO_PLAIN)}⁾", text)
    text = re.sub("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", unicodedata.normalize("NFC", text))
    text = text.translate(_STRAIGHT)
    return re.sub(r"\s+", " ", text).strip()


def read_truth(path: Path) -> Truth:
    """The truth as stored beside the PDFs: its marks, typed "(12)", become ⁽12⁾ in their order."""
    data = json.loads(path.read_text())
    if "paragraphs" in data:
        notes = {label: plain(text) for label, text in data["notes"].items()}
        return Truth([plain(text) for text in data["paragraphs"]], [plain(text) for text in data["masthead"]], notes)
    paragraphs = []
    for block in data["blocks"]:
        text, at = block["text"], 0
        for mark in block["marks"]:
            label = mark.strip("()")
            found = text.index(mark, at)
            raised = f"⁽{label.translate(_WESTERN)}⁾"
            text = text[:found] + raised + text[found + len(mark) :]
            at = found + len(raised)
        paragraphs.append(plain(text))
    notes = {label.translate(_WESTERN): plain(text) for label, text in data["notes"].items()}
    return Truth(paragraphs, [plain(line) for line in [data["symbol"], *data["mast"]]], notes)


def score(truth: Truth, reading: Reading) -> dict[str, float]:
    """All figures; those of paragraphs and notes only where the tool knows them."""
    whole = plain(reading.text)
    flat_whole = _flat(whole)
    pieces = truth.paragraphs + list(truth.notes.values())
    lengths = [len(_flat(piece)) for piece in pieces]
    distances = [edlib.align(_flat(piece), flat_whole, mode="HW")["editDistance"] for piece in pieces]
    figures = {
        "characters": 1 - sum(min(d, n) for d, n in zip(distances, lengths, strict=True)) / sum(lengths),
        "pairs": _share(_PAIR, pieces, whole),
        "symbols": _share(_SYMBOL, pieces, whole),
        "marks": _kept(Counter(_marks(truth.paragraphs, raised=False)), Counter(_marks([whole], raised=False))),
        "raised": _kept(Counter(_marks(truth.paragraphs)), Counter(_marks([whole]))),
    }
    if reading.paragraphs is not None and reading.notes is not None:
        got = [plain(text) for text in reading.paragraphs]
        masthead = Counter(truth.masthead)
        body = [text for text in got if not _taken(masthead, text)]
        want, have = "\n".join(truth.paragraphs), "\n".join(body)
        notes = {label.translate(_WESTERN): plain(text) for label, text in reading.notes.items()}
        figures["strict"] = 1 - min(1.0, Levenshtein.distance(want, have) / len(want))
        figures["paragraphs"] = _kept(Counter(map(_flat_western, truth.paragraphs)), Counter(map(_flat_western, body)))
        exact = sum(notes.get(label) == text for label, text in truth.notes.items())
        figures["notes"] = exact / len(truth.notes) if truth.notes else 1.0
    return figures


def _flat(text: str) -> str:
    """For tools that know nothing of marks: raised or not, a mark is "(12)"."""
    return text.replace("⁽", "(").replace("⁾", ")")


def _flat_western(text: str) -> str:
    """For texts whose marks were never raised: "(12)" in either script of digits, which the mark loses."""
    return re.sub(r"(?<=\S)\(\d{1,3}\)", lambda m: m[0].translate(_WESTERN), _flat(text))


def _taken(bag: Counter[str], text: str) -> bool:
    if bag[text] > 0:
        bag[text] -= 1
        return True
    return False


def _marks(texts: list[str], *, raised: bool = True) -> list[str]:
    """Footnote marks with what stands before them; in any height when `raised` is not asked for."""
    if raised:
        return [m[0] for text in texts for m in re.finditer(r"\S{0,8}⁽\d+⁾", text)]
    return [m[0] for text in texts for m in re.finditer(r"\S{4,8}\(\d{1,3}\)", _flat(text).translate(_WESTERN))]


def _share(pattern: re.Pattern[str], pieces: list[str], whole: str) -> float:
    return _kept(Counter(t for piece in pieces for t in pattern.findall(piece)), Counter(pattern.findall(whole)))


def _kept(want: Counter[str], have: Counter[str]) -> float:
    total = sum(want.values())
    return sum((want & have).values()) / total if total else 1.0
