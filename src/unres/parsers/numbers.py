"""The number of a resolution as it is written before its title, and the symbols that go with numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unres.scripts import ALIKE_DIGITS
from unres.un.organs import ORGANS
from unres.un.symbols import ADOPTED, NATURE_OF, Adopted, read_match, read_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unres.languages import Language
    from unres.models.vocabulary import Organ
    from unres.parsers.draft import Head
    from unres.un.organs import Instrument


def read_number(text: str, language: Language) -> tuple[str, int] | None:
    """The number as written, and where the title begins; None for a line that begins otherwise.

    "67/190. Title", "2625 (XXV). Title", and as running numbers "Resolution 1701" alone, "2624. Title".
    """
    if match := language.numbers.before_title.match(text):
        return match["number"], match.end()
    match = language.numbers.running.match(text)
    return (match["alone"] or match["number"], match.end()) if match else None


def part_letter(text: str, language: Language) -> str | None:
    """The Latin letter of a part that a line names, «باء», «B», and nothing else; None for other lines."""
    return language.labels.part_letter(text) if len(text) <= _LONGEST_LETTER else None


def read_meeting(found: re.Match[str], head: Head, language: Language) -> int | None:
    """The number of a meeting, in digits or in the words of an ordinal; None for words that are none.

    Args:
        found: of one of the language's patterns of meetings, with the groups ``number`` and, in some, ``words``.
        head: notes a number that cannot be read.
        language: the language.
    """
    if found["number"]:
        number = read_digits(found["number"])
        head.unread_meeting = found["number"] if number is None else head.unread_meeting
        return number
    return language.ordinals.read(found.groupdict().get("words") or "")


_LONGEST_LETTER = 4
_FOR_DIGITS = str.maketrans(ALIKE_DIGITS, "111100155228", " ,،٬.-\n")


def read_digits(written: str) -> int | None:
    """A number in which scans have read letters for digits, or that was parted: "I858", "1,512", "151 2", "15-12".

    None for what is no number.
    """
    digits = written.translate(_FOR_DIGITS)
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


_MOST_DIGITS = 6


def find_adopted(text: str, start: int = 0) -> Iterator[tuple[re.Match[str], Adopted]]:
    """Every symbol of what an organ has adopted, from `start` on."""
    for match in ADOPTED.finditer(text, start):
        adopted = read_match(match)
        if adopted is not None and adopted.symbol is not None:
            yield match, adopted


_OLD = re.compile(r"(\d+) ?([A-Z])? ?\(([^)]+)\)")


def build_symbol(organ: Organ | None, kind: Instrument, number: str) -> Adopted | None:
    """The symbol for a number in the order of the UN's symbols: "67/190", "217 A (III)", "1325 (2000)", "S-8/1"."""
    known = ORGANS.get(organ.value) if organ else None
    if known is None or known.head is None:
        return None
    nature = NATURE_OF[kind]
    if known.dotted:
        session, _, running = number.partition("/")
        return read_symbol(f"{known.head}.{session}/{nature.title()}.{running}")
    old = _OLD.fullmatch(number)
    text = f"{old[1]}({old[3]}){old[2] or ''}" if old else number
    return read_symbol(f"{known.head}/{nature}/{text}")
