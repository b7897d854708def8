"""What is compared: blocks, footnotes or sentences as bags of what can be told without knowing either language.

A token is language-neutral when it begins with a sign: ``#2015`` a number, ``=A/RES/67/190`` a symbol, ``!urge`` an
action, ``^3`` a footnote mark, ``§4`` the number of a heading, ``~7`` the pair of blocks on which a note hangs,
``@unicef`` a word in Latin letters. The others are stems of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.alignment.stems import stems_of, words
from unres.languages import get_language
from unres.scripts import western_digits
from unres.un.numerals import read_roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from unres.models import Block, Footnote, Reference, Resolution

_NUMBER = re.compile("[0-9]+")
_AFTER_NUMBER = re.compile(r"[-–.:]\s|$")
_LONGEST_NUMBER = 16
_LATIN = re.compile("[A-Za-z]{2,}")


@dataclass(slots=True)
class Unit:
    """One block, footnote or sentence of one language."""

    id: str
    zone: str
    """Preamble, operative part, or which annex."""
    shape: tuple[str, int | None, int]
    """Kind, ordinal, depth."""
    length: int
    """Characters."""
    neutral: frozenset[str]
    """Tokens that are the same in every language."""
    words: frozenset[str]
    """Stems of the words."""


def tokens(
    text: str, language: str, references: Iterable[Reference] = (), latin: frozenset[str] | None = None
) -> tuple[set[str], frozenset[str]]:
    """The neutral tokens and the stems of a text.

    Args:
        text: the text.
        language: "ar" or "en".
        references: what it cites.
        latin: of an English text, the words in Latin letters to take as neutral: those that the Arabic writes so.
    """
    neutral = {f"#{number.lstrip('0') or '0'}" for number in _NUMBER.findall(western_digits(text))}
    neutral.update(f"={reference.symbol}" for reference in references if reference.symbol)
    found = words(text, language)
    if language == "ar":
        neutral.update(f"@{word.lower()}" for word in _LATIN.findall(text))
    elif latin:
        neutral.update(f"@{word}" for word in latin & found)
    return neutral, frozenset(stems_of(found, language))


def latin_words(resolution: Resolution) -> frozenset[str]:
    """The words that an Arabic text writes in Latin letters: acronyms, symbols, names."""
    texts = [block.text for block in resolution.walk()] + [note.text for note in resolution.footnotes]
    return frozenset(word.lower() for text in texts for word in _LATIN.findall(text))


def block_units(resolution: Resolution, latin: frozenset[str]) -> list[Unit]:
    """The blocks in reading order."""
    language = resolution.language
    parts: list[tuple[str, list[Block]]] = [("preamble", resolution.preamble), ("operative", resolution.operative)]
    parts += [(f"annex{n}", annex.blocks) for n, annex in enumerate(resolution.annexes, 1)]
    units: list[Unit] = []
    for zone, blocks in parts:
        for block, depth in _deep(blocks, 0):
            neutral, stems = tokens(block.text, language, block.references, latin)
            neutral.update(f"!{verb.action}" for verb in block.verbs)
            neutral.update(f"^{mark.label}" for mark in block.footnote_marks)
            if block.kind == "heading" and (number := heading_number(block.text, language)):
                neutral.add(f"§{number}")
            shape = (block.kind, block.ordinal, depth)
            units.append(Unit(block.id, zone, shape, len(block.text), frozenset(neutral), stems))
    return units


def heading_number(text: str, language: str) -> str | None:
    """The number or letter that a heading begins with, in one form: "IV." and "رابعا -", "B." and "باء -"."""
    head = _AFTER_NUMBER.split(text, maxsplit=1)[0].strip()
    if not head or len(head) > _LONGEST_NUMBER:
        return None
    words = get_language(language)
    if language == "ar":
        number = words.ordinals.read(head)
        return str(number) if number else words.labels.part_letter(head)
    number = read_roman(head) or words.ordinals.read(head)
    return str(number) if number and (len(head) > 1 or head in "IVX") else head if head.isupper() else None


def note_units(
    notes: list[Footnote], language: str, latin: frozenset[str], places: Mapping[str, int] | None = None
) -> list[Unit]:
    """The footnotes in their order.

    Args:
        notes: the footnotes of one version.
        language: "ar" or "en".
        latin: as for :func:`tokens`.
        places: for the id of each block the number of its pair, so that notes of one pair are known by it.
    """
    units: list[Unit] = []
    for note in notes:
        neutral, stems = tokens(note.text, language, note.references, latin)
        neutral.update(f"~{places[block]}" for block in note.block_ids if places and block in places)
        ordinal = int(note.label) if note.label.isdecimal() and len(note.label) < _LONGEST_NUMBER else None
        shape = ("footnote", ordinal, 0)
        units.append(Unit(note.label, "footnotes", shape, len(note.text), frozenset(neutral), stems))
    return units


def _deep(blocks: list[Block], depth: int) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        yield block, depth
        yield from _deep(block.children, depth + 1)
