"""How a block is cited: "A/RES/67/190, para. 4 (a)", and in Arabic by its number in the order of words of Arabic.

A block's id names its place in any language, so that a block of the Arabic version can be cited in English, and the
other way round. English follows the usage of the United Nations' editors ("para. 4 (a) (ii)", "preambular para. 8");
Arabic labels follow the abjad order of the United Nations' documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from unres.exports.interface import word, words
from unres.languages import get_language
from unres.languages.numbers import SMALL
from unres.un.numerals import write_roman

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unres.languages.numbers import Series
    from unres.models.block import Origin
    from unres.models.vocabulary import Language

_STEP = re.compile(r"[a-z]{1,2}|\d+")
_ID = re.compile(r"(?P<zone>pp|op|annex(?P<annex>\d+))(?:\.s\d+)?\.?(?P<path>.*)")

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
    place, said = place_of(block_id), words("pinpoint", language)
    whole = said["nameless"]
    if origin.symbol or origin.number:
        kind = word(f"cited.{origin.kind if origin.number else 'other'}", language)
        number, symbol = origin.number or origin.symbol, origin.symbol or origin.number
        whole = said["whole"].format(kind=kind, number=number, symbol=symbol)
    if place.zone == "annex":
        whole = _annex(whole, place.annex, origin, said)
    if place.steps:
        form = "preambular_paragraph" if place.zone == "preamble" else "paragraph"
        whole = said[form].format(whole=whole, steps=_steps(place.steps, said))
    elif place.zone == "preamble":
        whole = said["in_preamble"].format(whole=whole)
    if not origin.eastern:
        return whole
    return whole.translate(str.maketrans("0123456789", word("labels.digits", language)))


def _annex(whole: str, number: int, origin: Origin, said: Mapping[str, str]) -> str:
    if origin.annexes == 1:
        return said["in_annex"].format(whole=whole)
    ordinals = said["ordinals"].split()
    return said["in_numbered_annex"].format(
        whole=whole,
        to_whole=whole.replace(said["definite"], said["to_definite"], 1),
        ordinal=ordinals[number - 1] if number <= len(ordinals) else number,
        roman=write_roman(number),
    )


def _steps(steps: Sequence[str], said: Mapping[str, str]) -> str:
    """The number of a paragraph and its subparagraphs: "4 (a) (ii)"."""
    labels = get_language(said["language"]).labels

    def written(step: str) -> str:
        if step.isdigit():
            return labels.write(cast("Series", said["numbers"]), int(step))
        place = SMALL.index(step[0]) + 1 + (len(SMALL) if len(step) > 1 else 0)
        return labels.write(cast("Series", said["letters"]), place)

    first, *below = steps
    return " ".join([first, *(f"({written(step)})" for step in below)])
