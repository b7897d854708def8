"""Arabic labels: 1, أ, هـ, ' 1 ', and the names of letters that stand for parts (36/87 ألف)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.languages.labels import CAPITALS, letter_at, place, read_latin, write_latin
from unres.languages.language import Labels
from unres.scripts import ABJAD, ALPHABET, bare

if TYPE_CHECKING:
    from unres.languages.labels import Series

_ABJAD, _ALPHABET = bare(ABJAD), bare(ALPHABET)
_AS_PRINTED = {"ا": "أ", "ه": "هـ"}
_NO_LETTERS = str.maketrans("ھہۀﻫﻬﻩﻪ", "ههههههه", "\u0640\u200d")  # forms of ه that fonts and scans give
_NAMES = (
    "الف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم",
    "نون", "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
)  # fmt: skip
PARTS: dict[str, str] = dict(zip(_NAMES, CAPITALS, strict=True))
"""Names of letters in abjad order → the Latin letters that stand for the same parts."""
PARTS |= {name.rstrip("ء"): letter for name, letter in PARTS.items() if name.endswith("ء")} | {"زاء": "G", "ا": "A"}


def read_label(label: str) -> dict[Series, int]:
    """Every series in which the label is legal, with its place: "ج" → abjad 3, alphabetical 5.

    Latin labels stand in Arabic documents too. The label comes without brackets and stops, its digits Western.
    An empty answer: it is no label.
    """
    letters = bare(label.translate(_NO_LETTERS))
    places: dict[Series, int] = {}
    if abjad := place(_ABJAD, letters):
        places["abjad"] = abjad
    if alphabetical := place(_ALPHABET, letters):
        places["alphabetical"] = alphabetical
    return places or read_latin(label)


def write_label(series: Series, n: int) -> str:
    """The label at place `n` of a series, as the UN prints it ("أ", "هـ"; doubled "أ أ").

    Raises:
        ValueError: no such place.
    """
    if series not in ("abjad", "alphabetical"):
        return write_latin(series, n)
    letters = letter_at(_ABJAD if series == "abjad" else _ALPHABET, n)
    return " ".join(_AS_PRINTED.get(letter, letter) for letter in letters)


def part_letter(name: str) -> str | None:
    """The Latin letter of a part: "ألف" → "A", "باء" → "B"; None when it is the name of no letter."""
    return PARTS.get(bare(name))


LABELS = Labels(read=read_label, write=write_label, part_letter=part_letter)
