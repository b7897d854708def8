"""How a block is cited: "A/RES/67/190, para. 4 (a)", "الفقرة 4 (أ) من القرار 67/190".

A block's id names its place in any language, so that a block of the Arabic version can be cited in English, and the
other way round. English follows the usage of the United Nations' editors ("para. 4 (a) (ii)", "preambular para. 8");
Arabic labels follow the order أ ب ج د of the United Nations' documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from unres.exports.interface import word
from unres.languages.labels import SMALL, write_latin
from unres.un.numerals import write_roman

if TYPE_CHECKING:
    from unres.models.block import Origin
    from unres.models.vocabulary import Language

_STEP = re.compile(r"[a-z]{1,2}|\d+")
_ID = re.compile(r"(?P<zone>pp|op|annex(?P<annex>\d+))(?:\.s\d+)?\.?(?P<path>.*)")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ANNEXES = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()

Zone = Literal["preamble", "operative", "annex"]


@dataclass(frozen=True, slots=True)
class Place:
    """A block's id, taken apart."""

    zone: Zone
    annex: int
    """Which annex, from 1; 0 outside annexes."""
    steps: tuple[str, ...]
    """The number of a clause or paragraph, then letters or numbers of subparagraphs. Empty for what has no number."""


def place_of(block_id: str) -> Place:
    """Where a block stands, by its id; unnumbered blocks go by the numbered one above them."""
    match = _ID.match(block_id.partition("~")[0])
    if match is None:
        return Place("operative", 0, ())
    steps: list[str] = []
    for step in match["path"].split(".") if match["path"] else ():
        if _STEP.fullmatch(step) is None or (not steps and not step.isdigit()):
            break
        steps.append(step)
    zone: Zone = "preamble" if match["zone"] == "pp" else "operative" if match["zone"] == "op" else "annex"
    return Place(zone, int(match["annex"] or 0), tuple(steps))


def cite(block_id: str, origin: Origin, language: Language) -> str:
    """The citation of a block.

    Args:
        block_id: the block's id.
        origin: the resolution that it belongs to.
        language: of the citation, "ar" or "en"; not necessarily that of the block.
    """
    place = place_of(block_id)
    return _in_arabic(place, origin) if language == "ar" else _in_english(place, origin)


def _in_english(place: Place, origin: Origin) -> str:
    name = origin.symbol or origin.number or "the present resolution"
    parts = [name]
    if place.zone == "annex":
        parts.append("annex" if origin.annexes == 1 else f"annex {write_roman(place.annex)}")
    if place.steps:
        number, *rest = place.steps
        below = "".join(f" ({_english(step, depth)})" for depth, step in enumerate(rest))
        parts.append(f"{'preambular para.' if place.zone == 'preamble' else 'para.'} {number}{below}")
    elif place.zone == "preamble":
        parts.append("preamble")
    return ", ".join(parts)


def _english(step: str, depth: int) -> str:
    """A step as its label: letters stay, numbers below a letter are Roman numerals."""
    return write_latin("roman", int(step)) if step.isdigit() and depth else step


def _in_arabic(place: Place, origin: Origin) -> str:
    definite = word(f"cited.{origin.kind if origin.number else 'other'}", "ar")
    name = origin.number or origin.symbol or ""
    whole = " ".join(f"{definite} {name}".split())
    if place.zone == "preamble":
        whole = f"ديباجة {whole}"
    elif place.zone == "annex" and origin.annexes == 1:
        whole = f"مرفق {whole}"
    elif place.zone == "annex":
        ordinal = _ANNEXES[place.annex - 1] if place.annex <= len(_ANNEXES) else str(place.annex)
        whole = f"المرفق {ordinal} {whole.replace('ال', 'لل', 1)}"
    if place.steps:
        number, *rest = place.steps
        whole = f"الفقرة {number}{''.join(f' ({_arabic(step)})' for step in rest)} من {whole}"
    return whole.translate(_EASTERN) if origin.eastern else whole


def _arabic(step: str) -> str:
    from unres.languages.arabic.labels import write_label

    if step.isdigit():
        return step
    place = SMALL.index(step[0]) + 1 + (len(SMALL) if len(step) > 1 else 0)
    return write_label("abjad", place)
