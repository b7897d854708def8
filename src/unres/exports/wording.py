"""What all renderings have in common: labels as printed, the facts of the masthead in words, reasons and remarks."""

from __future__ import annotations

import math
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from unres.exports.interface import MESSAGES, translations, word, words
from unres.scripts import WESTERN, raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.alignment import Check
    from unres.models import Block, Resolution, Vote


# ---- blocks in order, their labels, and the marks of footnotes


def with_tables(blocks: Iterable[Block]) -> Iterator[Block | list[Block]]:
    """Each block by itself; rows that follow one another come together, as the table that they are."""
    for is_row, group in groupby(blocks, key=lambda block: block.kind == "table_row"):
        if is_row:
            yield list(group)
        else:
            yield from group


def in_order(blocks: Iterable[Block], depth: int = 0) -> Iterator[tuple[Block | list[Block], int]]:
    """The same with what is under each block after it, and how deep that is set in."""
    for part in with_tables(blocks):
        yield part, depth
        if not isinstance(part, list):
            yield from in_order(part.children, depth + 1)


def printed_formula(resolution: Resolution) -> str:
    """The enacting formula with the comma that is printed after it; "" where there is none."""
    formula = resolution.enacting_formula
    return word("labels.formula", resolution.language).format(formula=formula) if formula else ""


def printed_label(block: Block, language: str) -> str:
    """The label of a block as it is printed before the text; "" for a block without one, and for a heading.

    A heading is its label, or has it within its text; each format decides what becomes of it.
    """
    label = block.label
    if label is None or block.kind == "heading":
        return ""
    form = "paragraph" if block.kind == "paragraph" else "digit" if label.isdigit() else "letter"
    return words("labels", language)[form].format(label=label)


def heading_number(block: Block) -> str:
    """What is written before a heading's text: its number where that is not within the text; "" for all else."""
    label = block.label if block.kind == "heading" else None
    return f"{label}. " if label and label.isascii() and label != block.text else ""


def digits_of(resolution: Resolution) -> str:
    """The ten digits with which a text counts: an Arabic text may have Arabic-Indic ones, and a few of the others."""
    own, count = word("labels.digits", resolution.language), resolution.source_text.count
    return own if sum(map(count, own[1:3])) > sum(map(count, WESTERN[1:3])) else WESTERN


def in_digits(text: str, digits: str) -> str:
    """A label, a mark or a number in these ten digits; the model stores Western ones."""
    return text if digits == WESTERN else text.translate(str.maketrans(WESTERN, digits))


def printed_mark(label: str, language: str) -> str:
    """The mark of a footnote in raised digits, in Arabic with brackets; one that is no number stays as it is."""
    return word("labels.mark", language).format(raised=raised(label)) if label.isdigit() else label


def printed_note(label: str, text: str, language: str) -> str:
    """A footnote with its label in the form in which notes stand at the foot of a page."""
    if not label.isdigit():
        return f"{label} {text}"
    return word("labels.note", language).format(label=label, raised=raised(label), text=text)


# ---- the masthead


@cache
def _organs(language: str) -> dict[str, str]:
    """Organ → its name; of several names that which stands first where organs are listed."""
    from unres.languages import get_language

    names: dict[str, str] = {}
    for name, organ in get_language(language).citations.organs.items():
        known = names.get(organ)
        if known is None or name in known:  # "General Assembly" rather than "General Assembly of the United Nations"
            names[organ] = name
    names["other"] = ""
    return names


def organ_name(organ: str | None, language: str) -> str:
    """The name of an organ as the UN writes it; "" where it has none."""
    return _organs(language).get(organ or "other", "")


def vote_words(vote: Vote, language: str) -> str:
    """``12 in favour, 1 against, 4 abstaining``; in Arabic the number follows, so that no word has to agree with it."""
    said = words("", language)
    counts = (("in_favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining))
    return said["comma"].join(
        said["votes"].format(name=said[key], count=count) for key, count in counts if count is not None
    )


def facts(resolution: Resolution) -> list[tuple[str, str]]:
    """What the masthead says, as pairs of a word and a value, without what it does not say."""
    language = resolution.language
    comma = word("comma", language)
    items = in_digits(comma.join(item.number for item in resolution.agenda_items), digits_of(resolution))
    found = [
        ("status", word("draft", language) if resolution.status == "draft" else ""),
        ("sponsors", comma.join(resolution.sponsors)),
        ("organ", organ_name(resolution.organ, language)),
        ("adopted_on", resolution.adopted_on.isoformat() if resolution.adopted_on else ""),
        ("issued_on", resolution.issued_on.isoformat() if resolution.issued_on else ""),
        ("meeting_number", str(resolution.meeting_number or "")),
        ("agenda_items", items),
        ("basis", resolution.basis.text if resolution.basis else ""),
        ("vote", vote_words(resolution.vote, language) if resolution.vote else ""),
    ]
    return [(word(key, language), value) for key, value in found if value]


# ---- what the library says in English, each from a closed set; what is not in the set is free text, and stays


def reasons(because: str, language: str) -> list[tuple[str, str]]:
    """The reasons of a reference, one by one, each with the language that it is given in."""
    known = translations("reasons", language)
    if not known:
        return [(because, MESSAGES)] if because else []
    return [(known[each], language) if each in known else (each, MESSAGES) for each in because.split("; ") if each]


def meaning(code: str, language: str) -> str:
    """What a code of diagnostic stands for; "" in English, where each message says it, and more."""
    return translations("meanings", language).get(code, "")


def check_said(check: Check, language: str) -> str:
    """What two versions disagree on, and what each of them says; "" in English, as with :func:`meaning`."""
    what = translations("checks", language).get(check.kind)
    if what is None:
        return ""
    arabic, english = (_isolated(", ".join(says)) for says in (check.arabic_says, check.english_says))
    which = "both" if arabic and english else "arabic" if arabic else "english" if english else "neither"
    return word(f"versions.{which}", language).format(what=what, arabic=arabic, english=english)


def percent(share: float) -> str:
    """A share in per cent, rounded down: what is not wholly sure is never shown as 100%."""
    return f"{math.floor(share * 1000) / 10:g}%"


def _isolated(text: str) -> str:
    """A date, a symbol, a list of numbers within a line of Arabic: from left to right, whatever stands beside it."""
    return f"\u2066{text}\u2069" if text else ""
